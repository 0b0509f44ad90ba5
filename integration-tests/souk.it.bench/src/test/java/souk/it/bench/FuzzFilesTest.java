package souk.it.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Short form of the benchmark {@code fuzzfiles}; another seed each time, printed. */
class FuzzFilesTest {
  @Test
  void spoiltFilesAndMappingsEndInNamedRefusalsOrWholeLoads() throws Exception {
    long seed = Long.getLong("souk.seed", System.nanoTime() & 0xFFFF_FFFFL);
    int cases = Integer.getInteger("souk.cases", 600);
    Result result = new FuzzFilesBench().cases(seed, cases);
    System.out.println(result.line());
    assertEquals(List.of(), result.misses(), result.line());
  }
}

package souk.it.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Short form of the benchmark {@code fuzzfiles}; another seed each time, printed. */
class FuzzFilesTest {
  @Tag("slow")
  @Test
  void spoiltFilesAndMappingsEndInNamedRefusalsOrWholeLoads() throws Exception {
    long seed = Long.getLong("souk.seed", System.nanoTime() & 0xFFFF_FFFFL);
    int cases = Integer.getInteger("souk.cases", 600);
    Result result = new FuzzFilesBench().cases(seed, cases);
    System.out.println(result.line());
    assertEquals(List.of(), result.misses(), result.line());
  }

  @Test
  void aRowOfALoadThatDidNotEndIsSeen(@TempDir Path folder) throws Exception {
    try (FuzzTarget target = new FuzzTarget(Files.createDirectories(folder.resolve("store")))) {
      assertEquals(Optional.empty(), target.stray());
      target.change("INSERT INTO product VALUES ('A', 'Tea', '', true, 'L-9')");
      assertEquals(Optional.of("product L-9"), target.stray());
    }
  }
}

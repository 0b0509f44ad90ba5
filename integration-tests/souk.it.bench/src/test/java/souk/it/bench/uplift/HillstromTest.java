package souk.it.bench.uplift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import souk.customer.lib.uplift.Trial;

/** The rows that the benchmark {@code uplift} reads, counted apart from its reader. */
class HillstromTest {
  private static Path folder() {
    String set = System.getenv("SOUK_DATA_DIR");
    return (set == null ? Path.of("..", "..", "..", "shared", "data") : Path.of(set))
        .resolve("hillstrom_email");
  }

  private static void counts(String mail, int treated, int bought) throws Exception {
    assumeTrue(Files.isDirectory(folder()), "the trial is not shipped");
    Trial trial = Hillstrom.read(folder(), mail, "visit");
    assertEquals(14_302 + treated, trial.size());
    assertEquals(treated, trial.treatedRows());
    assertEquals(1_530 + bought, Math.round(Arrays.stream(trial.outcomes()).sum()));
  }

  @Test
  void rowsOfWomensMail() throws Exception {
    counts("Womens E-Mail", 14_172, 2_136);
  }

  @Test
  void rowsOfMensMail() throws Exception {
    counts("Mens E-Mail", 14_193, 2_636);
  }
}

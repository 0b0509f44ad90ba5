package souk.it.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import souk.it.harness.Platform;
import souk.it.harness.sequences.SequenceDrill;

/** Networks over sequences in a running platform, which holds the native library once. */
class SequencesIT {
  private static final Path NATIVES =
      Platform.HOME.resolve("../../../../bundles/souk.wrap.tensorflow/target/natives/tensorflow");

  @TempDir static Path folder;

  private static double value(Properties seen, String name) {
    return Double.parseDouble(seen.getProperty(name, "NaN"));
  }

  @Test
  void learnsBesideServesInsideSurvivesAKillAndThreeExchanges() throws Exception {
    assumeTrue(
        Files.isDirectory(NATIVES),
        "TensorFlow's native library is not unpacked here, so nothing was shown: " + NATIVES);
    Properties seen =
        SequenceDrill.run(folder, NATIVES.normalize(), "rows=1000 epochs=2 calls=200");
    assertEquals("", seen.getProperty("failed", ""));
    assertTrue(value(seen, "maxDiff") <= 1e-6, seen.toString());
    assertTrue(seen.getProperty("killed").contains("killed"), seen.toString());
    assertTrue(value(seen, "curvePoints") >= 2, seen.toString());
    assertEquals(1, value(seen, "answersAfterKill"));
    assertEquals(3, value(seen, "refreshes"));
    assertTrue(value(seen, "refreshCalls") > 100, seen.toString());
    assertEquals(0, value(seen, "refreshFailed"), seen.toString());
    assertEquals(1, value(seen, "mappedBefore"));
    assertEquals(1, value(seen, "mappedAfter"));
  }
}

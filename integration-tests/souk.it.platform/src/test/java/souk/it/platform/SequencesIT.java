package souk.it.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import souk.it.harness.sequences.SecondArchive;
import souk.it.harness.sequences.SequenceDrill;

/**
 * Networks over sequences come with the second archive, into the running platform, which holds the
 * native library once.
 */
class SequencesIT {
  @TempDir static Path folder;

  private static double value(Properties seen, String name) {
    return Double.parseDouble(seen.getProperty(name, "NaN"));
  }

  @Test
  void comesLaterLearnsBesideServesInsideSurvivesAKillAndThreeExchanges() throws Exception {
    Path natives = SecondArchive.NATIVES;
    assumeTrue(
        Files.isDirectory(natives),
        "TensorFlow's native library is not unpacked here, so nothing was shown: " + natives);
    Properties seen = SequenceDrill.run(folder, natives, "rows=0 epochs=0 calls=100");
    System.out.println("RESULT sequences " + seen);
    assertEquals("", seen.getProperty("failed", ""));
    String refused = seen.getProperty("refused");
    assertTrue(refused.startsWith("409 "), refused);
    assertTrue(refused.contains("feature.bundle-missing"), refused);
    assertTrue(refused.contains("souk-tensorflow-"), refused);
    assertTrue(value(seen, "maxDiff") <= 1e-6, seen.toString());
    assertTrue(seen.getProperty("killed").contains("killed"), seen.toString());
    assertTrue(value(seen, "curvePoints") >= 2, seen.toString());
    assertEquals(1, value(seen, "answersAfterKill"));
    assertEquals(3, value(seen, "refreshes"));
    assertTrue(value(seen, "refreshCalls") > 100, seen.toString());
    assertEquals(0, value(seen, "refreshFailed"), seen.toString());
    assertEquals(1, value(seen, "mappedBefore"));
    assertEquals(1, value(seen, "mappedAfter"));
    assertEquals(SequenceDrill.EPOCHS, value(seen, "keptCurvePoints"));
    assertEquals(2, seen.getProperty("jobScores").split(",", -1).length, seen.toString());
  }
}

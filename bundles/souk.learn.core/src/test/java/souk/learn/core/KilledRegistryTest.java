package souk.learn.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import souk.learn.api.LearnedModel;

/** A process that keeps models is killed; what it acknowledged is there, and nothing is damaged. */
class KilledRegistryTest {
  private static final int STATE = 300_000;
  private static final int ROUNDS = 3;

  @TempDir Path folder;

  /** Keeps models until it is killed, and says so after each. */
  public static void main(String[] arguments) {
    FileModelRegistry registry = new FileModelRegistry(Path.of(arguments[0]), Clock.systemUTC());
    for (int i = 0; i < 100_000; i++) {
      byte[] state = new byte[STATE];
      Arrays.fill(state, (byte) i);
      int version =
          registry
              .keep(
                  "m", new LearnedModel("l", "1", List.of("c"), Map.of("fill", (double) i), state))
              .version();
      System.out.println(version);
    }
  }

  @Test
  void nothingAcknowledgedIsLostAndNothingHalfIsSeen() throws Exception {
    int acknowledged = 0;
    for (int round = 1; round <= ROUNDS; round++) {
      acknowledged = killedAfter(acknowledged + 5 * round);
      FileModelRegistry registry = new FileModelRegistry(folder, Clock.systemUTC());
      List<Integer> versions = registry.versions("m");
      assertTrue(versions.size() >= acknowledged, versions + " but not " + acknowledged);
      for (int version : versions) {
        LearnedModel model = registry.version("m", version).orElseThrow();
        byte fill = (byte) model.facts().get("fill").intValue();
        assertEquals(STATE, model.state().length);
        for (byte one : model.state()) {
          assertEquals(fill, one);
        }
      }
      acknowledged = versions.size();
    }
  }

  private int killedAfter(int version) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-cp",
                System.getProperty("java.class.path"),
                KilledRegistryTest.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    int last = 0;
    try (BufferedReader said =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = said.readLine(); line != null; line = said.readLine()) {
        last = Math.max(last, Integer.parseInt(line));
        if (last >= version) {
          process.toHandle().destroyForcibly();
        }
      }
    }
    process.waitFor();
    assertTrue(last >= version, "it ended by itself after " + last);
    return last;
  }
}

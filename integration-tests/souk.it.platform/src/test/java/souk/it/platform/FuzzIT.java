package souk.it.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import souk.it.harness.Platform;
import souk.it.harness.wire.FuzzRun;

/** A few thousand spoilt requests on every route; the long form is "souk bench fuzzhttp". */
class FuzzIT {
  private static final long SEED = Long.getLong("souk.fuzz.seed", 20260401L);
  private static final int REQUESTS = Integer.getInteger("souk.fuzz.requests", 4_000);

  @TempDir Path folder;

  @Test
  void noRequestBreaksThePlatform() throws Exception {
    try (Platform platform = Platform.start(folder)) {
      FuzzRun run = new FuzzRun(platform);
      run.send(REQUESTS, 2, SEED);
      System.out.println("fuzz seed=" + SEED + " statuses=" + run.statuses());
      assertEquals("", String.join("\n\n", run.failures()), () -> "seed " + SEED);
      assertEquals(0L, run.statuses().getOrDefault(500, 0L), () -> "seed " + SEED);
      assertTrue(run.statuses().keySet().containsAll(java.util.Set.of(200, 400, 401, 404)));
      assertEquals("UP", platform.get("/health").path("status").asText());
    }
  }
}

package souk.it.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import souk.it.harness.Platform;
import souk.it.harness.wire.FuzzRun;
import souk.it.harness.wire.Wire;

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
      theServersOwnRefusalsAreProblems(platform);
    }
  }

  private static void theServersOwnRefusalsAreProblems(Platform platform) throws Exception {
    String[] paths = {"/api/v1/health%2Fx", "/api//v1/health", "/" + "a".repeat(20_000)};
    int[] statuses = {400, 400, 414};
    for (int i = 0; i < paths.length; i++) {
      assertProblem(platform, paths[i], Map.of(), statuses[i]);
    }
    assertProblem(platform, "/api/v1/health", Map.of("X-Long", "b".repeat(20_000)), 431);
  }

  private static void assertProblem(
      Platform platform, String path, Map<String, String> headers, int status) throws Exception {
    try (Wire wire = new Wire(platform.url(), 10_000)) {
      Wire.Reply reply = wire.send("GET", path, headers, "");
      assertEquals(status, reply.status(), reply::text);
      assertEquals("application/problem+json", reply.header("content-type"), reply::text);
      assertEquals(status, Platform.JSON.readTree(reply.body()).path("status").asInt());
    }
  }
}

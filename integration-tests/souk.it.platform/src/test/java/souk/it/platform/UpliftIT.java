package souk.it.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import souk.it.harness.Platform;

/** A trial brought over HTTP, answered by the uplift strategies that are shipped. */
class UpliftIT {
  @TempDir static Path folder;
  private static Platform platform;

  @BeforeAll
  static void start() throws Exception {
    platform = Platform.start(folder);
  }

  @AfterAll
  static void stop() throws Exception {
    if (platform != null) {
      platform.close();
    }
  }

  /** Those with 1 in the first column gain 0.4 by the treatment, the others nothing. */
  private static ObjectNode trial(int treatedOf) {
    SplittableRandom random = new SplittableRandom(1);
    ObjectNode body = Platform.object();
    body.putArray("columns").add("half").add("noise");
    ArrayNode rows = body.putArray("rows");
    ArrayNode treated = body.putArray("treated");
    ArrayNode outcome = body.putArray("outcome");
    for (int r = 0; r < 800; r++) {
      int half = r % 2;
      boolean t = random.nextInt(2) < treatedOf;
      ArrayNode row = rows.addArray().add(half);
      if (r % 40 == 0) {
        row.addNull();
      } else {
        row.add(random.nextDouble());
      }
      treated.add(t);
      outcome.add(random.nextDouble() < 0.2 + (t && half == 1 ? 0.4 : 0) ? 1 : 0);
    }
    ArrayNode ask = body.putArray("ask");
    ask.addArray().add(1).add(0.5);
    ask.addArray().add(0).addNull();
    return body;
  }

  @Test
  void everyShippedStrategyFindsWhomTheTreatmentChanges() throws Exception {
    for (String strategy :
        new String[] {"two-models", "doubly-robust", "x-learner", "uplift-forest"}) {
      JsonNode run = platform.job("/uplift/estimates", trial(1).put("strategy", strategy));
      assertEquals(strategy + "@1.0.0", run.path("strategy").asText(), run::toPrettyString);
      assertEquals(2, run.path("uplift").size());
      double more = run.path("uplift").get(0).asDouble() - run.path("uplift").get(1).asDouble();
      assertTrue(more > 0.15, run::toPrettyString);
      assertTrue(run.path("qiniInterval").path("low").asDouble() > 0, run::toPrettyString);
    }
  }

  @Test
  void theBuiltInOneAnswersAndRefusalsAreTold() throws Exception {
    assertEquals(
        "two-models", platform.role("UpliftEstimator").path("primary").path("strategy").asText());
    JsonNode refused = platform.finished("/uplift/estimates", trial(0));
    assertEquals("FAILED", refused.path("state").asText(), refused::toPrettyString);
    assertTrue(refused.toString().contains("at least 50 rows of each arm"), refused::toString);
  }
}

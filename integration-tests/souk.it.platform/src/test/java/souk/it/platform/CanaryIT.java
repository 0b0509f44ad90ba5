package souk.it.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import souk.it.harness.OpenShop;
import souk.it.harness.Platform;
import souk.it.harness.Shop;

/** R9: a canary that earns less leaves by itself; nobody does anything by hand. */
class CanaryIT {
  private static final Path BAD = Path.of(System.getProperty("souk.it.badbundles"));
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final Duration RETURN = Duration.ofSeconds(10);
  private static final int MOST_QUOTES = 20_000;

  @TempDir static Path folder;
  private static Platform platform;

  @BeforeAll
  static void startAndPublish() throws Exception {
    platform = OpenShop.start(folder);
  }

  @AfterAll
  static void stop() throws Exception {
    if (platform != null) {
      platform.close();
    }
  }

  @Test
  void aCanaryThatEarnsLessIsTakenBackByItselfAndWrittenDown() throws Exception {
    platform.drop(BAD, "bad.jar");
    Platform.await(
        "the strategy", LIMIT, () -> platform.offers("LinePricer", "bad-gives-away"), b -> b);
    ObjectNode plan =
        Platform.object()
            .put("strategy", "bad-gives-away")
            .put("version", "1.0.0")
            .put("share", 0.3)
            .put("exposures", 2_000)
            // A busy machine makes calls slow that are not.
            .put("latencyFloorMicros", 45_000)
            .put("errorLimit", 0.2)
            .put("reason", "a tenth less");
    platform.post("/strategies/LinePricer/canary", plan);

    Random random = new Random(3);
    boolean served = false;
    String verdict = "RUNNING";
    for (int i = 0; i < MOST_QUOTES && verdict.equals("RUNNING"); i++) {
      served |= servedByCandidate(random);
      verdict = i % 20 == 0 ? verdict() : verdict;
    }
    assertTrue(served, "the candidate never served");
    assertEquals("STOPPED_WORSE", verdict);
    JsonNode entry =
        Platform.await(
            "the audit",
            RETURN,
            () -> platform.get("/strategies/LinePricer/history").path("entries").get(0),
            e -> e.path("kind").asText().equals("trial-stop"));
    assertTrue(entry.toString().contains("guardrail"), entry.toString());
    assertTrue(entry.path("reason").asText().contains("Margin per quote"), entry.toString());
    for (int i = 0; i < 200; i++) {
      assertFalse(servedByCandidate(random), "the candidate still serves");
    }
  }

  private static String verdict() throws Exception {
    JsonNode trials = platform.get("/strategies/LinePricer/trials");
    JsonNode first = trials.path("items").isArray() ? trials.path("items").get(0) : trials.get(0);
    return first.path("verdict").asText();
  }

  private static boolean servedByCandidate(Random random) throws Exception {
    ObjectNode cart =
        Shop.cart(1 + random.nextInt(9), Shop.sku(random.nextInt(Shop.ARTICLES)))
            .put("customer", Integer.toString(random.nextInt(1_000_000)));
    HttpResponse<String> answer = platform.send("POST", "/quotes", cart, platform.key("till"));
    assertEquals(200, answer.statusCode(), answer::body);
    return answer.body().contains("bad-gives-away");
  }
}

package souk.it.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import souk.it.harness.OpenShop;
import souk.it.harness.Platform;
import souk.it.harness.Shop;

/**
 * The process is killed at random moments while prices are published and taken back in turns. What
 * was acknowledged is there after the restart, and every quote has the prices of one publication:
 * the present list prices or the plan's, never some of each. {@code -Dsouk.kill.rounds} and {@code
 * -Dsouk.kill.seed} repeat more of it.
 */
class KillIT {
  private static final int ROUNDS = Integer.getInteger("souk.kill.rounds", 3);
  private static final long SEED = Long.getLong("souk.kill.seed", 20_26);
  private static final int LONGEST_MILLIS = 4_000;

  @TempDir Path folder;
  private Platform platform;
  private final Map<String, String> acknowledged = new HashMap<>();
  private final Set<List<Long>> books = new HashSet<>();

  @BeforeEach
  void startAndPublish() throws Exception {
    platform = OpenShop.start(folder);
    // The price plan of the open shop, and what was before it: the two price books of this test.
    books.add(prices(platform));
    platform.post(
        "/publications/" + latest() + "/undo", Platform.object().put("reason", "test begins"));
    books.add(prices(platform));
    cycle();
    books.add(prices(platform));
  }

  @AfterEach
  void stop() throws Exception {
    platform.close();
  }

  @Test
  void nothingAcknowledgedIsLostAndNoHalfPriceBookIsServed() throws Exception {
    Random random = new Random(SEED);
    for (int round = 1; round <= ROUNDS; round++) {
      int killAfterMillis = random.nextInt(LONGEST_MILLIS);
      String what = "round " + round + " of seed " + SEED + ", killed after " + killAfterMillis;
      Thread publisher = new Thread(this::publishUntilKilled, "publisher");
      publisher.start();
      Thread.sleep(killAfterMillis);
      platform.kill();
      publisher.join();
      platform = Platform.start(folder);
      List<Long> served = prices(platform);
      assertEquals(Shop.ARTICLES, served.size(), what);
      assertTrue(books.contains(served), () -> what + ": " + served + " is none of " + books);
      acknowledgedAreThere(what);
    }
  }

  private void acknowledgedAreThere(String what) throws Exception {
    Map<String, String> kept = new HashMap<>();
    for (JsonNode one : platform.get("/publications?limit=1000")) {
      kept.put(one.path("id").asText(), one.path("snapshot").asText());
    }
    Set<String> logged = new HashSet<>();
    for (JsonNode one : platform.get("/decisions?kind=publication&limit=1000")) {
      logged.add(one.path("body").path("publicationId").asText());
    }
    synchronized (acknowledged) {
      acknowledged.forEach(
          (id, snapshot) -> {
            assertEquals(snapshot, kept.get(id), what + ": " + id);
            assertTrue(logged.contains(id), what + ": the log has no " + id);
          });
      assertTrue(!acknowledged.isEmpty(), what + ": nothing was acknowledged");
    }
  }

  private void publishUntilKilled() {
    try {
      while (true) {
        cycle();
      }
    } catch (Exception | AssertionError killed) {
      // Expected: the process was killed under it. What it left behind is judged after the restart.
      Thread.currentThread().interrupt();
    }
  }

  /** Publishes a price plan and takes it back; notes what the platform acknowledged. */
  private void cycle() throws Exception {
    if (platform.get("/publications?limit=1").get(0).path("planId").isTextual()) {
      acknowledge(
          platform.post(
              "/publications/" + latest() + "/undo", Platform.object().put("reason", "killed?")));
    }
    ObjectNode request =
        Platform.object()
            .put("kind", "PRICE")
            .put("items", Shop.ARTICLES)
            .put("budgetMinor", 1_000_000);
    String plan = platform.job("/plans", request).path("planId").asText();
    platform.post("/plans/" + plan + "/approve", Platform.object().put("reason", "killed?"));
    acknowledge(
        platform
            .job(
                "/plans/" + plan + "/publish",
                Platform.object().put("holdoutShare", 0).put("seed", 7))
            .path("publication"));
  }

  private void acknowledge(JsonNode publication) {
    synchronized (acknowledged) {
      acknowledged.put(publication.path("id").asText(), publication.path("snapshot").asText());
    }
  }

  private String latest() throws IOException {
    return platform.get("/publications?limit=1").get(0).path("id").asText();
  }

  /** Unit prices of all articles in one quote. */
  private static List<Long> prices(Platform platform) throws Exception {
    String[] all = IntStream.range(0, Shop.ARTICLES).mapToObj(Shop::sku).toArray(String[]::new);
    HttpResponse<String> answer =
        platform.send("POST", "/quotes", Shop.cart(1, all), platform.key("till"));
    assertEquals(200, answer.statusCode(), answer::body);
    List<Long> prices = new ArrayList<>();
    for (JsonNode line : Platform.JSON.readTree(answer.body()).path("lines")) {
      prices.add(line.path("unitPrice").path("amountMinor").asLong());
    }
    return prices;
  }
}

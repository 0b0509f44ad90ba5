package souk.it.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import souk.it.harness.Platform;
import souk.it.harness.RawScan;
import souk.it.harness.Shop;

/**
 * R20 in short: a customer who was loaded, segmented, scored, put into an experiment, quoted and
 * served is erased; the process is killed in the midst of it, and starts again. No byte of the id
 * is in the state folder then.
 */
class ErasureIT {
  private static final String ERASED = "kunde-4711-x";

  @TempDir Path folder;
  private Platform platform;

  @Test
  void noByteOfTheIdIsLeftAfterAKillInTheMidst() throws Exception {
    Path csv = folder.resolve("shop.csv");
    Shop.write(csv);
    String rows = Files.readString(csv).replace(",12005,", "," + ERASED + ",");
    Files.writeString(
        csv, rows + "999999,A100,Article 0,six,2024-03-04 10:00:00,2.00," + ERASED + ",France\n");
    platform = Platform.start(folder);
    RawScan scan = new RawScan(ERASED);
    try {
      Shop.open(platform, csv, 0.3);
      platform.job("/customers/scores/runs", Platform.object());

      ObjectNode cart = Shop.cart(2, Shop.sku(1), Shop.sku(2)).put("customer", ERASED);
      assertEquals(200, platform.send("POST", "/quotes", cart, platform.key("till")).statusCode());
      redeem(cart);
      refusals();
      Map<String, Long> found = scan.in(platform.data());
      assertTrue(found.keySet().stream().anyMatch(f -> f.startsWith("warehouse")), found::toString);
      assertTrue(found.keySet().stream().anyMatch(f -> f.startsWith("journal")), found::toString);

      platform.post("/customers/erasures", erasure());
      Path note = platform.data().resolve("erasures/pending.json");
      Platform.await(
          "the note of the erasure",
          Duration.ofSeconds(20),
          () -> Files.exists(note) || !platform.get("/customers/erasures").isEmpty(),
          there -> there);
      platform.kill();
      platform = Platform.start(folder);
      Platform.await(
          "the erasure after the start",
          Duration.ofSeconds(60),
          () -> !Files.exists(note) && platform.get("/customers/erasures").size() == 1,
          done -> done);

      assertEquals(Map.of(), scan.in(platform.data()));
      assertEquals(404, status("/customers/" + ERASED + "/score"));
      assertEquals(404, status("/segments/customers/" + ERASED));
      assertEquals(200, status("/segments/customers/12001"));
      assertFalse(platform.get("/audit?limit=50").toString().contains(ERASED));
      assertTrue(platform.get("/audit?limit=50").toString().contains("\"erasure\""));
      JsonNode again = platform.job("/customers/erasures", erasure());
      again
          .path("parts")
          .forEach(
              part ->
                  assertTrue(
                      part.path("entries").asInt() == 0
                          || part.path("treatment").asText().equals("PSEUDONYMOUS"),
                      again::toPrettyString));
      // A file with the same orders and one more: they are known, and nobody comes back.
      Files.writeString(
          csv,
          Files.readString(csv)
              + "999998,A100,Article 0,1,2024-03-04 10:00:00,2.00,"
              + ERASED
              + ",France\n");
      assertEquals(
          1, platform.job("/loads", Shop.load(csv)).path("rowsLoaded").asLong(), "lines loaded");
      platform.stop();
      assertEquals(Map.of(), scan.in(platform.data()));
    } finally {
      platform.close();
    }
  }

  private static ObjectNode erasure() {
    return Platform.object().put("customer", ERASED).put("reason", "asked for it");
  }

  private void refusals() throws Exception {
    assertEquals(
        403,
        platform
            .send("POST", "/customers/erasures", erasure(), platform.key("merchandiser"))
            .statusCode());
    assertEquals(
        400,
        platform
            .send("POST", "/customers/erasures", Platform.object(), platform.key("admin"))
            .statusCode());
  }

  private int status(String path) throws Exception {
    return platform.send("GET", path, null, platform.key("admin")).statusCode();
  }

  /** With a key, so that the first answer is kept. */
  private void redeem(ObjectNode cart) throws Exception {
    ObjectNode body = Platform.object().put("orderId", "O-1");
    body.set("cart", cart);
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(platform.url() + "/api/v1/redemptions"))
                    .header("Content-Type", "application/json")
                    .header("Idempotency-Key", "first-order")
                    .header("Authorization", "Bearer " + platform.key("till"))
                    .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                    .build(),
                HttpResponse.BodyHandlers.ofString());
    assertEquals(200, answer.statusCode(), answer::body);
  }
}

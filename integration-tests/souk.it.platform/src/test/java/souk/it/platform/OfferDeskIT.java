package souk.it.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import souk.it.harness.Line;
import souk.it.harness.OpenShop;
import souk.it.harness.Platform;
import souk.it.harness.Shop;

/** The life of an offer over HTTP, and the kill switch while tills ask the real engine. */
class OfferDeskIT {
  private static final int ROUNDS = 10;
  private static final int TILLS = 3;

  @TempDir Path folder;
  private Platform platform;
  private final AtomicBoolean go = new AtomicBoolean(true);
  private final AtomicLong quotes = new AtomicLong();

  /** Odd while the kill switch is acknowledged and not being lifted. */
  private final AtomicLong phase = new AtomicLong();

  private final AtomicReference<String> wrong = new AtomicReference<>("");

  @Test
  void anOfferLivesAndDiesOverHttp() throws Exception {
    platform = OpenShop.start(folder);
    try {
      String sku = Shop.sku(3);
      publish("DESK-10", 10, sku);
      assertApplied(true, sku);
      twoPeople(sku);
      namedPeople(sku);
      accidentsAreRefused(sku);
      killUnderLoad(sku);
      act("merchandiser", "/offers/DESK-10/kill", 200);
      platform.kill();
      platform = Platform.start(folder);
      assertApplied(false, sku);
      assertEquals("KILLED", platform.get("/offers/DESK-10").path("state").asText());
      act("merchandiser", "/offers/DESK-10/lift", 403);
      act("admin", "/offers/DESK-10/lift", 200);
      assertApplied(true, sku);
      act("merchandiser", "/offers/DESK-10/pause", 200);
      assertApplied(false, sku);
      act("merchandiser", "/offers/DESK-10/resume", 200);
      act("merchandiser", "/offers/kill-all", 200);
      assertEquals(0, quote(sku).path("applied").size());
      act("admin", "/offers/lift-all", 200);
      assertApplied(true, sku);
      JsonNode publication = platform.get("/publications?limit=1").get(0);
      act("admin", "/publications/" + publication.path("id").asText() + "/undo", 200);
      assertApplied(false, sku);
      String audit = platform.get("/audit?limit=100").toString();
      for (String kind : List.of("submit", "approve", "publish", "kill", "lift", "pause")) {
        assertTrue(audit.contains("offer." + kind), kind);
      }
    } finally {
      platform.close();
    }
  }

  private static ObjectNode offer(String id, int percent, String... skus) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    ObjectNode offer = Platform.object().put("id", id).put("name", "Offer " + id);
    offer
        .putObject("window")
        .put("from", now.minus(1, ChronoUnit.HOURS).toString())
        .put("until", now.plus(7, ChronoUnit.DAYS).toString());
    ObjectNode parameters =
        offer.putObject("effect").put("kind", "percentage").putObject("parameters");
    parameters.put("percent", percent);
    for (String sku : skus) {
      parameters.withArray("skus").add(sku);
    }
    return offer.put("stackingGroup", id);
  }

  private JsonNode send(String role, String method, String path, JsonNode body, int status)
      throws IOException {
    HttpResponse<String> answer = platform.send(method, path, body, platform.key(role));
    assertEquals(status, answer.statusCode(), path + " " + answer.body());
    return Platform.JSON.readTree(answer.body());
  }

  private JsonNode act(String role, String path, int status) throws IOException {
    return send(role, "POST", path, Platform.object().put("reason", "desk test"), status);
  }

  private JsonNode submit(String id, ObjectNode offer, int status) throws IOException {
    ObjectNode draft = Platform.object().put("revision", 0).put("reason", "new");
    draft.set("offer", offer);
    send("merchandiser", "PUT", "/offers/drafts/" + id, draft, 200);
    ObjectNode change = Platform.object().put("reason", "please");
    change.putArray("drafts").add(id);
    return send("merchandiser", "POST", "/offers/reviews", change, status);
  }

  private void publish(String id, int percent, String sku) throws IOException {
    String review = submit(id, offer(id, percent, sku), 200).path("id").asText();
    assertEquals("IN_REVIEW", platform.get("/offers/" + id).path("state").asText());
    act("merchandiser", "/offers/reviews/" + review + "/approve", 200);
    act("merchandiser", "/offers/reviews/" + review + "/publish", 200);
    assertEquals("LIVE", platform.get("/offers/" + id).path("state").asText());
  }

  private void twoPeople(String sku) throws IOException {
    String review = submit("DESK-38", offer("DESK-38", 29, sku), 200).path("id").asText();
    HttpResponse<String> own =
        platform.send(
            "POST",
            "/offers/reviews/" + review + "/approve",
            Platform.object().put("reason", "my own"),
            platform.key("merchandiser"));
    assertTrue(own.statusCode() >= 400, own.body());
    assertTrue(own.body().contains("review.own-submission"), own.body());
    act("admin", "/offers/reviews/" + review + "/approve", 200);
    act("admin", "/offers/reviews/" + review + "/reject", 200);
  }

  /** Keys that belong to people: roles do not make one person two, nor two persons one. */
  private void namedPeople(String sku) throws IOException {
    for (String key : List.of("merchandiser ann", "admin ann", "admin ben", "admin cai")) {
      ObjectNode wish = Platform.object().put("reason", "new here");
      wish.put("role", key.split(" ")[0]).put("name", key.split(" ")[1]);
      send("admin", "POST", "/keys", wish, 200);
    }
    String path = "/offers/reviews/" + submitted("merchandiser.ann", "DESK-ANN", sku) + "/approve";
    act("merchandiser.ann", path, 409);
    act("admin.ann", path, 409);
    act("admin.ben", path, 200);
    act("admin.ben", path.replace("/approve", "/reject"), 200);
    path = "/offers/reviews/" + submitted("admin.ben", "DESK-BEN", sku) + "/approve";
    act("admin.ben", path, 409);
    act("admin.cai", path, 200);
    act("admin.cai", path.replace("/approve", "/reject"), 200);
    String steps = platform.get(path.replace("/approve", "")).path("steps").toString();
    assertTrue(steps.contains("\"ben\"") && steps.contains("\"cai\""), steps);
    assertTrue(platform.get("/audit?limit=100").toString().contains("\"actor\":\"cai\""));
    send("admin", "DELETE", "/keys/admin/cai?reason=left", null, 200);
  }

  private String submitted(String key, String id, String sku) throws IOException {
    ObjectNode draft = Platform.object().put("revision", 0).put("reason", "new");
    draft.set("offer", offer(id, 29, sku));
    send(key, "PUT", "/offers/drafts/" + id, draft, 200);
    ObjectNode change = Platform.object().put("reason", "please");
    change.putArray("drafts").add(id);
    return send(key, "POST", "/offers/reviews", change, 200).path("id").asText();
  }

  private void accidentsAreRefused(String sku) throws IOException {
    assertTrue(
        submit("DESK-99", offer("DESK-99", 99, sku), 409).toString().contains("guard.blocked"));
    ObjectNode fen = offer("DESK-FEN", 1, sku);
    fen.putObject("effect")
        .put("kind", "fixed-price")
        .putObject("parameters")
        .put("priceMinor", 1)
        .putArray("skus")
        .add(sku);
    assertTrue(submit("DESK-FEN", fen, 409).toString().contains("guard.blocked"));
  }

  private JsonNode quote(String sku) throws IOException {
    return platform.post("/quotes", Shop.cart(2, sku));
  }

  private void assertApplied(boolean expected, String sku) throws IOException {
    assertEquals(
        expected, quote(sku).path("applied").toString().contains("DESK-10"), "DESK-10 applied");
  }

  private void killUnderLoad(String sku) throws Exception {
    List<Thread> tills = new ArrayList<>();
    for (int i = 0; i < TILLS; i++) {
      Thread till = new Thread(() -> ask(sku), "till-" + i);
      tills.add(till);
      till.start();
    }
    try {
      for (int round = 0; round < ROUNDS; round++) {
        act("merchandiser", "/offers/DESK-10/kill", 200);
        phase.incrementAndGet();
        Thread.sleep(50);
        phase.incrementAndGet();
        act("admin", "/offers/DESK-10/lift", 200);
      }
    } finally {
      go.set(false);
      for (Thread till : tills) {
        till.join();
      }
    }
    assertEquals("", wrong.get());
    assertTrue(quotes.get() > 50, "only " + quotes + " quotes");
  }

  /**
   * A quote that starts after the answer to the kill must not hold the offer, without any delay.
   */
  private void ask(String sku) {
    byte[] cart = Shop.cart(2, sku).toString().getBytes(StandardCharsets.UTF_8);
    try (Line line = new Line(platform.url())) {
      while (go.get()) {
        long before = phase.get();
        Line.Answer answer = line.post("/quotes", cart, platform.key("till"));
        boolean given = answer.text().contains("DESK-10");
        JsonNode quote = Platform.JSON.readTree(answer.text());
        boolean named = quote.path("snapshot").asText().contains("~");
        if (answer.status() != 200 || (before % 2 == 1 && phase.get() == before && given)) {
          wrong.compareAndSet("", answer.status() + " in phase " + before + answer.text());
        }
        if (given == named) {
          wrong.compareAndSet("", "mixed: " + answer.text());
        }
        quotes.incrementAndGet();
      }
    } catch (IOException e) {
      wrong.compareAndSet("", e.toString());
    }
  }
}

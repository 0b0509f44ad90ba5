package souk.it.browser;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.time.Instant;
import souk.it.harness.Platform;
import souk.it.harness.Shop;

/** A shop with an offer that is live, one that begins later, and a draft. */
final class OfferCounter {
  static final String SPRING = "SPRING";
  static final String MEMBERS = "MEMBERS-WEEKEND-2026-KITCHEN-AND-HOUSEHOLD-NORTH-EAST";
  private static final String LONG_NAME =
      "Members' weekend: a little more off kitchen and household goods in all stores of the north"
          + " east";
  static final String LATER = "LATER";
  static final String SKU = Shop.sku(3);
  private static final long DAY = 86_400;

  private OfferCounter() {}

  static void open(Platform platform) throws Exception {
    Instant now = Instant.now();
    boolean ledger = hasLedger(platform);
    ObjectNode spring = offer(SPRING, "10 % off in spring", now.minusSeconds(60), 10);
    if (ledger) {
      spring.putObject("limits").put("total", 500).put("budgetMinor", 20_000);
    }
    publish(platform, spring);
    ObjectNode members =
        offer(MEMBERS, LONG_NAME, now.minusSeconds(60), 3).put("stackingGroup", "members");
    ((ObjectNode) members.path("names")).put("zh", "会员周末特惠：厨房与家居用品全场再享九七折（部分门店除外，以店内公告为准）");
    publish(platform, members);
    publish(platform, offer(LATER, "Easter", now.plusSeconds(7 * DAY), 15));
    draft(platform, offer("IDEA", "An idea", now.plusSeconds(30 * DAY), 5));
    if (ledger) {
      for (int n = 0; n < 7; n++) {
        ObjectNode paid = Platform.object().put("orderId", "O-" + n);
        paid.set("cart", Shop.cart(3, SKU));
        pay(platform, paid, "key-" + n);
      }
    }
  }

  /** A member price, as a document. */
  static String goldPrices() {
    Instant now = Instant.now();
    ObjectNode document = Platform.object().put("version", 1).put("currency", "GBP");
    document.putArray("offers");
    document.putObject("articles").putObject(SKU).put("brand", "Potter");
    ObjectNode layer = document.putArray("priceLayers").addObject().put("id", "gold");
    layer
        .putObject("window")
        .put("from", now.toString())
        .put("until", now.plusSeconds(DAY).toString());
    layer.putArray("audience").add("level:gold");
    layer.putObject("prices").putObject(SKU).put("price", "4.70").put("floor", "4.00");
    return document.toString();
  }

  static boolean hasLedger(Platform platform) throws Exception {
    return platform.send("GET", "/ledger", null, platform.key("reader")).statusCode() == 200;
  }

  private static ObjectNode offer(String id, String name, Instant from, int percent) {
    ObjectNode offer = Platform.object().put("id", id).put("name", name);
    offer.putObject("names").put("zh", "优惠 " + id);
    offer
        .putObject("window")
        .put("from", from.toString())
        .put("until", from.plusSeconds(14 * DAY).toString());
    ObjectNode effect = offer.putObject("effect").put("kind", "percentage");
    effect.putObject("parameters").put("percent", percent).putArray("skus").add(SKU);
    return offer.put("stackingGroup", "counter");
  }

  private static void draft(Platform platform, ObjectNode offer) throws Exception {
    ObjectNode draft = Platform.object().put("reason", "a shop opens").put("revision", 0);
    draft.set("offer", offer);
    String id = offer.path("id").asText();
    ask(platform, "PUT", "/offers/drafts/" + id, draft, "merchandiser");
  }

  private static void publish(Platform platform, ObjectNode offer) throws Exception {
    draft(platform, offer);
    ObjectNode change = Platform.object().put("reason", "a shop opens");
    change.putArray("drafts").add(offer.path("id").asText());
    String review =
        Platform.JSON
            .readTree(ask(platform, "POST", "/offers/reviews", change, "merchandiser"))
            .path("id")
            .asText();
    ObjectNode reason = Platform.object().put("reason", "a shop opens");
    ask(platform, "POST", "/offers/reviews/" + review + "/approve", reason, "admin");
    ask(platform, "POST", "/offers/reviews/" + review + "/publish", reason, "admin");
  }

  private static String ask(
      Platform platform, String method, String path, ObjectNode body, String role)
      throws Exception {
    HttpResponse<String> answer = platform.send(method, path, body, platform.key(role));
    if (answer.statusCode() >= 400) {
      throw new IllegalStateException(path + " " + answer.statusCode() + " " + answer.body());
    }
    return answer.body();
  }

  private static void pay(Platform platform, ObjectNode body, String key) throws Exception {
    java.net.http.HttpRequest request =
        java.net.http.HttpRequest.newBuilder(
                java.net.URI.create(platform.url() + "/api/v1/redemptions"))
            .header("Authorization", "Bearer " + platform.key("till"))
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key)
            .POST(java.net.http.HttpRequest.BodyPublishers.ofString(body.toString()))
            .build();
    HttpResponse<String> answer =
        java.net.http.HttpClient.newHttpClient()
            .send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(answer.statusCode() + " " + answer.body());
    }
  }
}

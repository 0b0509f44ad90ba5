package souk.it.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import souk.it.harness.OpenShop;
import souk.it.harness.Platform;
import souk.it.harness.Shop;

/** Offers and coupons over HTTP, from draft to refund; every answer is as the description says. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OffersIT {
  private static final String SKU = Shop.sku(3);

  @TempDir static Path folder;
  private static Platform platform;
  private static OfferCalls calls;

  @BeforeAll
  static void start() throws Exception {
    platform = OpenShop.start(folder);
    calls = new OfferCalls(platform);
  }

  @AfterAll
  static void stop() throws Exception {
    if (platform != null) {
      platform.close();
    }
  }

  static ObjectNode offer(String id, int percent) {
    ObjectNode offer = Platform.object().put("id", id).put("name", "Offer " + id);
    offer
        .putObject("window")
        .put("from", Instant.now().minusSeconds(3_600).toString())
        .put("until", Instant.now().plusSeconds(86_400).toString());
    ObjectNode effect = offer.putObject("effect").put("kind", "percentage");
    effect.putObject("parameters").put("percent", percent).putArray("skus").add(SKU);
    offer.put("stackingGroup", "offers-it");
    return offer;
  }

  static ObjectNode reason(String why) {
    return Platform.object().put("reason", why);
  }

  private static void publish(ObjectNode offer) throws Exception {
    String id = offer.path("id").asText();
    ObjectNode draft = reason("a test").put("revision", 0).set("offer", offer);
    calls.ask(200, "merchandiser", "PUT", "/offers/drafts/{id}", draft, id);
    ObjectNode change = reason("a test");
    change.putArray("drafts").add(id);
    String review =
        calls.ask(200, "merchandiser", "POST", "/offers/reviews", change).path("id").asText();
    calls.ask(200, "reader", "GET", "/offers/reviews/{id}", null, review);
    calls.ask(200, "admin", "POST", "/offers/reviews/{id}/approve", reason("as agreed"), review);
    calls.ask(200, "merchandiser", "POST", "/offers/reviews/{id}/publish", reason("go"), review);
  }

  private static List<String> applied(JsonNode quote) {
    List<String> ids = new ArrayList<>();
    quote.path("applied").forEach(offer -> ids.add(offer.path("offerId").asText()));
    return ids;
  }

  private static boolean applies(String id) throws Exception {
    return applied(calls.ask(200, "till", "POST", "/quotes", Shop.cart(2, SKU))).contains(id);
  }

  @Test
  @Order(1)
  void anOfferGoesFromItsDraftToTheTillsAndIsStopped() throws Exception {
    assertFalse(applies("SPRING"));
    publish(offer("SPRING", 10));
    assertTrue(applies("SPRING"));
    calls.ask(200, "reader", "GET", "/offers/drafts", null);
    calls.ask(200, "reader", "GET", "/offers/reviews", null);
    calls.ask(200, "reader", "GET", "/offers", null);
    JsonNode status = calls.ask(200, "reader", "GET", "/offers/{id}", null, "SPRING");
    assertEquals("LIVE", status.path("state").asText());
    calls.ask(200, "merchandiser", "POST", "/offers/{id}/pause", reason("no stock"), "SPRING");
    assertFalse(applies("SPRING"));
    calls.ask(200, "merchandiser", "POST", "/offers/{id}/resume", reason("stock"), "SPRING");
    assertTrue(applies("SPRING"));
    long began = System.nanoTime();
    calls.ask(200, "merchandiser", "POST", "/offers/{id}/kill", reason("mistake"), "SPRING");
    assertFalse(applies("SPRING"));
    System.out.printf("kill to quote: %.1f ms%n", (System.nanoTime() - began) / 1e6);
    calls.ask(403, "merchandiser", "POST", "/offers/{id}/lift", reason("x"), "SPRING");
    calls.ask(200, "admin", "POST", "/offers/{id}/lift", reason("checked"), "SPRING");
    assertTrue(applies("SPRING"));
    calls.ask(200, "merchandiser", "POST", "/offers/kill-all", reason("fire drill"));
    assertEquals(List.of(), applied(calls.ask(200, "till", "POST", "/quotes", Shop.cart(2, SKU))));
    assertFalse(
        calls.ask(200, "reader", "GET", "/offers/switches", null).path("allKilled").isNull());
    calls.ask(200, "admin", "POST", "/offers/lift-all", reason("over"));
    assertTrue(applies("SPRING"));
    calls.ask(200, "reader", "GET", "/offers/status", null);
    calls.ask(404, "reader", "GET", "/offers/{id}", null, "NONE");
  }

  @Test
  @Order(2)
  void aDraftIsSeenInAPreviewOnly() throws Exception {
    ObjectNode draft = reason("try").put("revision", 0).set("offer", offer("DEEP", 20));
    calls.ask(200, "merchandiser", "PUT", "/offers/drafts/{id}", draft, "DEEP");
    calls.ask(200, "reader", "GET", "/offers/drafts/{id}", null, "DEEP");
    ObjectNode change = Platform.object();
    change.putArray("drafts").add("DEEP");
    calls.ask(200, "merchandiser", "POST", "/offers/assess", change);
    ObjectNode preview = Platform.object();
    preview.putArray("carts").add(Shop.cart(2, SKU)).add(Shop.cart(1, "NONE"));
    preview.putArray("drafts").add("DEEP");
    JsonNode results =
        calls.ask(200, "merchandiser", "POST", "/quotes/preview", preview).path("results");
    assertEquals(List.of("DEEP"), applied(results.get(0).path("quote")));
    assertTrue(results.get(1).has("problem"), results::toString);
    assertFalse(applies("DEEP"));
    calls.ask(
        200,
        "merchandiser",
        "DELETE",
        "/offers/drafts/{id}?revision=1&reason=" + "seen",
        null,
        "DEEP");
    ObjectNode rejected = reason("try again").put("revision", 0).set("offer", offer("LATER", 20));
    calls.ask(200, "merchandiser", "PUT", "/offers/drafts/{id}", rejected, "LATER");
    ObjectNode review = reason("look");
    review.putArray("drafts").add("LATER");
    String id =
        calls.ask(200, "merchandiser", "POST", "/offers/reviews", review).path("id").asText();
    calls.ask(200, "admin", "POST", "/offers/reviews/{id}/reject", reason("too deep"), id);
  }

  @Test
  @Order(3)
  void offersAreCheckedAndExplained() throws Exception {
    ObjectNode text = Platform.object().set("document", offer("ODD", 120));
    JsonNode reading = calls.ask(200, "merchandiser", "POST", "/offers/validate", text);
    assertFalse(reading.path("accepted").asBoolean());
    assertTrue(reading.at("/problems/0/pointer").asText().contains("percent"), reading::toString);
    calls.ask(200, "merchandiser", "POST", "/offers/conflicts", Platform.object());
    assertEquals(
        "urn:souk:offers:1",
        calls.ask(200, "reader", "GET", "/offers/schema", null).path("$id").asText());
    JsonNode quote = calls.ask(200, "till", "POST", "/quotes?explain=true", Shop.cart(2, SKU));
    assertTrue(
        quote.path("findings").findValuesAsText("offerId").contains("SPRING"), quote::toString);
    ObjectNode batch = Platform.object();
    batch.putArray("carts").add(Shop.cart(2, SKU)).add(7).add(Shop.cart(2, SKU));
    JsonNode results = calls.ask(200, "till", "POST", "/quotes/batch", batch).path("results");
    assertEquals(
        results.at("/0/quote/payable").toString(), results.at("/2/quote/payable").toString());
    assertTrue(results.get(1).has("problem"));
  }

  @Test
  @Order(4)
  void aCouponIsRedeemedOnceAndRefunded() throws Exception {
    assumeTrue(calls.hasLedger(), "no ledger is installed");
    ObjectNode batch = reason("spring").put("batchId", "B-1").put("codes", 3).put("prefix", "SP");
    JsonNode made = calls.job("merchandiser", "/coupons/batches", batch);
    List<String> codes = calls.export(made.path("export").asText().substring("/api/v1".length()));
    assertEquals(3, codes.size());
    calls.ask(200, "reader", "GET", "/coupons/batches", null);
    ObjectNode look = Platform.object().put("code", codes.get(0));
    assertTrue(calls.ask(200, "till", "POST", "/coupons/look", look).path("usable").asBoolean());
    ObjectNode coupon = offer("COUPON", 15);
    coupon
        .putArray("conditions")
        .addObject()
        .put("kind", "coupon")
        .putObject("parameters")
        .put("batch", "B-1");
    publish(coupon);
    ObjectNode cart = Shop.cart(2, SKU);
    cart.withArray("coupons").add(codes.get(0));
    JsonNode quote = calls.ask(200, "till", "POST", "/quotes", cart);
    assertTrue(applied(quote).contains("COUPON"), quote::toString);
    ObjectNode paid = Platform.object().put("orderId", "O-1").set("cart", cart);
    paid.put("expectedMinor", quote.at("/payable/amountMinor").asLong());
    JsonNode receipt = calls.keyed(200, "/redemptions", paid, "key-1");
    assertEquals(receipt, calls.replayed("/redemptions", paid, "key-1", receipt));
    calls.keyed(422, "/redemptions", paid.deepCopy().put("orderId", "O-2"), "key-1");
    calls.keyed(409, "/redemptions", paid.deepCopy().put("orderId", "O-3"), "key-3");
    String id = receipt.at("/redemption/id").asText();
    calls.ask(200, "till", "GET", "/redemptions/{id}", null, id);
    calls.ask(200, "till", "GET", "/redemptions?key=key-1", null);
    ObjectNode refund = Platform.object().put("redemptionId", id);
    refund.putArray("lines").addObject().put("lineId", "1").put("quantity", 1);
    JsonNode half = calls.keyed(200, "/refunds", refund, "refund-1");
    JsonNode rest = calls.keyed(200, "/refunds", refund, "refund-2");
    assertEquals(
        receipt.at("/payable/amountMinor").asLong(),
        half.at("/refund/amountMinor").asLong() + rest.at("/refund/amountMinor").asLong());
    calls.keyed(409, "/refunds", refund, "refund-3");
  }

  @Test
  @Order(5)
  void aReservationIsHeldCommittedAndReleased() throws Exception {
    assumeTrue(calls.hasLedger(), "no ledger is installed");
    ObjectNode held = Platform.object().put("orderId", "O-9").put("ttlSeconds", 60);
    held.set("cart", Shop.cart(1, SKU));
    String id = calls.keyed(200, "/reservations", held, "hold-1").at("/redemption/id").asText();
    calls.ask(200, "till", "POST", "/reservations/{id}/commit", Platform.object(), id);
    String other = calls.keyed(200, "/reservations", held, "hold-2").at("/redemption/id").asText();
    calls.ask(200, "till", "DELETE", "/reservations/{id}", null, other);
    calls.ask(200, "merchandiser", "POST", "/coupons/batches/{id}/block", reason("leaked"), "B-1");
    calls.ask(200, "reader", "GET", "/coupons/batches/{id}", null, "B-1");
    JsonNode page = calls.ask(200, "reader", "GET", "/ledger/redemptions?limit=2", null);
    assertEquals(2, page.size());
    assertEquals("REVERSED", page.at("/0/state").asText());
    String csv = calls.file("reader", "/ledger/redemptions/export");
    assertTrue(csv.contains(",COUPON,B-1,GBP,"), csv);
    assertEquals(
        "SERVING", calls.ask(200, "reader", "GET", "/ledger", null).path("state").asText());
    // Where nothing differs there is nothing to accept, and nothing changes.
    ObjectNode accept = reason("nothing differs").put("differenceId", "none");
    assertEquals(
        "SERVING",
        calls.ask(200, "admin", "POST", "/ledger/accept", accept).path("state").asText());
  }

  @Test
  @Order(6)
  void everyAnswerWasAsDescribed() throws Exception {
    assertEquals(List.of(), calls.described().faults());
    TreeSet<String> unseen = new TreeSet<>(calls.described().unseen());
    unseen.removeIf(
        operation ->
            !operation.matches(
                    "\\S+ /(offers|quotes|coupons|redemptions|reservations|refunds|ledger).*")
                || (!hasLedger() && operation.matches("\\S+ /(coupons|re|ledger).*")));
    assertEquals(new TreeSet<String>(), unseen, "operations without a good answer");
  }

  private static boolean hasLedger() {
    try {
      return calls.hasLedger();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}

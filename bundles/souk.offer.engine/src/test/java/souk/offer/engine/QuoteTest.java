package souk.offer.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import souk.model.Cart;
import souk.model.CustomerKey;
import souk.model.Sku;
import souk.model.Spec;
import souk.offer.api.Quote;
import souk.offer.api.QuoteException;
import souk.offer.api.QuoteRequest;

class QuoteTest {
  private static final Spec TEN_PERCENT = new Spec("percentage", Map.of("percent", 10));
  private static final Spec FIVE_OFF_THIRTY =
      new Spec("threshold", Map.of("thresholdMinor", 3000, "amountOffMinor", 500));

  @Test
  void waterfallSumsToTheCent() {
    Quote quote =
        Shop.standard()
            .price("A", 333, 100)
            .price("B", 2999, 100)
            .offer(Shop.offer("ten", TEN_PERCENT).stackingGroup("a").build())
            .offer(Shop.offer("five", FIVE_OFF_THIRTY).stackingGroup("b").build())
            .publish("S-1")
            .quote(Set.of(), "A", 3, "B", 1);
    assertEquals(3998, quote.gross().amountMinor());
    assertEquals(100 + 300 + 500, quote.discount().amountMinor());
    assertEquals(3098, quote.net().amountMinor());
    assertEquals(List.of("five", "ten"), quote.applied().stream().map(a -> a.offerId()).toList());
    quote
        .lines()
        .forEach(
            line ->
                assertEquals(
                    line.net().amountMinor(),
                    line.waterfall().stream().mapToLong(s -> s.amount().amountMinor()).sum()));
    assertEquals("S-1", quote.snapshot().value());
    assertEquals(Shop.NOW, quote.at());
    assertEquals(
        List.of("LinePricer:price-book@1.0.0", "SelectionPolicy:best-for-customer@1.0.0"),
        quote.strategies().stream().map(Object::toString).toList());
  }

  @Test
  void floorCapsTheDiscountAndSaysSo() {
    Quote quote =
        Shop.standard()
            .price("A", 1000, 950)
            .offer(Shop.offer("ten", TEN_PERCENT).build())
            .publish("S-1")
            .quote(Set.of(), "A", 2);
    assertEquals(1900, quote.net().amountMinor());
    assertEquals("offer.capped-at-floor", quote.notes().get(0).code());
    assertTrue(quote.notes().get(0).text().contains("GBP 1.00"), quote.notes().get(0).text());
  }

  @Test
  void rejectedOffersSayTheFirstFailingConditionAndNearMisses() {
    Spec members = new Spec("audience", Map.of("anyOf", List.of("segment:high-value")));
    Spec forAll = new Spec("cart-minimum", Map.of("amountMinor", 5000));
    Quote quote =
        Shop.standard()
            .price("A", 1000, 500)
            .offer(Shop.offer("five", FIVE_OFF_THIRTY).build())
            .offer(
                Shop.offer(
                        "member",
                        new Spec("percentage", Map.of("percent", 20, "skus", List.of("A"))))
                    .conditions(List.of(members, forAll))
                    .build())
            .offer(Shop.offer("big", TEN_PERCENT).conditions(List.of(forAll)).build())
            .publish("S-1")
            .quote(Set.of(), "A", 2);
    assertEquals(
        List.of(
            "big: GBP 30.00 more is needed to reach GBP 50.00.",
            "five: GBP 10.00 more for GBP 5.00 off.",
            "member: The customer has none of the tags segment:high-value."),
        quote.rejected().stream().map(r -> r.offerId() + ": " + r.reason().text()).toList());
    assertTrue(quote.discount().isZero());
  }

  @Test
  void audienceDecidesWhoGetsAnOfferAndWhoIsHeldOut() {
    Shop shop =
        Shop.standard()
            .price("A", 1000, 500)
            .offer(
                Shop.offer("member", TEN_PERCENT)
                    .conditions(
                        List.of(
                            new Spec(
                                "audience",
                                Map.of(
                                    "anyOf", List.of("segment:high-value"),
                                    "noneOf", List.of("experiment:E-1:control")))))
                    .build())
            .publish("S-1");
    assertEquals(900, shop.quote(Set.of("segment:high-value"), "A", 1).net().amountMinor());
    assertEquals(1000, shop.quote(Set.of("segment:low-value"), "A", 1).net().amountMinor());
    Quote heldOut = shop.quote(Set.of("segment:high-value", "experiment:E-1:control"), "A", 1);
    assertEquals(1000, heldOut.net().amountMinor());
    assertEquals("audience.excluded", heldOut.rejected().get(0).reason().code());
  }

  @Test
  void windowIsHalfOpen() {
    Shop shop = Shop.standard().price("A", 1000, 500).offer(Shop.offer("ten", TEN_PERCENT).build());
    DefaultOfferEngine engine = shop.publish("S-1").engine();
    Map<Instant, Long> expected =
        Map.of(
            Shop.MARCH.from().minusMillis(1), 1000L,
            Shop.MARCH.from(), 900L,
            Shop.MARCH.until().minusMillis(1), 900L,
            Shop.MARCH.until(), 1000L);
    expected.forEach(
        (at, net) ->
            assertEquals(
                net,
                engine
                    .quote(new QuoteRequest(shop.cart("A", 1), Set.of(), Optional.of(at)))
                    .net()
                    .amountMinor()));
    assertTrue(shop.decisions.isEmpty(), "previews are not logged");
  }

  @Test
  void aNewSnapshotServesAtOnce() {
    Shop shop = Shop.standard().price("A", 1000, 500).publish("S-1");
    DefaultOfferEngine engine = shop.engine();
    QuoteRequest request = new QuoteRequest(shop.cart("A", 1), Set.of(), Optional.empty());
    assertEquals("S-1", engine.quote(request).snapshot().value());
    shop.price("A", 1100, 500).publish("S-2");
    assertEquals("S-2", engine.quote(request).snapshot().value());
    assertEquals(1100, engine.quote(request).net().amountMinor());
  }

  @Test
  void refusesWhatItCannotQuote() {
    Shop shop = Shop.standard();
    assertEquals("quote.nothing-published", refusal(shop, shop.cart("A", 1)));
    shop.price("A", 1000, 500).publish("S-1");
    assertEquals("quote.unknown-sku", refusal(shop, shop.cart("B", 1)));
    Cart yen = Cart.builder(java.util.Currency.getInstance("JPY")).line(new Sku("A"), 1).build();
    assertEquals("quote.wrong-currency", refusal(shop, yen));
  }

  @Test
  void theLogHoldsAPseudonymAndNoCustomerKey() {
    Shop shop = Shop.standard().price("A \"1\"", 1000, 500).publish("S-1");
    Cart cart =
        Cart.builder(shop.currency)
            .customer(new CustomerKey("17850"))
            .line(new Sku("A \"1\""), 1)
            .build();
    Quote quote = shop.engine().quote(new QuoteRequest(cart, Set.of(), Optional.empty()));
    String body = shop.find(quote.decisionId()).orElseThrow().bodyJson();
    assertFalse(body.contains("17850"), body);
    assertTrue(body.contains("\"customer\":\""), body);
    assertTrue(body.contains("[\"A \\\"1\\\"\",1,1000,1000,1000]"), body);
  }

  @Test
  void aShareOfTheQuotesIsLogged() {
    Shop shop = Shop.standard().price("A", 1000, 500).publish("S-1");
    shop.logShare = 0.25;
    DefaultOfferEngine engine = shop.engine();
    for (int i = 0; i < 100; i++) {
      engine.quote(new QuoteRequest(shop.cart("A", 1), Set.of(), Optional.empty()));
    }
    assertEquals(25, shop.decisions.size());
  }

  private static String refusal(Shop shop, Cart cart) {
    return assertThrows(
            QuoteException.class,
            () -> shop.engine().quote(new QuoteRequest(cart, Set.of(), Optional.empty())))
        .code();
  }
}

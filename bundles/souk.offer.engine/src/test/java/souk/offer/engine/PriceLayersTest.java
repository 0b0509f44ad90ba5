package souk.offer.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import souk.model.Cart;
import souk.model.Money;
import souk.model.Sku;
import souk.model.Spec;
import souk.model.TimeRange;
import souk.offer.api.BookPrice;
import souk.offer.api.PriceLayer;
import souk.offer.api.Quote;
import souk.offer.api.QuoteException;
import souk.offer.api.QuoteRequest;

/** Prices by layer: for whom, where, when, and which of several. */
class PriceLayersTest {
  private static final Instant MID = Instant.parse("2026-03-10T10:00:00Z");
  private static final TimeRange DAY =
      new TimeRange(Instant.parse("2026-03-10T00:00:00Z"), Instant.parse("2026-03-11T00:00:00Z"));

  private final Shop shop = Shop.standard().price("A", 1000, 500).price("B", 600, 300);

  @Test
  void aLayerHoldsFromItsFirstInstantUntilItsEnd() {
    shop.layer(layer("day", 1, Set.of(), Set.of(), Set.of(), Map.of("A", 900L))).publish("S-1");
    assertEquals(1000, price("A", DAY.from().minusNanos(1)));
    assertEquals(900, price("A", DAY.from()));
    assertEquals(900, price("A", DAY.until().minusNanos(1)));
    assertEquals(1000, price("A", DAY.until()));
  }

  @Test
  void oneOfTheTagsIsEnough() {
    Set<String> members = Set.of("level:gold", "level:silver");
    shop.layer(layer("m", 1, members, Set.of(), Set.of(), Map.of("A", 800L))).publish("S-1");
    assertEquals(800, price(Set.of("level:silver", "segment:new"), "web", "", "A", MID));
    assertEquals(1000, price(Set.of("level:bronze"), "web", "", "A", MID));
    assertEquals(1000, price(Set.of(), "web", "", "A", MID));
  }

  @Test
  void storesAndChannelsAreLookedAt() {
    shop.layer(layer("s", 2, Set.of(), Set.of("leeds"), Set.of(), Map.of("A", 700L)))
        .layer(layer("w", 1, Set.of(), Set.of(), Set.of("web"), Map.of("A", 950L)))
        .publish("S-1");
    assertEquals(700, price(Set.of(), "web", "leeds", "A", MID));
    assertEquals(700, price(Set.of(), "till", "leeds", "A", MID));
    assertEquals(950, price(Set.of(), "web", "york", "A", MID));
    assertEquals(950, price(Set.of(), "web", "", "A", MID));
    assertEquals(1000, price(Set.of(), "till", "", "A", MID));
  }

  /** Priority first, then the smaller id; what a layer does not name, the next one is asked for. */
  @Test
  void theFirstLayerThatNamesTheArticleCounts() {
    shop.layer(layer("b", 1, Set.of(), Set.of(), Set.of(), Map.of("A", 810L, "B", 510L)))
        .layer(layer("a", 1, Set.of(), Set.of(), Set.of(), Map.of("A", 820L)))
        .layer(layer("z", 9, Set.of("vip"), Set.of(), Set.of(), Map.of("B", 530L)))
        .publish("S-1");
    assertEquals(820, price("A", MID));
    assertEquals(510, price("B", MID));
    assertEquals(530, price(Set.of("vip"), "web", "", "B", MID));
    assertEquals(820, price(Set.of("vip"), "web", "", "A", MID));
  }

  /** A higher price than the book's is a price too; offers are computed on it, above its floor. */
  @Test
  void offersAreComputedOnThePriceOfTheLayer() {
    BookPrice dear = new BookPrice(money(1200), money(1150));
    shop.layer(
            new PriceLayer(
                "dear", 1, DAY, Set.of(), Set.of("york"), Set.of(), Map.of(new Sku("A"), dear)))
        .offer(Shop.offer("ten", new Spec("percentage", Map.of("percent", 10))).build())
        .publish("S-1");
    Quote there = quote(Set.of(), "web", "york", "A", MID);
    assertEquals(1200, there.lines().get(0).unitPrice().amountMinor());
    assertEquals(1150, there.net().amountMinor(), "120 off would go below the layer's floor");
    assertEquals("offer.capped-at-floor", there.notes().get(0).code());
    assertEquals(900, quote(Set.of(), "web", "", "A", MID).net().amountMinor());
  }

  @Test
  void anArticleOfALayerAloneIsSoldWhereTheLayerHolds() {
    shop.layer(layer("y", 1, Set.of(), Set.of("york"), Set.of(), Map.of("C", 400L))).publish("S-1");
    assertEquals(400, price(Set.of(), "web", "york", "C", MID));
    QuoteException elsewhere =
        assertThrows(QuoteException.class, () -> price(Set.of(), "web", "leeds", "C", MID));
    assertEquals("quote.unknown-sku", elsewhere.code());
  }

  /** Many layers of all sorts against a loop that looks at each of them. */
  @Test
  void everyPriceIsThatOfTheFirstLayerThatHolds() {
    SplittableRandom random = new SplittableRandom(612);
    int layered = 0;
    for (int round = 0; round < 60; round++) {
      Shop any = Shop.standard().price("A", 1000, 1).price("B", 600, 1);
      List<PriceLayer> layers = new ArrayList<>();
      for (int i = 0; i < 1 + random.nextInt(6); i++) {
        layers.add(anyLayer(random, i));
        any.layer(layers.get(i));
      }
      any.publish("S-1");
      for (int cart = 0; cart < 20; cart++) {
        Set<String> audience = some(random, "t0", "t1");
        String store = random.nextBoolean() ? "s" + random.nextInt(2) : "";
        String channel = "c" + random.nextInt(2);
        Instant at = DAY.from().plusSeconds(3600L * random.nextInt(-2, 27));
        String sku = random.nextBoolean() ? "A" : "B";
        long expected = sku.equals("A") ? 1000 : 600;
        PriceLayer first = null;
        for (PriceLayer layer : layers) {
          if (holds(layer, audience, store, channel, at, sku)
              && (first == null
                  || layer.priority() > first.priority()
                  || (layer.priority() == first.priority()
                      && layer.id().compareTo(first.id()) < 0))) {
            first = layer;
          }
        }
        if (first != null) {
          expected = first.prices().get(new Sku(sku)).price().amountMinor();
          layered++;
        }
        Quote quote = quote(any, audience, channel, store, sku, at);
        assertEquals(expected, quote.net().amountMinor(), layers::toString);
      }
    }
    assertTrue(layered > 200, "only " + layered + " carts with a layer");
  }

  private static boolean holds(
      PriceLayer layer,
      Set<String> audience,
      String store,
      String channel,
      Instant at,
      String sku) {
    boolean tagged = layer.audience().isEmpty();
    for (String tag : layer.audience()) {
      tagged |= audience.contains(tag);
    }
    return tagged
        && (layer.stores().isEmpty() || layer.stores().contains(store))
        && (layer.channels().isEmpty() || layer.channels().contains(channel))
        && !at.isBefore(layer.window().from())
        && at.isBefore(layer.window().until())
        && layer.prices().containsKey(new Sku(sku));
  }

  private PriceLayer anyLayer(SplittableRandom random, int number) {
    Map<String, Long> prices = new HashMap<>();
    prices.put(random.nextBoolean() ? "A" : "B", 100L + number);
    if (random.nextBoolean()) {
      prices.put("A", 200L + number);
    }
    return layer(
        "l" + number,
        random.nextInt(3),
        some(random, "t0", "t1", "t2"),
        some(random, "s0", "s1"),
        some(random, "c0", "c1"),
        prices);
  }

  private static Set<String> some(SplittableRandom random, String... all) {
    Set<String> some = new java.util.TreeSet<>();
    while (random.nextInt(3) == 0) {
      some.add(all[random.nextInt(all.length)]);
    }
    return some;
  }

  private PriceLayer layer(
      String id,
      int priority,
      Set<String> audience,
      Set<String> stores,
      Set<String> channels,
      Map<String, Long> prices) {
    Map<Sku, BookPrice> book = new HashMap<>();
    prices.forEach((sku, minor) -> book.put(new Sku(sku), new BookPrice(money(minor), money(1))));
    return new PriceLayer(id, priority, DAY, audience, stores, channels, book);
  }

  private Money money(long minor) {
    return Money.ofMinor(minor, shop.currency);
  }

  private long price(String sku, Instant at) {
    return price(Set.of(), "web", "", sku, at);
  }

  private long price(Set<String> audience, String channel, String store, String sku, Instant at) {
    return quote(audience, channel, store, sku, at).lines().get(0).unitPrice().amountMinor();
  }

  private Quote quote(Set<String> audience, String channel, String store, String sku, Instant at) {
    return quote(shop, audience, channel, store, sku, at);
  }

  private static Quote quote(
      Shop shop, Set<String> audience, String channel, String store, String sku, Instant at) {
    Cart.Builder cart = Cart.builder(shop.currency).channel(channel).line(new Sku(sku), 1);
    if (!store.isEmpty()) {
      cart.store(store);
    }
    return shop.engine().quote(new QuoteRequest(cart.build(), audience, Optional.of(at)));
  }
}

package souk.offer.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import souk.model.Cart;
import souk.model.CartLine;
import souk.model.Money;
import souk.model.Sku;
import souk.model.Spec;
import souk.offer.api.Quote;
import souk.offer.api.QuoteLine;
import souk.offer.api.QuoteRequest;
import souk.offer.spi.LinePricer;
import souk.offer.spi.SelectionPolicy;

/** Money stays exact on many random carts with many random offers, in 0, 2 and 3 decimals. */
class RandomCartsTest {
  private static final int CARTS = 4_000;

  @Tag("slow")
  @ParameterizedTest
  @ValueSource(strings = {"JPY", "GBP", "KWD"})
  void sumsAreExactAndNothingFallsBelowItsFloor(String currency) {
    SplittableRandom random = new SplittableRandom(currency.hashCode());
    Shop shop = randomShop(currency, random);
    DefaultOfferEngine engine = shop.publish("S-1").engine();
    int withOffers = 0;
    for (int n = 0; n < CARTS; n++) {
      Set<String> audience = random.nextBoolean() ? Set.of("segment:a") : Set.of();
      Quote quote =
          engine.quote(new QuoteRequest(randomCart(shop, random), audience, Optional.empty()));
      withOffers += quote.applied().isEmpty() ? 0 : 1;
      check(shop, quote);
    }
    assertTrue(withOffers > CARTS / 4, "too few carts with offers: " + withOffers);
  }

  private static void check(Shop shop, Quote quote) {
    long gross = 0;
    long discount = 0;
    Map<String, Long> byOffer = new HashMap<>();
    for (QuoteLine line : quote.lines()) {
      long sum = line.waterfall().stream().mapToLong(s -> s.amount().amountMinor()).sum();
      assertEquals(line.net().amountMinor(), sum);
      assertEquals(line.gross(), line.unitPrice().times(line.quantity()));
      assertEquals(line.net(), line.gross().minus(line.discount()));
      Money floor = shop.priceBook().price(line.sku()).orElseThrow().floor().times(line.quantity());
      assertTrue(
          line.net().compareTo(floor) >= 0 || line.discount().isZero(),
          () -> line + " is below " + floor);
      assertTrue(line.net().amountMinor() >= 0 && line.discount().amountMinor() >= 0);
      line.waterfall().stream()
          .filter(s -> s.code().startsWith("offer:"))
          .forEach(s -> byOffer.merge(s.code().substring(6), -s.amount().amountMinor(), Long::sum));
      gross += line.gross().amountMinor();
      discount += line.discount().amountMinor();
    }
    assertEquals(gross, quote.gross().amountMinor());
    assertEquals(discount, quote.discount().amountMinor());
    assertEquals(gross - discount, quote.net().amountMinor());
    quote
        .applied()
        .forEach(
            a -> assertEquals(a.discount().amountMinor(), byOffer.getOrDefault(a.offerId(), 0L)));
  }

  private static Shop randomShop(String currency, SplittableRandom random) {
    return randomShop(currency, random, new BestForCustomer());
  }

  /** A shop with 40 articles and 12 offers. */
  static Shop randomShop(String currency, SplittableRandom random, SelectionPolicy policy) {
    Shop shop = new Shop(currency);
    shop.router.add(LinePricer.class, "price-book", new PriceBookPricer());
    shop.router.add(SelectionPolicy.class, "policy", policy);
    for (int i = 0; i < 40; i++) {
      long price = random.nextLong(1, 5_000);
      shop.price("S" + i, price, random.nextLong(1, price + 1));
    }
    for (int i = 0; i < 12; i++) {
      List<String> skus =
          IntStream.range(0, 40)
              .filter(k -> random.nextInt(4) == 0)
              .mapToObj(k -> "S" + k)
              .toList();
      Map<String, Object> parameters = new HashMap<>();
      if (random.nextBoolean() && !skus.isEmpty()) {
        parameters.put("skus", skus);
      }
      boolean percentage = random.nextBoolean();
      if (percentage) {
        parameters.put("percent", BigDecimal.valueOf(random.nextInt(1, 9_999), 2));
      } else {
        long threshold = random.nextLong(500, 20_000);
        parameters.put("thresholdMinor", threshold);
        parameters.put("amountOffMinor", random.nextLong(1, threshold));
      }
      List<Spec> conditions =
          random.nextInt(3) == 0
              ? List.of(new Spec("audience", Map.of("anyOf", List.of("segment:a"))))
              : List.of();
      shop.offer(
          Shop.offer("O" + i, new Spec(percentage ? "percentage" : "threshold", parameters))
              .conditions(conditions)
              .priority(random.nextInt(3))
              .stackingGroup("g" + random.nextInt(3))
              .exclusive(random.nextInt(6) == 0)
              .build());
    }
    return shop;
  }

  static Cart randomCart(Shop shop, SplittableRandom random) {
    Cart.Builder cart = Cart.builder(shop.currency);
    int lines = random.nextInt(1, 8);
    for (int i = 0; i < lines; i++) {
      BigDecimal quantity =
          random.nextInt(3) == 0
              ? BigDecimal.valueOf(random.nextInt(1, 5_000), 3)
              : BigDecimal.valueOf(random.nextInt(1, 30));
      cart.line(new CartLine("L" + i, new Sku("S" + random.nextInt(40)), quantity));
    }
    return cart.build();
  }
}

package souk.trust.policy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import souk.model.Money;
import souk.model.Sku;
import souk.model.Spec;
import souk.model.TimeRange;
import souk.offer.api.ArticleBook;
import souk.offer.api.ArticleFacts;
import souk.offer.api.BookPrice;
import souk.offer.api.Offer;
import souk.offer.api.OfferBook;
import souk.offer.api.PriceBook;
import souk.offer.api.PriceLayer;
import souk.offer.api.PriceLayers;
import souk.trust.api.OfferChange;

/** A shop of ten articles, A0 to A9, at 10.00 each with floor and cost 5.00, in yuan. */
final class Changes {
  static final Currency CNY = Currency.getInstance("CNY");
  static final Instant NOW = Instant.parse("2026-03-02T00:00:00Z");
  static final TimeRange WEEK = new TimeRange(NOW, Instant.parse("2026-03-09T00:00:00Z"));

  final Map<Sku, BookPrice> prices = new HashMap<>();
  final Map<Sku, Money> costs = new HashMap<>();
  final Map<Sku, Money> usual = new HashMap<>();

  Changes() {
    for (int i = 0; i < 10; i++) {
      Sku sku = new Sku("A" + i);
      prices.put(sku, new BookPrice(fen(1_000), fen(500)));
      costs.put(sku, fen(500));
      usual.put(sku, fen(1_000));
    }
  }

  static Money fen(long minor) {
    return Money.ofMinor(minor, CNY);
  }

  static BigDecimal n(long value) {
    return BigDecimal.valueOf(value);
  }

  static Offer.Builder offer(String id, String kind, Map<String, Object> parameters) {
    return offer(id, kind, parameters, WEEK);
  }

  static Offer.Builder offer(
      String id, String kind, Map<String, Object> parameters, TimeRange window) {
    return Offer.builder(id, id, window, new Spec(kind, parameters));
  }

  static Offer percent(String id, long percent, String... skus) {
    return offer(id, "percentage", Map.of("percent", n(percent), "skus", List.of(skus)))
        .stackingGroup(id)
        .build();
  }

  OfferChange of(Offer... offers) {
    return builder(List.of(offers), offers).build();
  }

  OfferChange.Builder builder(List<Offer> after, Offer... changed) {
    Map<Sku, ArticleFacts> facts = new HashMap<>();
    prices
        .keySet()
        .forEach(
            sku ->
                facts.put(
                    sku,
                    ArticleFacts.builder()
                        .categories(List.of(sku.value().equals("A0") ? "tea" : "kitchen"))
                        .brand("Potter")
                        .build()));
    return OfferChange.builder("C-1", NOW, new PriceBook(CNY, prices))
        .offers(
            new OfferBook(List.of()),
            new OfferBook(after),
            List.of(changed).stream().map(Offer::id).collect(Collectors.toSet()))
        .articles(new ArticleBook(facts))
        .costs(costs)
        .usualPrices(usual);
  }

  OfferChange layer(long price, long floor) {
    PriceLayer layer =
        new PriceLayer(
            "L-1",
            0,
            WEEK,
            Set.of(),
            Set.of(),
            Set.of(),
            Map.of(new Sku("A1"), new BookPrice(fen(price), fen(floor))));
    return builder(List.of())
        .layers(new PriceLayers(List.of()), new PriceLayers(List.of(layer)))
        .build();
  }
}

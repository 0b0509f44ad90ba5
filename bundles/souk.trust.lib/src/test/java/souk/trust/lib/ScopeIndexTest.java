package souk.trust.lib;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import souk.model.Spec;
import souk.model.TimeRange;

/** What is found by number, category and brand is what looking at everything finds. */
class ScopeIndexTest {
  private static final TimeRange ALWAYS =
      new TimeRange(Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2027-01-01T00:00:00Z"));
  private final Random random = new Random(20_261_122L);

  private List<ShelfArticle> articles() {
    List<ShelfArticle> articles = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      articles.add(
          new ShelfArticle(
              "S" + i,
              100 + random.nextInt(900),
              some("c", 3),
              random.nextInt(3) == 0 ? Optional.empty() : Optional.of("b" + random.nextInt(2))));
    }
    return articles;
  }

  private Set<String> some(String prefix, int kinds) {
    Set<String> some = new HashSet<>();
    for (int n = random.nextInt(3); n > 0; n--) {
      some.add(prefix + random.nextInt(kinds));
    }
    return some;
  }

  private Map<String, Object> scope() {
    return Map.of(
        "skus", List.copyOf(random.nextBoolean() ? some("S", 12) : Set.of()),
        "categories", List.copyOf(random.nextBoolean() ? some("c", 4) : Set.of()),
        "brands", List.copyOf(random.nextInt(3) == 0 ? some("b", 2) : Set.of()));
  }

  private OfferShape offer(int i) {
    Map<String, Object> parameters = new java.util.TreeMap<>(scope());
    parameters.put("percent", BigDecimal.valueOf(1 + random.nextInt(30)));
    String kind = "percentage";
    if (random.nextInt(4) == 0) {
      kind = "buy-x-get-y";
      parameters.put("buy", BigDecimal.ONE);
      parameters.put("get", BigDecimal.ONE);
      if (random.nextBoolean()) {
        parameters.put("reward", scope());
      }
    }
    return new OfferShape(
        "o" + i,
        ALWAYS,
        new Spec(kind, parameters),
        List.of(),
        "g" + random.nextInt(4),
        random.nextInt(8) == 0,
        random.nextInt(4) == 0);
  }

  @Test
  void theIndexFindsWhatLookingAtEverythingFinds() {
    for (int round = 0; round < 500; round++) {
      List<ShelfArticle> articles = articles();
      Shelf shelf = new Shelf(articles);
      EffectDepth depths = new EffectDepth(shelf);
      List<OfferShape> offers = new ArrayList<>();
      for (int i = 0; i < 10; i++) {
        offers.add(offer(i));
      }
      Stacking stacking = new Stacking(shelf, offers);
      for (OfferShape offer : offers) {
        assertEquals(
            articles.stream()
                .filter(a -> depths.share(offer, a).orElseThrow().signum() > 0)
                .map(ShelfArticle::sku)
                .sorted()
                .toList(),
            stacking.touched(offer).stream().map(ShelfArticle::sku).sorted().toList(),
            "round " + round + ": " + offer);
      }
      for (ShelfArticle article : articles) {
        List<OfferShape> concerning =
            offers.stream()
                .filter(o -> depths.share(o, article).orElseThrow().signum() > 0)
                .toList();
        assertEquals(
            new Stacking(shelf, concerning).worst(article),
            stacking.worst(article),
            "round " + round + ": " + article);
      }
    }
  }

  @Test
  void theLowestPriceOfAScopeIsThatOfItsArticles() {
    for (int round = 0; round < 500; round++) {
      List<ShelfArticle> articles = articles();
      Shelf shelf = new Shelf(articles);
      for (int i = 0; i < 5; i++) {
        Scope scope = Scope.of(scope());
        Optional<Long> lowest =
            articles.stream()
                .filter(scope::contains)
                .map(ShelfArticle::priceMinor)
                .min(Long::compare);
        assertEquals(lowest, shelf.lowestPrice(scope));
        assertEquals(lowest, shelf.lowestPrice(scope), "the second time");
      }
    }
  }
}

package souk.offer.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import souk.model.Money;
import souk.model.Reason;
import souk.model.Sku;
import souk.model.Spec;
import souk.offer.api.ArticleBook;
import souk.offer.api.ArticleFacts;
import souk.offer.api.BookPrice;
import souk.offer.api.Offer;
import souk.offer.api.OfferBook;
import souk.offer.api.PriceBook;

class OfferConflictsTest {
  private static final Currency GBP = Currency.getInstance("GBP");
  private final Map<Sku, BookPrice> prices = new HashMap<>();
  private final Map<Sku, ArticleFacts> facts = new HashMap<>();

  private void article(String sku, long price, long floor, String category, String brand) {
    prices.put(new Sku(sku), new BookPrice(Money.ofMinor(price, GBP), Money.ofMinor(floor, GBP)));
    facts.put(
        new Sku(sku),
        ArticleFacts.builder().categories(List.of("all", category)).brand(brand).build());
  }

  private static Offer percent(String id, int percent, String group, Map<String, Object> scope) {
    Map<String, Object> parameters = new HashMap<>(scope);
    parameters.put("percent", BigDecimal.valueOf(percent));
    return Shop.offer(id, new Spec("percentage", parameters)).stackingGroup(group).build();
  }

  private OfferConflicts conflicts(List<Offer> offers, long work) {
    return new OfferConflicts(
        new OfferBook(offers), new PriceBook(GBP, prices), new ArticleBook(facts), Map.of(), work);
  }

  private static Set<String> pairs(List<Reason> found) {
    Set<String> pairs = new TreeSet<>();
    found.stream()
        .filter(reason -> reason.arguments().size() == 5)
        .forEach(r -> pairs.add(r.arguments().get(0) + " " + r.arguments().get(1)));
    return pairs;
  }

  /** Offers for a category or a brand were never found, because no article had any. */
  @Test
  void offersForACategoryAndABrandMeetOnAnArticle() {
    article("TEA", 1_000, 700, "drinks", "Leaf");
    article("MUG", 1_000, 700, "kitchen", "Leaf");
    List<Reason> found =
        conflicts(
                List.of(
                    percent("drinks", 20, "a", Map.of("categories", List.of("drinks"))),
                    percent("leaf", 20, "b", Map.of("brands", List.of("Leaf"))),
                    percent("kitchen", 5, "c", Map.of("categories", List.of("kitchen")))),
                OfferConflicts.WORK)
            .find();
    assertEquals(Set.of("drinks leaf"), pairs(found));
    assertEquals("TEA", found.get(0).arguments().get(2));
  }

  /** Against every pair on every article, tried one by one. */
  @Test
  void findsWhatTryingEveryPairFinds() {
    Random random = new Random(20_261_122L);
    for (int round = 0; round < 200; round++) {
      prices.clear();
      facts.clear();
      for (int i = 0; i < 8; i++) {
        long price = 500 + random.nextInt(1_000);
        article(
            "S" + i,
            price,
            price * (40 + random.nextInt(50)) / 100,
            "c" + random.nextInt(3),
            "b" + random.nextInt(3));
      }
      List<Offer> offers = new ArrayList<>();
      for (int i = 0; i < 10; i++) {
        Map<String, Object> scope =
            switch (random.nextInt(4)) {
              case 0 -> Map.of("skus", List.of("S" + random.nextInt(8)));
              case 1 -> Map.of("categories", List.of("c" + random.nextInt(3)));
              case 2 -> Map.of("brands", List.of("b" + random.nextInt(3)));
              default -> Map.of();
            };
        offers.add(percent("o" + i, 5 + random.nextInt(40), "g" + random.nextInt(4), scope));
      }
      assertEquals(
          expected(offers), pairs(conflicts(offers, OfferConflicts.WORK).find()), "round " + round);
    }
  }

  private Set<String> expected(List<Offer> offers) {
    Set<String> pairs = new TreeSet<>();
    for (Map.Entry<Sku, BookPrice> shelf : prices.entrySet()) {
      for (Offer first : offers) {
        for (Offer second : offers) {
          long price = shelf.getValue().price().amountMinor();
          boolean both =
              first.id().compareTo(second.id()) < 0
                  && !first.stackingGroup().equals(second.stackingGroup())
                  && concerns(first, shelf.getKey())
                  && concerns(second, shelf.getKey());
          if (both
              && price - off(first, price) - off(second, price)
                  < shelf.getValue().floor().amountMinor()) {
            pairs.add(first.id() + " " + second.id());
          }
        }
      }
    }
    return pairs;
  }

  private static long off(Offer offer, long price) {
    return offer
        .effect()
        .number("percent")
        .multiply(BigDecimal.valueOf(price))
        .movePointLeft(2)
        .setScale(0, java.math.RoundingMode.HALF_EVEN)
        .longValueExact();
  }

  private boolean concerns(Offer offer, Sku sku) {
    ArticleFacts known = facts.get(sku);
    Map<String, Object> scope = offer.effect().parameters();
    return Optional.ofNullable((List<?>) scope.get("skus"))
            .map(l -> l.contains(sku.value()))
            .orElse(true)
        && Optional.ofNullable((List<?>) scope.get("categories"))
            .map(l -> known.categories().stream().anyMatch(l::contains))
            .orElse(true)
        && Optional.ofNullable((List<?>) scope.get("brands"))
            .map(l -> l.contains(known.brand().orElseThrow()))
            .orElse(true);
  }

  /** 10,000 offers for 10,000 articles: what is for other articles is not looked at. */
  @Test
  void workGrowsWithTheOffersForAnArticle() {
    List<Offer> offers = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      article("S" + i, 1_000, 700, "c" + i % 500, "b" + i % 900);
      offers.add(percent("o" + i, 10, "g" + i, Map.of("skus", List.of("S" + i))));
    }
    offers.add(percent("deep", 25, "deep", Map.of("categories", List.of("c7"))));
    List<Reason> found = conflicts(offers, 200_000).find();
    assertEquals(20, found.size(), found::toString);
    assertEquals("deep o1007", pairs(found).iterator().next());
  }

  /** Too many offers for everything: what was left out is said, with the least room first. */
  @Test
  void whatIsNotLookedAtIsSaid() {
    for (int i = 0; i < 100; i++) {
      article("S" + i, 1_000, 600 + i, "c", "b");
    }
    List<Offer> offers = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      offers.add(percent("o" + i, 25, "g" + i, Map.of()));
    }
    List<Reason> all = conflicts(offers, OfferConflicts.WORK).find();
    assertEquals(OfferConflicts.MOST_FINDINGS + 1, all.size());
    Reason more = all.get(all.size() - 1);
    assertEquals("offer.conflict.more", more.code());
    assertEquals(List.of("1770", "1000"), more.arguments());
    assertEquals("S99", all.get(0).arguments().get(2));
    List<Reason> few = conflicts(offers, 5_000).find();
    Reason unchecked = few.get(few.size() - 1);
    assertEquals("offer.conflict.unchecked", unchecked.code());
    assertEquals("100", unchecked.arguments().get(1));
    assertTrue(unchecked.text().contains("not looked at"), unchecked::text);
  }
}

package souk.trust.lib;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import souk.model.Spec;
import souk.model.TimeRange;

class StackingTest {
  private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
  private static final ShelfArticle CUP =
      new ShelfArticle("CUP", 800, Set.of("kitchen"), Optional.of("Potter"));
  private static final ShelfArticle POT =
      new ShelfArticle("POT", 2_500, Set.of("kitchen"), Optional.empty());
  private static final Shelf SHELF = new Shelf(List.of(CUP, POT));

  private static TimeRange days(int from, int until) {
    return new TimeRange(START.plusSeconds(86_400L * from), START.plusSeconds(86_400L * until));
  }

  private static OfferShape shape(String id, String kind, Map<String, Object> parameters) {
    return shape(id, kind, parameters, List.of());
  }

  private static OfferShape shape(
      String id, String kind, Map<String, Object> parameters, List<Spec> conditions) {
    return new OfferShape(id, days(0, 7), new Spec(kind, parameters), conditions, id, false, false);
  }

  private static BigDecimal n(String value) {
    return new BigDecimal(value);
  }

  private static void assertShare(String expected, OfferShape offer, ShelfArticle article) {
    BigDecimal share = new EffectDepth(SHELF).share(offer, article).orElseThrow();
    assertEquals(0, n(expected).compareTo(share), offer.id() + " takes off " + share);
  }

  @ParameterizedTest
  @CsvSource({"10, 0.1", "99, 0.99", "0.5, 0.005"})
  void percentagesAreTheirDepth(String percent, String share) {
    assertShare(share, shape("p", "percentage", Map.of("percent", n(percent))), CUP);
  }

  @Test
  void everyKindHasItsPlantedDepth() {
    assertShare("0.25", shape("a", "amount-off", Map.of("amountMinor", n("200"))), CUP);
    assertShare(
        "0.2",
        shape(
            "b",
            "amount-off",
            Map.of("amountMinor", n("400")),
            List.of(new Spec("cart-minimum", Map.of("amountMinor", n("2000"))))),
        CUP);
    assertShare("0.5", shape("c", "fixed-price", Map.of("priceMinor", n("400"))), CUP);
    assertShare("0", shape("d", "fixed-price", Map.of("pricesMinor", Map.of("POT", n("1")))), CUP);
    assertShare(
        "0.2",
        shape("e", "threshold", Map.of("thresholdMinor", n("1000"), "amountOffMinor", n("200"))),
        CUP);
    assertShare(
        "0.3",
        shape(
            "f",
            "threshold",
            Map.of(
                "tiers",
                List.of(
                    Map.of("thresholdMinor", n("1000"), "amountOffMinor", n("100")),
                    Map.of("thresholdMinor", n("5000"), "amountOffMinor", n("1500"))))),
        CUP);
    assertShare(
        "0.1",
        shape("g", "every", Map.of("thresholdMinor", n("1000"), "amountOffMinor", n("100"))),
        POT);
    assertShare(
        "0.25",
        shape("h", "buy-x-get-y", Map.of("buy", n("3"), "get", n("1"), "percent", n("100"))),
        CUP);
    assertShare(
        "0.146342",
        shape(
            "i",
            "bundle",
            Map.of(
                "items",
                List.of(Map.of("sku", "POT"), Map.of("sku", "CUP", "quantity", n("2"))),
                "priceMinor",
                n("3500"))),
        CUP);
    assertShare(
        "0.25",
        shape("j", "mix-and-match", Map.of("quantity", n("3"), "priceMinor", n("1800"))),
        CUP);
    assertShare(
        "0.25",
        shape(
            "k",
            "cheapest-item",
            Map.of("percent", n("50")),
            List.of(new Spec("quantity-minimum", Map.of("quantity", n("2"))))),
        CUP);
    assertShare("0", shape("l", "gift", Map.of("sku", "POT")), CUP);
    assertEquals(
        Optional.empty(), new EffectDepth(SHELF).share(shape("m", "lottery", Map.of()), CUP));
  }

  @Test
  void scopesAreNumbersCategoriesAndBrandsTogether() {
    Map<String, Object> potter = Map.of("percent", n("10"), "brands", List.of("Potter"));
    assertShare("0.1", shape("a", "percentage", potter), CUP);
    assertShare("0", shape("a", "percentage", potter), POT);
    assertEquals(
        List.of(CUP), new Stacking(SHELF, List.of()).touched(shape("a", "percentage", potter)));
  }

  @Test
  void unknownKindsAreNamed() {
    Stacking stacking =
        new Stacking(
            SHELF,
            List.of(
                shape("odd", "lottery", Map.of("skus", List.of("CUP"))),
                shape("wide", "lottery", Map.of()),
                shape("ten", "percentage", Map.of("percent", n("10")))));
    assertEquals(Set.of("odd", "wide"), stacking.unknown());
  }

  /** An unknown kind for a category that the first article is not in was taken for a known one. */
  @Test
  void unknownKindsAreNamedWhateverTheirScope() {
    ShelfArticle tea = new ShelfArticle("TEA", 300, Set.of("drinks"), Optional.empty());
    Stacking stacking =
        new Stacking(
            new Shelf(List.of(CUP, tea)),
            List.of(shape("odd", "lottery", Map.of("categories", List.of("drinks")))));
    assertEquals(Set.of("odd"), stacking.unknown());
    assertEquals(
        List.of(tea),
        stacking.touched(shape("odd", "lottery", Map.of("categories", List.of("drinks")))));
  }

  @Test
  void whatIsGivenForOthersIsDeeperThanForItself() {
    OfferShape offer =
        shape(
            "free-cup",
            "buy-x-get-y",
            Map.of(
                "buy",
                n("1"),
                "get",
                n("1"),
                "skus",
                List.of("POT"),
                "reward",
                Map.of("skus", List.of("CUP"))));
    assertShare("0.242425", offer, CUP);
    assertShare("0", offer, POT);
    assertEquals(List.of(CUP), new Stacking(SHELF, List.of(offer)).touched(offer));
  }

  @Test
  void whatMeasuresOnTheRestMultiplies() {
    OfferShape list = shape("list", "percentage", Map.of("percent", n("50")));
    OfferShape net =
        new OfferShape(
            "net",
            days(0, 7),
            new Spec("percentage", Map.of("percent", n("50"))),
            List.of(),
            "net",
            false,
            true);
    WorstCase worst = new Stacking(SHELF, List.of(list, net)).worst(CUP).orElseThrow();
    assertEquals(0, n("0.75").compareTo(worst.share()));
    assertEquals(200, worst.netMinor());
    assertEquals(List.of("list", "net"), worst.offers());
  }

  /** Against every subset that may stand together, at every instant. */
  @Test
  void equalsBruteForceOnRandomOffers() {
    Random random = new Random(2_026_11_22L);
    for (int round = 0; round < 3_000; round++) {
      List<OfferShape> offers = new ArrayList<>();
      int count = 1 + random.nextInt(6);
      for (int i = 0; i < count; i++) {
        int from = random.nextInt(5);
        offers.add(
            new OfferShape(
                "o" + i,
                days(from, from + 1 + random.nextInt(3)),
                new Spec("percentage", Map.of("percent", n("" + (1 + random.nextInt(40))))),
                List.of(),
                "g" + random.nextInt(3),
                random.nextInt(5) == 0,
                false));
      }
      BigDecimal best = bruteForce(offers);
      WorstCase worst = new Stacking(SHELF, offers).worst(CUP).orElseThrow();
      assertEquals(0, best.compareTo(worst.share()), "round " + round + " of " + offers);
    }
  }

  private static BigDecimal bruteForce(List<OfferShape> offers) {
    BigDecimal best = BigDecimal.ZERO;
    for (int day = 0; day < 9; day++) {
      Instant at = START.plusSeconds(86_400L * day);
      for (int set = 1; set < 1 << offers.size(); set++) {
        BigDecimal sum = BigDecimal.ZERO;
        List<String> groups = new ArrayList<>();
        boolean allowed = true;
        for (int i = 0; i < offers.size(); i++) {
          if ((set >> i & 1) == 1) {
            OfferShape offer = offers.get(i);
            allowed &= offer.window().contains(at) && !groups.contains(offer.stackingGroup());
            allowed &= !offer.exclusive() || Integer.bitCount(set) == 1;
            groups.add(offer.stackingGroup());
            sum = sum.add(offer.effect().number("percent").movePointLeft(2));
          }
        }
        if (allowed) {
          best = best.max(sum.min(BigDecimal.ONE));
        }
      }
    }
    return best;
  }

  @Test
  void manyOffersOnOneArticleAreTakenToOverlap() {
    List<OfferShape> offers = new ArrayList<>();
    for (int i = 0; i < 2 * Stacking.WINDOWS_LIMIT; i++) {
      offers.add(
          new OfferShape(
              "o" + i,
              days(i, i + 1),
              new Spec("percentage", Map.of("percent", n("1"))),
              List.of(),
              "g" + i,
              false,
              false));
    }
    WorstCase worst = new Stacking(SHELF, offers).worst(CUP).orElseThrow();
    assertTrue(worst.share().compareTo(BigDecimal.ONE) == 0, worst.share().toString());
  }
}

package souk.trust.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static souk.trust.policy.Changes.fen;
import static souk.trust.policy.Changes.n;
import static souk.trust.policy.Changes.offer;
import static souk.trust.policy.Changes.percent;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import souk.model.Sku;
import souk.model.Spec;
import souk.model.TimeRange;
import souk.offer.api.BookPrice;
import souk.offer.api.Offer;
import souk.offer.api.OfferLimits;
import souk.offer.api.ShopTerms;
import souk.trust.api.OfferChange;
import souk.trust.api.Violation;
import souk.trust.spi.PolicyGuard;

/** R13: accidents with prices, each by its name. */
class OfferGuardsTest {
  private final Changes shop = new Changes();

  private static List<PolicyGuard> guards() {
    return List.of(
        new OfferDepth("0.70"),
        new OfferFloor(),
        new OfferUnits(),
        new OfferWindows(366),
        new OfferReach("0.50"));
  }

  private static List<Violation> judged(OfferChange change) {
    List<Violation> all =
        guards().stream().flatMap(guard -> guard.judgeOffers(change).stream()).toList();
    for (Violation violation : all) {
      assertTrue(violation.reason().text().matches("(?s).*\\d.*"), violation.reason().text());
      assertTrue(violation.reason().text().matches("(?s).*[.:] [A-Z].*"), "says what to change");
    }
    return all;
  }

  private static void assertBlocked(String rule, OfferChange change) {
    assertTrue(
        judged(change).stream()
            .anyMatch(v -> v.rule().equals(rule) && v.severity() == Violation.Severity.BLOCK),
        () -> judged(change).toString());
  }

  private static void assertSecondPerson(String rule, OfferChange change) {
    List<Violation> found = judged(change);
    assertTrue(
        found.stream()
            .anyMatch(
                v -> v.rule().equals(rule) && v.severity() == Violation.Severity.SECOND_PERSON),
        found::toString);
  }

  @Test
  void aSmallOfferPassesAllGuards() {
    assertEquals(List.of(), judged(shop.of(percent("ten", 10, "A1", "A2"))));
    assertEquals(List.of(), judged(shop.of()));
  }

  @Test
  void guardsOfOffersHaveNothingAgainstPlans() {
    guards().forEach(guard -> assertEquals(List.of(), guard.judge(Plans.price(100, 1, 90))));
  }

  @Test
  void guardsArePureAlsoUnderEightThreads() {
    OfferChange change = shop.of(percent("deep", 99, "A1"), percent("wide", 10));
    List<Violation> expected = judged(change);
    IntStream.range(0, 8)
        .parallel()
        .mapToObj(i -> judged(change))
        .toList()
        .forEach(found -> assertEquals(expected, found));
  }

  @Test
  void aZeroOrNegativeFloorIsRefusedNeverZero() {
    shop.costs.put(new Sku("A1"), fen(0));
    assertBlocked("missing-floor", shop.of(percent("ten", 10, "A1")));
    shop.costs.put(new Sku("A1"), fen(-300));
    assertBlocked("missing-floor", shop.of(percent("ten", 10, "A1")));
    assertThrows(IllegalArgumentException.class, () -> new BookPrice(fen(1_000), fen(0)));
    assertThrows(IllegalArgumentException.class, () -> new BookPrice(fen(1_000), fen(-1)));
  }

  @Test
  void aBlankFloorIsNoPrice() {
    assertThrows(NullPointerException.class, () -> new BookPrice(fen(1_000), null));
  }

  @Test
  void aCostAboveThePriceIsRefused() {
    shop.costs.put(new Sku("A1"), fen(1_200));
    assertBlocked("below-cost", shop.of(percent("one", 1, "A1")));
    assertBlocked("below-cost", shop.layer(900, 400));
  }

  @Test
  void ninetyNinePercentOffIsRefused() {
    assertBlocked("offer-depth", shop.of(percent("deep", 99, "A1")));
  }

  @Test
  void depthIsJudgedAfterAllStacking() {
    Offer a = percent("a", 30, "A1");
    Offer b = percent("b", 30, "A1", "A2");
    Offer c = percent("c", 30, "A1", "A3");
    assertBlocked("offer-depth", shop.of(a, b, c));
    OfferChange onlyOneIsNew = shop.builder(List.of(a, b, c), c).build();
    assertBlocked("offer-depth", onlyOneIsNew);
    Offer sameGroup =
        offer("c", "percentage", Map.of("percent", n(30), "skus", List.of("A1")))
            .stackingGroup("a")
            .build();
    assertTrue(
        judged(shop.of(a, b, sameGroup)).stream()
            .noneMatch(v -> v.severity() == Violation.Severity.BLOCK));
    TimeRange later = new TimeRange(Changes.WEEK.until(), Instant.parse("2026-03-16T00:00:00Z"));
    Offer nextWeek =
        offer("c", "percentage", Map.of("percent", n(30), "skus", List.of("A1")), later)
            .stackingGroup("c")
            .build();
    assertTrue(
        judged(shop.of(a, b, nextWeek)).stream()
            .noneMatch(v -> v.severity() == Violation.Severity.BLOCK));
  }

  @Test
  void offersThatReachTheFloorNeedASecondPerson() {
    assertSecondPerson("offer-at-floor", shop.of(percent("a", 30, "A1"), percent("b", 30, "A1")));
  }

  @Test
  void yuanForFenInAPriceIsRefused() {
    assertBlocked(
        "offer-unit-mistake",
        shop.of(
            offer("member", "fixed-price", Map.of("priceMinor", n(9), "skus", List.of("A1")))
                .build()));
    assertBlocked(
        "offer-unit-mistake",
        shop.of(
            offer("member", "fixed-price", Map.of("pricesMinor", Map.of("A1", n(90_000))))
                .build()));
    assertBlocked("offer-unit-mistake", shop.layer(9, 5));
  }

  @Test
  void aPriceAHundredTimesOffItsHistoryOrCostIsRefused() {
    shop.prices.put(new Sku("A1"), new BookPrice(fen(10), fen(5)));
    shop.costs.remove(new Sku("A1"));
    assertBlocked("offer-unit-mistake", shop.layer(9, 5));
    shop.usual.remove(new Sku("A1"));
    shop.costs.put(new Sku("A1"), fen(500));
    assertBlocked("offer-unit-mistake", shop.layer(9, 5));
  }

  @Test
  void anAmountOffInTheWrongUnitIsRefused() {
    assertBlocked(
        "offer-unit-mistake",
        shop.of(
            offer(
                    "off",
                    "amount-off",
                    Map.of("amountMinor", n(20_000), "per", "unit", "skus", List.of("A1")))
                .build()));
    assertBlocked(
        "offer-unit-mistake",
        shop.of(
            offer("off", "amount-off", Map.of("amountMinor", n(1), "skus", List.of("A1")))
                .build()));
  }

  @Test
  void aBudgetThatDoesNotPayForOneUseIsRefused() {
    assertBlocked(
        "offer-unit-mistake",
        shop.of(
            offer("off", "amount-off", Map.of("amountMinor", n(200), "skus", List.of("A1")))
                .limits(OfferLimits.builder().budget(fen(100)).build())
                .build()));
  }

  @Test
  void aPromotionOfTheWholeCatalogueNeedsASecondPerson() {
    assertSecondPerson("offer-reach", shop.of(percent("sale", 10)));
    assertSecondPerson(
        "offer-reach",
        shop.of(
            offer(
                    "kitchen",
                    "percentage",
                    Map.of("percent", n(5), "categories", List.of("kitchen")))
                .build()));
    assertEquals(
        List.of(),
        judged(
            shop.of(
                offer("tea", "percentage", Map.of("percent", n(5), "categories", List.of("tea")))
                    .build())));
  }

  @Test
  void startAfterEndIsRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new TimeRange(Changes.NOW.plusSeconds(1), Changes.NOW));
    Offer never =
        offer(
                "never",
                "percentage",
                Map.of("percent", n(5), "skus", List.of("A1")),
                new TimeRange(Changes.NOW.plusSeconds(60), Changes.NOW.plusSeconds(60)))
            .build();
    assertBlocked("offer-window-empty", shop.of(never));
  }

  @Test
  void aWindowInThePastIsRefusedAndALongOneNeedsASecondPerson() {
    Map<String, Object> five = Map.of("percent", n(5), "skus", List.of("A1"));
    TimeRange past = new TimeRange(Changes.NOW.minusSeconds(60), Changes.NOW);
    assertBlocked("offer-window-over", shop.of(offer("past", "percentage", five, past).build()));
    TimeRange years = new TimeRange(Changes.NOW, Instant.parse("2036-03-09T00:00:00Z"));
    assertSecondPerson(
        "offer-window-long", shop.of(offer("long", "percentage", five, years).build()));
  }

  @Test
  void aSharedCodeWithoutLimitNeedsASecondPerson() {
    Offer.Builder coupon =
        offer("code", "percentage", Map.of("percent", n(5), "skus", List.of("A1")))
            .conditions(List.of(new Spec("coupon", Map.of("code", "TEATIME"))));
    assertSecondPerson("coupon-without-limit", shop.of(coupon.build()));
    Offer limited = coupon.limits(OfferLimits.builder().total(100).build()).build();
    assertEquals(List.of(), judged(shop.of(limited)));
  }

  @Test
  void aTimeOfDayThatSummerTimeLeavesOutOrRepeatsNeedsASecondPerson() {
    TimeRange spring = new TimeRange(Changes.NOW, Instant.parse("2026-04-02T00:00:00Z"));
    ShopTerms london = ShopTerms.builder().zone(ZoneId.of("Europe/London")).build();
    assertSecondPerson("offer-summer-time", night(spring, "01:00", "02:00", london));
    assertSecondPerson("offer-summer-time", night(spring, "22:00", "01:30", london));
    assertEquals(List.of(), judged(night(spring, "02:00", "04:00", london)));
    TimeRange autumn =
        new TimeRange(Instant.parse("2026-10-20T00:00:00Z"), Instant.parse("2026-10-30T00:00:00Z"));
    assertSecondPerson("offer-summer-time", night(autumn, "01:30", "01:45", london));
    ShopTerms shanghai = ShopTerms.builder().zone(ZoneId.of("Asia/Shanghai")).build();
    assertEquals(List.of(), judged(night(spring, "01:00", "02:00", shanghai)));
  }

  private OfferChange night(TimeRange window, String from, String until, ShopTerms terms) {
    Offer offer =
        offer("night", "percentage", Map.of("percent", n(5), "skus", List.of("A1")), window)
            .conditions(List.of(new Spec("time-of-day", Map.of("from", from, "until", until))))
            .build();
    return shop.builder(List.of(offer), offer).terms(terms).build();
  }

  @Test
  void anEffectNobodyKnowsNeedsASecondPerson() {
    assertSecondPerson(
        "offer-depth-unknown",
        shop.of(offer("odd", "lottery", Map.of("skus", List.of("A1"))).build()));
  }
}

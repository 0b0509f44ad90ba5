package souk.trust.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static souk.trust.policy.Changes.fen;
import static souk.trust.policy.Changes.n;
import static souk.trust.policy.Changes.offer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import souk.model.Sku;
import souk.offer.api.BookPrice;
import souk.offer.api.Offer;
import souk.offer.api.PriceLayer;
import souk.offer.api.PriceLayers;
import souk.trust.api.OfferChange;
import souk.trust.api.Violation;
import souk.trust.spi.PolicyGuard;

/** The price accidents that made the news, replayed; every one of them is blocked. */
class AccidentsTest {
  private final Changes shop = new Changes();

  private static void assertBlocked(String rule, List<Violation> found) {
    assertTrue(
        found.stream()
            .anyMatch(v -> v.severity() == Violation.Severity.BLOCK && v.rule().equals(rule)),
        found::toString);
  }

  /** December 2014: a repricer set thousands of articles to one penny for an hour. */
  @Test
  void repricerExpress2014EverythingForAPenny() {
    Map<Sku, BookPrice> penny = new HashMap<>();
    shop.prices.keySet().forEach(sku -> penny.put(sku, new BookPrice(fen(1), fen(1))));
    OfferChange change =
        shop.builder(List.of())
            .layers(
                new PriceLayers(List.of()),
                new PriceLayers(
                    List.of(
                        new PriceLayer(
                            "repricer", 9, Changes.WEEK, Set.of(), Set.of(), Set.of(), penny))))
            .build();
    assertBlocked("offer-unit-mistake", new OfferUnits().judgeOffers(change));
    assertBlocked("below-cost", new OfferFloor().judgeOffers(change));
    Offer fixed = offer("penny", "fixed-price", Map.of("priceMinor", n(1))).build();
    assertBlocked("offer-unit-mistake", new OfferUnits().judgeOffers(shop.of(fixed)));
    assertBlocked("offer-depth", new OfferDepth("0.70").judgeOffers(shop.of(fixed)));
  }

  /** 2012: a blank minimum price was read as one cent. */
  @Test
  void appeagle2012ABlankMinimum() {
    assertThrows(NullPointerException.class, () -> new BookPrice(fen(1_000), null));
    shop.costs.put(new Sku("A1"), fen(0));
    Offer any = offer("any", "percentage", Map.of("percent", n(1), "skus", List.of("A1"))).build();
    assertBlocked("missing-floor", new OfferFloor().judgeOffers(shop.of(any)));
    assertBlocked("missing-floor", new PriceFloor("0.05").judge(Plans.price(1_000, 990, 0)));
  }

  /** Prime Day 2019: cameras worth 13,000 dollars were sold at 94.48. */
  @Test
  void primeDay2019ThirteenThousandAtNinetyFour() {
    Sku camera = new Sku("CAMERA");
    shop.prices.put(camera, new BookPrice(fen(1_300_000), fen(900_000)));
    shop.costs.put(camera, fen(900_000));
    shop.usual.put(camera, fen(1_300_000));
    Offer deal =
        offer("deal", "fixed-price", Map.of("pricesMinor", Map.of("CAMERA", n(9_448)))).build();
    OfferChange change = shop.of(deal);
    assertBlocked("offer-unit-mistake", new OfferUnits().judgeOffers(change));
    assertBlocked("offer-depth", new OfferDepth("0.70").judgeOffers(change));
    long stopped =
        List.<PolicyGuard>of(new OfferUnits(), new OfferDepth("0.70")).stream()
            .filter(guard -> !guard.judgeOffers(change).isEmpty())
            .count();
    assertEquals(2, stopped, "each guard alone would have stopped it");
  }
}

package souk.offer.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import souk.model.Money;
import souk.model.Spec;
import souk.offer.api.BookPrice;
import souk.offer.api.Quote;
import souk.offer.spi.LinePricer;
import souk.offer.spi.SelectionPolicy;

/** One cart for each class of accident that shop systems are known for. */
class KnownAccidentsTest {
  private static Spec percent(int percent) {
    return new Spec("percentage", Map.of("percent", percent));
  }

  private static Spec off(long threshold, long amount) {
    return new Spec("threshold", Map.of("thresholdMinor", threshold, "amountOffMinor", amount));
  }

  /** Two offers that may be combined: adding the second made the first vanish. */
  @Test
  void combinableOffersBothApply() {
    Quote quote =
        Shop.standard()
            .price("A", 1000, 1)
            .offer(Shop.offer("a", percent(10)).stackingGroup("percent").build())
            .offer(Shop.offer("b", off(500, 100)).stackingGroup("money").build())
            .publish("S-1")
            .quote(Set.of(), "A", 1);
    assertEquals(2, quote.applied().size());
    assertEquals(800, quote.net().amountMinor());
  }

  /** The better of two offers that may not be combined depends on the cart, not on their order. */
  @Test
  void theBestDealIsTheBestForThisCart() {
    Shop shop =
        Shop.standard()
            .price("A", 1000, 1)
            .offer(Shop.offer("a", percent(10)).build())
            .offer(Shop.offer("b", off(1000, 300)).build())
            .publish("S-1");
    assertEquals("b", shop.quote(Set.of(), "A", 1).applied().get(0).offerId());
    assertEquals("a", shop.quote(Set.of(), "A", 5).applied().get(0).offerId());
    Quote quote = shop.quote(Set.of(), "A", 5);
    assertEquals("selection.better", quote.rejected().get(0).reason().code());
    assertEquals(List.of("a"), quote.rejected().get(0).reason().arguments());
  }

  /** By priority the merchandiser's order wins, even if another offer gives more. */
  @Test
  void byPriorityTakesTheMerchandisersOrder() {
    Shop shop = new Shop("GBP").price("A", 1000, 1);
    shop.router.add(LinePricer.class, "price-book", new PriceBookPricer());
    shop.router.add(SelectionPolicy.class, "by-priority", new ByPriority());
    Quote quote =
        shop.offer(Shop.offer("a", percent(10)).priority(1).build())
            .offer(Shop.offer("b", percent(50)).priority(0).build())
            .publish("S-1")
            .quote(Set.of(), "A", 1);
    assertEquals("a", quote.applied().get(0).offerId());
  }

  /** Many stacked offers: the total went below zero. */
  @Test
  void totalsNeverGoBelowTheFloor() {
    Shop shop = Shop.standard().price("A", 1000, 400).price("B", 3, 1);
    for (int i = 0; i < 8; i++) {
      shop.offer(Shop.offer("o" + i, percent(50)).stackingGroup("g" + i).build());
    }
    Quote quote = shop.publish("S-1").quote(Set.of(), "A", 2, "B", 1);
    assertEquals(2 * 400 + 1, quote.net().amountMinor());
    assertTrue(quote.notes().stream().anyMatch(n -> n.code().equals("offer.capped-at-floor")));
  }

  /** A fixed amount over several lines: the cents did not add up. */
  @Test
  void aFixedAmountOverSeveralLinesIsExact() {
    Quote quote =
        Shop.standard()
            .price("A", 333, 1)
            .price("B", 333, 1)
            .price("C", 334, 1)
            .offer(Shop.offer("ten", off(1000, 100)).build())
            .publish("S-1")
            .quote(Set.of(), "A", 1, "B", 1, "C", 1);
    assertEquals(
        List.of(33L, 33L, 34L),
        quote.lines().stream().map(l -> l.discount().amountMinor()).toList());
    assertEquals(900, quote.net().amountMinor());
  }

  /** Two lines of one article count together towards a threshold. */
  @Test
  void twoLinesOfOneArticleCountTogether() {
    Spec offer =
        new Spec(
            "threshold",
            Map.of("thresholdMinor", 2000, "amountOffMinor", 500, "skus", List.of("A")));
    Quote quote =
        Shop.standard()
            .price("A", 1000, 1)
            .price("B", 9000, 1)
            .offer(Shop.offer("a", offer).build())
            .publish("S-1")
            .quote(Set.of(), "A", 1, "B", 1, "A", 1);
    assertEquals(
        List.of(250L, 0L, 250L),
        quote.lines().stream().map(l -> l.discount().amountMinor()).toList());
  }

  /** A blank minimum price became one cent: a floor that is missing or zero is refused. */
  @Test
  void aBlankFloorIsRefused() {
    Money price = Money.ofMinor(1000, Shop.standard().currency);
    assertThrows(
        IllegalArgumentException.class, () -> new BookPrice(price, Money.zero(price.currency())));
    assertThrows(
        IllegalArgumentException.class,
        () -> new BookPrice(price, Money.ofMinor(-1, price.currency())));
  }

  /** A pricer that sells a 13,000-dollar article for 94.48 is stopped by the floor. */
  @Test
  void aPricerCannotSellBelowTheFloor() {
    Shop shop = new Shop("USD").price("LENS", 1_300_000, 900_000);
    shop.router.add(LinePricer.class, "broken", (cart, prices) -> new long[] {9448});
    shop.router.add(LinePricer.class, "price-book", new PriceBookPricer());
    shop.router.add(SelectionPolicy.class, "best-for-customer", new BestForCustomer());
    Quote quote = shop.publish("S-1").quote(Set.of(), "LENS", 1);
    assertEquals(1_300_000, quote.net().amountMinor());
    assertTrue(quote.notes().get(0).text().contains("below its floor"));
  }
}

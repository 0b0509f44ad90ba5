package souk.offer.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import souk.model.Spec;
import souk.offer.api.Quote;

class TrafficMetricsTest {
  private final Shop shop =
      Shop.standard()
          .price("A", 250, 200)
          .price("B", 1_000, 400)
          .offer(
              Shop.offer("ten", new Spec("percentage", Map.of("percent", BigDecimal.TEN))).build())
          .publish("S1");
  private final MarginPerQuote margin = new MarginPerQuote(shop);

  @Test
  void theMarginIsWhatIsLeftOverTheFloors() {
    Quote quote = shop.quote(Set.of(), "A", 3, "B", 1);
    long net = quote.net().amountMinor();
    assertEquals(OptionalDouble.of(net - 3 * 200 - 400), margin.measure(quote));
    assertTrue(margin.description().higherIsBetter());
  }

  @Test
  void theDiscountIsWhatTheOffersTake() {
    Quote quote = shop.quote(Set.of(), "B", 2);
    DiscountPerOrder discount = new DiscountPerOrder();
    assertEquals(OptionalDouble.of(200), discount.measure(quote));
    assertFalse(discount.description().higherIsBetter());
  }

  @Test
  void whatIsNoQuoteOrOfAnotherSnapshotIsNotMeasured() {
    Quote quote = shop.quote(Set.of(), "A", 1);
    assertEquals(OptionalDouble.empty(), margin.measure("no quote"));
    assertEquals(OptionalDouble.empty(), new DiscountPerOrder().measure(1.5));
    shop.publish("S2");
    assertEquals(OptionalDouble.empty(), margin.measure(quote));
  }
}

package ${package};

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Currency;
import java.util.Map;
import org.junit.jupiter.api.Test;
import souk.model.Cart;
import souk.model.Money;
import souk.model.Sku;
import souk.offer.api.BookPrice;
import souk.offer.api.PriceBook;

/** What this pricer promises. */
class ${className}Test {
  private static final Currency GBP = Currency.getInstance("GBP");

  @Test
  void lowersToTheEnding() {
    assertEquals(1_239, priced(1_245, 900));
    assertEquals(1_249, priced(1_249, 900));
  }

  @Test
  void staysAboveTheFloor() {
    assertEquals(1_245, priced(1_245, 1_240));
  }

  @Test
  void refusesAnEndingBeyondTheStep() {
    assertThrows(IllegalArgumentException.class, () -> new ${className}(10, 10));
  }

  @Test
  void bundleAndStrategyHaveTheSameVersion() {
    assertEquals(System.getProperty("project.version"), ${className}.VERSION);
  }

  private static long priced(long bookMinor, long floorMinor) {
    Sku tea = new Sku("TEA");
    BookPrice price = new BookPrice(Money.ofMinor(bookMinor, GBP), Money.ofMinor(floorMinor, GBP));
    Cart cart = Cart.builder(GBP).line(tea, 1).build();
    return new ${className}(10, 9).unitPricesMinor(cart, new PriceBook(GBP, Map.of(tea, price)))[0];
  }
}

package souk.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CartTest {
  private static final Currency GBP = Currency.getInstance("GBP");

  @Test
  void numbersLinesFromOne() {
    Cart cart = Cart.builder(GBP).line(new Sku("A"), 2).line(new Sku("B"), 1).build();
    assertEquals(List.of("1", "2"), cart.lines().stream().map(CartLine::lineId).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "1000001", "0.0000001"})
  void refusesImpossibleQuantities(BigDecimal quantity) {
    assertThrows(IllegalArgumentException.class, () -> new CartLine("1", new Sku("A"), quantity));
  }

  @Test
  void refusesEmptyAndOversizedCartsAndRepeatedLines() {
    assertThrows(IllegalArgumentException.class, () -> Cart.builder(GBP).build());
    Cart.Builder many = Cart.builder(GBP);
    for (int i = 0; i <= Cart.MAX_LINES; i++) {
      many.line(new Sku("A"), 1);
    }
    assertThrows(IllegalArgumentException.class, many::build);
    CartLine line = new CartLine("x", new Sku("A"), BigDecimal.ONE);
    assertThrows(
        IllegalArgumentException.class, () -> Cart.builder(GBP).line(line).line(line).build());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "a\nb", "a\u0000"})
  void refusesKeysThatCannotBeSeen(String value) {
    assertThrows(IllegalArgumentException.class, () -> new Sku(value));
    assertThrows(IllegalArgumentException.class, () -> new CustomerKey(value));
  }
}

package souk.plan.lib.price;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PriceEndingsTest {
  @ParameterizedTest
  @CsvSource({
    "2, 42, 42", "2, 99, 99", "2, 100, 105", "2, 106, 109", "2, 996, 999", "2, 1000, 1049",
    "2, 1050, 1095", "2, 1096, 1099", "0, 99, 99", "0, 101, 108", "0, 1001, 1080", "3, 12, 20",
    "3, 1001, 1050", "3, 10001, 10490"
  })
  void findsTheNextPriceThatLooksLikeOne(int digits, long from, long expected) {
    assertEquals(expected, PriceEndings.forDigits(digits).atOrAbove(from));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4})
  void theNextPriceIsTheFirstThatFits(int digits) {
    PriceEndings endings = PriceEndings.forDigits(digits);
    for (long price = 1; price < 3_000; price++) {
      long expected = price;
      while (!endings.fits(expected)) {
        expected++;
      }
      assertEquals(expected, endings.atOrAbove(price), "from " + price);
    }
  }

  @Test
  void refusesTiersThatCannotBe() {
    assertThrows(IllegalArgumentException.class, () -> new PriceEndings(List.of()));
    assertThrows(IllegalArgumentException.class, () -> new PriceEndings.Tier(0, 10, List.of(10L)));
    assertThrows(
        IllegalArgumentException.class,
        () -> new PriceEndings(List.of(new PriceEndings.Tier(5, 1, List.of(0L)))));
    assertThrows(IllegalArgumentException.class, () -> PriceEndings.forDigits(9));
  }

  @Test
  void knowsWhatFits() {
    PriceEndings pounds = PriceEndings.forDigits(2);
    assertTrue(pounds.fits(1299));
    assertFalse(pounds.fits(1290));
  }
}

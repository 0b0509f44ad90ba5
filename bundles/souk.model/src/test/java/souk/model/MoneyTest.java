package souk.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {
  private static final Currency GBP = Currency.getInstance("GBP");

  @ParameterizedTest
  @CsvSource({
    "GBP, 12.345, 1234",
    "GBP, 12.355, 1236",
    "GBP, -0.005, 0",
    "GBP, -0.015, -2",
    "JPY, 99.5, 100",
    "JPY, 98.5, 98",
    "KWD, 1.2345, 1234"
  })
  void roundsHalfEvenToTheMinorUnitOfTheCurrency(String code, BigDecimal amount, long minor) {
    assertEquals(minor, Money.of(amount, Currency.getInstance(code)).amountMinor());
  }

  @ParameterizedTest
  @CsvSource({"GBP, 1234, 12.34", "JPY, 1234, 1234", "KWD, 1234, 1.234"})
  void givesBackExactDecimals(String code, long minor, BigDecimal amount) {
    assertEquals(amount, Money.ofMinor(minor, Currency.getInstance(code)).toDecimal());
  }

  @Test
  void refusesToMixCurrenciesAndNamesBoth() {
    Money pounds = Money.ofMinor(100, GBP);
    Money yen = Money.ofMinor(100, Currency.getInstance("JPY"));
    String message =
        assertThrows(IllegalArgumentException.class, () -> pounds.plus(yen)).getMessage();
    assertTrue(message.contains("GBP 1.00") && message.contains("JPY 100"), message);
  }

  @Test
  void refusesToOverflowSilently() {
    Money most = Money.ofMinor(Long.MAX_VALUE, GBP);
    assertThrows(ArithmeticException.class, () -> most.plus(Money.ofMinor(1, GBP)));
    assertThrows(ArithmeticException.class, () -> most.times(BigDecimal.valueOf(2)));
  }

  @Test
  void multipliesExactlyAndRoundsOnce() {
    assertEquals(333, Money.ofMinor(999, GBP).times(new BigDecimal("0.3333333")).amountMinor());
    assertEquals(2, Money.ofMinor(5, GBP).times(new BigDecimal("0.5")).amountMinor());
  }
}

package souk.offer.lib.compiled;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Integer arithmetic equals that of decimals, small and great. */
class ExactTest {
  private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

  @Test
  void percentagesRoundHalfEven() {
    assertEquals(2, Exact.percent(25, 10_000_000));
    assertEquals(4, Exact.percent(35, 10_000_000));
    assertEquals(0, Exact.percent(5, 10_000_000));
    assertEquals(33, Exact.percent(100, 33_333_333));
    Random random = new Random(9);
    for (int round = 0; round < 50_000; round++) {
      long millionths = 1 + random.nextInt(100_000_000);
      long gross = random.nextLong(round % 2 == 0 ? 1_000 : 1_000_000_000_000_000_000L);
      BigDecimal exact = BigDecimal.valueOf(gross).multiply(BigDecimal.valueOf(millionths, 8));
      assertEquals(
          exact.setScale(0, RoundingMode.HALF_EVEN).longValueExact(),
          Exact.percent(gross, millionths));
    }
  }

  @Test
  void amountsRoundHalfEvenOnceAndFloorsUp() {
    assertEquals(2, Exact.amount(5, 500_000));
    assertEquals(4, Exact.amount(7, 500_000));
    assertEquals(3, Exact.amountUp(5, 500_000));
    Random random = new Random(1);
    for (int round = 0; round < 50_000; round++) {
      long price = random.nextLong(round % 2 == 0 ? 5_000 : 1_000_000_000_000L);
      long micros = 1 + random.nextLong(round % 3 == 0 ? 9_000_000 : 1_000_000_000_000L);
      BigDecimal exact = BigDecimal.valueOf(price).multiply(BigDecimal.valueOf(micros));
      assertEquals(
          exact.divide(MILLION, 0, RoundingMode.HALF_EVEN).longValueExact(),
          Exact.amount(price, micros));
      assertEquals(
          exact.divide(MILLION, 0, RoundingMode.CEILING).longValueExact(),
          Exact.amountUp(price, micros));
    }
  }

  @Test
  void ratiosCompareExactly() {
    Random random = new Random(2);
    for (int round = 0; round < 50_000; round++) {
      long most = round % 2 == 0 ? 20 : 1_000_000_000_000_000_000L;
      long a = random.nextLong(most);
      long b = random.nextLong(most);
      long m = 1 + random.nextLong(most);
      long n = 1 + random.nextLong(most);
      int expected =
          BigDecimal.valueOf(a)
              .multiply(BigDecimal.valueOf(n))
              .compareTo(BigDecimal.valueOf(b).multiply(BigDecimal.valueOf(m)));
      assertEquals(expected, Integer.signum(Exact.compareRatios(a, m, b, n)));
    }
  }

  @Test
  void whatDoesNotFitIsRefusedAndInstantsAreHeldAtTheEnds() {
    assertThrows(ArithmeticException.class, () -> Exact.amount(Long.MAX_VALUE / 2, 3_000_000));
    assertEquals(Long.MAX_VALUE, Exact.nanos(Instant.MAX));
    assertEquals(Long.MIN_VALUE, Exact.nanos(Instant.MIN));
    Instant now = Instant.parse("2026-03-29T01:00:00.123456789Z");
    assertTrue(Exact.nanos(now) + 1 == Exact.nanos(now.plusNanos(1)));
    assertEquals(Long.MAX_VALUE, Exact.plus(Long.MAX_VALUE - 1, 5));
  }
}

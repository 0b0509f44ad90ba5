package souk.offer.lib;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LineAmountTest {
  @Test
  void roundsHalfEvenOnce() {
    assertEquals(2, LineAmount.gross(5, new BigDecimal("0.5")));
    assertEquals(4, LineAmount.gross(7, new BigDecimal("0.5")));
    assertEquals(295 * 12L, LineAmount.gross(295, BigDecimal.valueOf(12)));
    assertEquals(1_000_000L * 999, LineAmount.gross(999, new BigDecimal("1E+6")));
  }

  @Test
  void fastPathEqualsTheDecimalOne() {
    Random random = new Random(1);
    for (int i = 0; i < 20_000; i++) {
      long price = random.nextLong(1_000_000_000L);
      BigDecimal quantity = BigDecimal.valueOf(random.nextInt(2_000_000), random.nextInt(7));
      assertEquals(
          BigDecimal.valueOf(price).multiply(quantity).setScale(0, RoundingMode.HALF_EVEN),
          BigDecimal.valueOf(LineAmount.gross(price, quantity)));
    }
  }

  @Test
  void floorNeverAllowsLessPerUnitAndNeverExceedsGross() {
    Random random = new Random(2);
    for (int i = 0; i < 20_000; i++) {
      long price = 1 + random.nextLong(10_000);
      long unitFloor = 1 + random.nextLong(price);
      BigDecimal quantity = BigDecimal.valueOf(1 + random.nextInt(5_000), random.nextInt(4));
      long gross = LineAmount.gross(price, quantity);
      long floor = LineAmount.floor(unitFloor, quantity, gross);
      assertTrue(floor <= gross);
      BigDecimal exact = BigDecimal.valueOf(unitFloor).multiply(quantity);
      assertTrue(floor == gross || BigDecimal.valueOf(floor).compareTo(exact) >= 0);
    }
  }

  @Test
  void refusesWhatDoesNotFit() {
    assertThrows(
        ArithmeticException.class,
        () -> LineAmount.gross(Long.MAX_VALUE / 2, BigDecimal.valueOf(3)));
  }
}

package souk.offer.lib.refund;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import souk.offer.lib.TaxAmount;

class PaidLineTest {
  @Test
  void threeUnitsForTenAreReturnedOneByOne() {
    PaidLine line = new PaidLine(BigDecimal.valueOf(3), 1000, 160);
    long[] net = new long[3];
    long[] tax = new long[3];
    for (int k = 0; k < 3; k++) {
      PaidLine.Refund back = line.refund(BigDecimal.valueOf(k), BigDecimal.ONE);
      net[k] = back.netMinor();
      tax[k] = back.taxMinor();
    }
    assertEquals("333 334 333", "%d %d %d".formatted(net[0], net[1], net[2]));
    assertEquals(160, tax[0] + tax[1] + tax[2]);
  }

  @Test
  void fractionsOfAUnitComeBackToo() {
    PaidLine line = new PaidLine(new BigDecimal("1.250"), 999, 0);
    assertEquals(200, line.refund(BigDecimal.ZERO, new BigDecimal("0.25")).netMinor());
    assertEquals(799, line.refund(new BigDecimal("0.25"), BigDecimal.ONE).netMinor());
  }

  @Test
  void moreThanWasBoughtIsRefused() {
    PaidLine line = new PaidLine(BigDecimal.valueOf(2), 10, 0);
    assertThrows(
        IllegalArgumentException.class, () -> line.refund(BigDecimal.ONE, BigDecimal.valueOf(2)));
    assertThrows(
        IllegalArgumentException.class, () -> line.refund(BigDecimal.ZERO, BigDecimal.valueOf(-1)));
  }

  @Test
  void taxesAreRoundedHalfEvenOnce() {
    assertEquals(167, TaxAmount.included(1000, BigDecimal.valueOf(20)));
    assertEquals(2, TaxAmount.onTop(25, BigDecimal.TEN));
    assertEquals(4, TaxAmount.onTop(35, BigDecimal.TEN));
    assertEquals(55, TaxAmount.onTop(1000, new BigDecimal("5.5")));
    assertEquals(0, TaxAmount.included(1000, BigDecimal.ZERO));
  }
}

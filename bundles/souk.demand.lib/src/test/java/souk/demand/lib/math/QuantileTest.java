package souk.demand.lib.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

/** Quantiles against printed tables. */
class QuantileTest {
  @Test
  void normalQuantilesMatchTables() {
    assertEquals(0, Normal.quantile(0.5), 0);
    assertEquals(1.2815515655446004, Normal.quantile(0.9), 1e-14);
    assertEquals(-1.959963984540054, Normal.quantile(0.025), 1e-14);
    assertEquals(4.753424308822899, Normal.quantile(0.999999), 1e-9);
    assertEquals(-8.222082216130435, Normal.quantile(1e-16), 1e-9);
  }

  @Test
  void studentQuantilesMatchTables() {
    assertEquals(12.7062, StudentT.quantile(0.975, 1), 1e-4);
    assertEquals(4.3027, StudentT.quantile(0.975, 2), 1e-4);
    assertEquals(2.5706, StudentT.quantile(0.975, 5), 1e-4);
    assertEquals(2.2281, StudentT.quantile(0.975, 10), 1e-4);
    assertEquals(1.6973, StudentT.quantile(0.95, 30), 1e-4);
    assertEquals(-2.4620, StudentT.quantile(0.01, 29), 1e-4);
    assertEquals(1.9602, StudentT.quantile(0.975, 10_000), 1e-4);
  }

  @Test
  void percentAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> Normal.quantile(90));
    assertThrows(IllegalArgumentException.class, () -> StudentT.quantile(0.9, 0));
  }
}

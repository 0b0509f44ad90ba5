package souk.offer.lib;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Tax of one line in minor units, rounded half-even once. Pure. */
public final class TaxAmount {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private TaxAmount() {}

  /** Tax contained in an amount: {@code net · r / (100 + r)}. */
  public static long included(long netMinor, BigDecimal percent) {
    return BigDecimal.valueOf(netMinor)
        .multiply(percent)
        .divide(HUNDRED.add(percent), 0, RoundingMode.HALF_EVEN)
        .longValueExact();
  }

  /** Tax on top of an amount: {@code net · r / 100}. */
  public static long onTop(long netMinor, BigDecimal percent) {
    return BigDecimal.valueOf(netMinor)
        .multiply(percent)
        .movePointLeft(2)
        .setScale(0, RoundingMode.HALF_EVEN)
        .longValueExact();
  }
}

package souk.offer.lib;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A percentage off each line, rounded half-even per line, so that a line's discount depends on this
 * line alone. Immutable and safe for use by many threads.
 */
public final class PercentageDiscount {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final int MOST_DECIMALS = 6;
  private static final long MILLIONTHS_PER_WHOLE = 100_000_000;

  /** Percent × 10⁶; at most 10⁸. */
  private final long millionths;

  /**
   * @param percent in (0, 100], at most 6 decimals
   */
  public PercentageDiscount(BigDecimal percent) {
    if (percent.signum() <= 0
        || percent.compareTo(HUNDRED) > 0
        || percent.stripTrailingZeros().scale() > MOST_DECIMALS) {
      throw new IllegalArgumentException(
          "A percentage must lie in (0, 100] and have at most %d decimals, but is %s."
              .formatted(MOST_DECIMALS, percent));
    }
    this.millionths = percent.movePointRight(MOST_DECIMALS).longValueExact();
  }

  /** {@code gross · percent / 100}, half-even; in [0, gross]. */
  public long of(long grossMinor) {
    long product = grossMinor * millionths;
    if (Math.multiplyHigh(grossMinor, millionths) != 0 || product < 0) {
      return BigDecimal.valueOf(grossMinor)
          .multiply(BigDecimal.valueOf(millionths))
          .divide(BigDecimal.valueOf(MILLIONTHS_PER_WHOLE), 0, RoundingMode.HALF_EVEN)
          .longValueExact();
    }
    long quotient = product / MILLIONTHS_PER_WHOLE;
    long twice = 2 * (product % MILLIONTHS_PER_WHOLE);
    boolean up =
        twice > MILLIONTHS_PER_WHOLE || (twice == MILLIONTHS_PER_WHOLE && (quotient & 1) == 1);
    return up ? quotient + 1 : quotient;
  }
}

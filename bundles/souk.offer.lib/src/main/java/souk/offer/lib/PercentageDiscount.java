package souk.offer.lib;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A percentage off each line, rounded half-even per line, so that a line's discount depends on this
 * line alone. Immutable and safe for use by many threads.
 *
 * @param percent in (0, 100], at most 6 decimals
 */
public record PercentageDiscount(BigDecimal percent) {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  public PercentageDiscount {
    if (percent.signum() <= 0
        || percent.compareTo(HUNDRED) > 0
        || percent.stripTrailingZeros().scale() > 6) {
      throw new IllegalArgumentException(
          "A percentage must lie in (0, 100] and have at most 6 decimals, but is %s."
              .formatted(percent));
    }
  }

  /** {@code gross · percent / 100}, half-even; in [0, gross]. */
  public long of(long grossMinor) {
    return BigDecimal.valueOf(grossMinor)
        .multiply(percent)
        .movePointLeft(2)
        .setScale(0, RoundingMode.HALF_EVEN)
        .longValueExact();
  }
}

package souk.offer.lib;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Amount of a cart line in minor units: {@code quantity × unit price}, rounded once. Pure and safe
 * for use by many threads.
 */
public final class LineAmount {
  private LineAmount() {}

  /**
   * Gross amount, rounded half-even.
   *
   * @throws ArithmeticException if it does not fit in a long
   */
  public static long gross(long unitPriceMinor, BigDecimal quantity) {
    return product(unitPriceMinor, quantity, RoundingMode.HALF_EVEN);
  }

  /**
   * Least net amount of a line: {@code quantity × unit floor}, rounded up so that the price per
   * unit never falls below the floor, but never above the gross amount.
   */
  public static long floor(long unitFloorMinor, BigDecimal quantity, long grossMinor) {
    return Math.min(grossMinor, product(unitFloorMinor, quantity, RoundingMode.CEILING));
  }

  private static long product(long unitMinor, BigDecimal quantity, RoundingMode rounding) {
    if (quantity.scale() == 0 && quantity.precision() <= 7) {
      return Math.multiplyExact(unitMinor, quantity.longValue());
    }
    return BigDecimal.valueOf(unitMinor).multiply(quantity).setScale(0, rounding).longValueExact();
  }
}

package souk.offer.lib.refund;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * A line of an order as it was paid.
 *
 * @param quantity units, greater than 0
 * @param netMinor paid for them after all offers, at least 0; with the tax if prices include it
 * @param taxMinor tax of it, contained or on top, at least 0
 */
public record PaidLine(BigDecimal quantity, long netMinor, long taxMinor) {
  public PaidLine {
    if (quantity.signum() <= 0 || netMinor < 0 || taxMinor < 0) {
      throw new IllegalArgumentException(
          "A paid line needs a quantity greater than 0 and amounts of at least 0, but has %s, %d and %d."
              .formatted(quantity.toPlainString(), netMinor, taxMinor));
    }
  }

  /** What comes back: minor units. */
  public record Refund(long netMinor, long taxMinor) {}

  /**
   * What comes back for some units.
   *
   * @param before units returned earlier, at least 0
   * @param units returned now, at least 0
   * @throws IllegalArgumentException if more would come back than was bought
   */
  public Refund refund(BigDecimal before, BigDecimal units) {
    BigDecimal after = before.add(units);
    if (before.signum() < 0 || units.signum() < 0 || after.compareTo(quantity) > 0) {
      throw new IllegalArgumentException(
          "Of %s units %s were returned; %s more cannot be.%nMaybe they belong to another line."
              .formatted(quantity.toPlainString(), before.toPlainString(), units.toPlainString()));
    }
    return new Refund(
        worth(netMinor, after) - worth(netMinor, before),
        worth(taxMinor, after) - worth(taxMinor, before));
  }

  /** {@code paid · units / quantity}, half-even. */
  private long worth(long paid, BigDecimal units) {
    int scale = Math.max(0, Math.max(units.scale(), quantity.scale()));
    BigInteger part = units.setScale(scale).unscaledValue();
    BigInteger whole = quantity.setScale(scale).unscaledValue();
    BigInteger[] parts = BigInteger.valueOf(paid).multiply(part).divideAndRemainder(whole);
    int half = parts[1].shiftLeft(1).compareTo(whole);
    boolean up = half > 0 || (half == 0 && parts[0].testBit(0));
    return parts[0].longValueExact() + (up ? 1 : 0);
  }
}

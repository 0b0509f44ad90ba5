package souk.offer.lib.compiled;

import java.math.BigInteger;

/**
 * What units are worth together, exactly, where rounded values are too near to a price to decide.
 * Used once.
 */
final class ExactWorth {
  private BigInteger numerator = BigInteger.ZERO;
  private BigInteger denominator = BigInteger.ONE;

  /** Adds the dearest units of an order behind some that are left out. */
  ExactWorth dearest(CartState cart, long[] amounts, UnitOrder order, long without, long count) {
    long skip = without;
    long left = count;
    for (int i = order.size - 1; i >= 0 && left > 0; i--) {
      long free = Math.max(0, order.units[i] - skip);
      skip -= order.units[i] - free;
      long take = Math.min(left, free);
      if (take > 0) {
        add(amounts[order.line[i]], take, cart.micros[order.line[i]]);
        left -= take;
      }
    }
    return this;
  }

  private void add(long amount, long units, long micros) {
    BigInteger all = BigInteger.valueOf(micros);
    BigInteger worth =
        BigInteger.valueOf(amount)
            .multiply(BigInteger.valueOf(units))
            .multiply(BigInteger.valueOf(Exact.MICROS));
    numerator = numerator.multiply(all).add(worth.multiply(denominator));
    denominator = denominator.multiply(all);
  }

  boolean above(long price) {
    return numerator.compareTo(denominator.multiply(BigInteger.valueOf(price))) > 0;
  }
}

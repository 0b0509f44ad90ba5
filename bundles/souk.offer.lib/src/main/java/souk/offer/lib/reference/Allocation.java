package souk.offer.lib.reference;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * Spreads a total over lines in proportion to weights so that the shares sum exactly to it (largest
 * remainder, Hamilton's method). Pure and safe for use by many threads.
 */
final class Allocation {
  private Allocation() {}

  /**
   * Shares of a total. Every line first gets {@code floor(total · weight / Σ weights)}; the units
   * that are left go one each to the lines with the largest remainders, on equal remainders to the
   * earlier line. If {@code total ≤ Σ weights}, no share exceeds its weight.
   *
   * @param total at least 0
   * @param weights each at least 0; at least one greater than 0 if the total is
   * @return shares that sum exactly to {@code total}
   */
  static long[] byLargestRemainder(long total, long[] weights) {
    long sum = 0;
    for (long weight : weights) {
      if (weight < 0) {
        throw new IllegalArgumentException(
            "Weights must be at least 0, but are " + Arrays.toString(weights) + ".");
      }
      sum = Math.addExact(sum, weight);
    }
    if (total < 0 || (total > 0 && sum == 0)) {
      throw new IllegalArgumentException(
          "Cannot spread %d over weights that sum to %d.".formatted(total, sum));
    }
    long[] shares = new long[weights.length];
    if (total == 0) {
      return shares;
    }
    long[] remainders = new long[weights.length];
    long left = total;
    for (int i = 0; i < weights.length; i++) {
      divide(total, weights[i], sum, i, shares, remainders);
      left -= shares[i];
    }
    for (; left > 0; left--) {
      int best = 0;
      for (int i = 1; i < weights.length; i++) {
        if (remainders[i] > remainders[best]) {
          best = i;
        }
      }
      shares[best]++;
      remainders[best] = -1;
    }
    return shares;
  }

  private static void divide(
      long total, long weight, long sum, int i, long[] shares, long[] remainders) {
    long high = Math.multiplyHigh(total, weight);
    long low = total * weight;
    if (high == 0 && low >= 0) {
      shares[i] = low / sum;
      remainders[i] = low % sum;
      return;
    }
    BigInteger[] parts =
        BigInteger.valueOf(total)
            .multiply(BigInteger.valueOf(weight))
            .divideAndRemainder(BigInteger.valueOf(sum));
    shares[i] = parts[0].longValueExact();
    remainders[i] = parts[1].longValueExact();
  }
}

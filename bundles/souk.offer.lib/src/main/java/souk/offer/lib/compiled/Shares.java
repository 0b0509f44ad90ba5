package souk.offer.lib.compiled;

/** Turns weights into shares in place. */
final class Shares {
  private Shares() {}

  /**
   * Replaces the weights of all lines by their shares of a total, by largest remainder.
   *
   * @param sum of the weights, at least the total
   * @return the total, or 0 if it is not greater than 0
   */
  static long ofWeights(CartState cart, long total, long sum, long[] out, int base) {
    if (total <= 0) {
      java.util.Arrays.fill(out, base, base + cart.lines, 0);
      return 0;
    }
    long left = total;
    for (int line = 0; line < cart.lines; line++) {
      long weight = out[base + line];
      cart.remainders[line] = -1;
      if (weight != 0) {
        left -= cart.share(total, sum, line, weight, out, base);
      }
    }
    for (; left > 0; left--) {
      int best = 0;
      for (int line = 1; line < cart.lines; line++) {
        if (cart.remainders[line] > cart.remainders[best]) {
          best = line;
        }
      }
      out[base + best]++;
      cart.remainders[best] = -1;
    }
    return total;
  }
}

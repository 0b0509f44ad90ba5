package souk.offer.lib.compiled;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * Shares of a total by largest remainder: each line gets its part rounded down, and what is left
 * goes one by one to the lines with the greatest remainders, among equals to the earlier. Reused;
 * for one thread.
 */
final class Shares {
  private int[] lines = new int[16];
  private long[] remainders = new long[16];

  private long[] parts = new long[16];

  /** How many lines come before. */
  private long[] ranks = new long[16];

  private int count;

  /**
   * Spreads a total over the lines of a scope in proportion to their amounts.
   *
   * @param sum of the amounts, at least the total
   */
  void spread(
      CartState cart, long total, long sum, ScopeRef scope, long[] amounts, long[] out, int base) {
    begin(cart);
    long left = total;
    for (int w = 0; w < cart.words; w++) {
      for (long m = scope.word(cart, w); m != 0; m &= m - 1) {
        int line = (w << 6) + Long.numberOfTrailingZeros(m);
        long part = part(total, sum, line, amounts[line]);
        out[base + line] = part;
        left -= part;
      }
    }
    giveRest(left, out, base);
  }

  /**
   * Spreads {@link Drawdown#off} of {@link Drawdown#sum} over lines in proportion to their amounts,
   * and takes it off what is left of them; for carts of at most 64 lines.
   */
  void takeOff(CartState cart, long mask, Drawdown down) {
    begin(cart);
    long rest =
        Math.multiplyHigh(down.off, down.sum) == 0 && down.off * down.sum >= 0
            ? small(cart, mask, down)
            : large(cart, mask, down);
    if (rest != 0) {
      rank();
    }
    long taken = 0;
    for (int i = 0; i < count; i++) {
      int line = lines[i];
      long want = parts[i] + (rest == 0 ? 0 : (ranks[i] - rest) >>> 63);
      long fits = Math.min(want, down.left[line] - cart.floor[line]);
      down.share[down.base + line] = fits;
      down.left[line] -= fits;
      taken += fits;
    }
    down.given = taken;
    down.cut = down.off - taken;
  }

  /** Products of the amount and a line's amount fit. */
  private long small(CartState cart, long mask, Drawdown down) {
    long total = down.off;
    long sum = down.sum;
    long rest = total;
    int n = 0;
    for (long m = mask; m != 0; m &= m - 1) {
      int line = Long.numberOfTrailingZeros(m);
      long product = total * cart.gross[line];
      long part = product / sum;
      lines[n] = line;
      parts[n] = part;
      remainders[n++] = product - part * sum;
      rest -= part;
    }
    count = n;
    return rest;
  }

  private long large(CartState cart, long mask, Drawdown down) {
    long rest = down.off;
    for (long m = mask; m != 0; m &= m - 1) {
      int line = Long.numberOfTrailingZeros(m);
      long part = part(down.off, down.sum, line, cart.gross[line]);
      parts[count - 1] = part;
      rest -= part;
    }
    return rest;
  }

  /**
   * Replaces the weights of all lines by their shares of a total.
   *
   * @param sum of the weights, at least the total
   * @return the total, or 0 if it is not greater than 0
   */
  long ofWeights(CartState cart, long total, long sum, long[] out, int base) {
    if (total <= 0) {
      Arrays.fill(out, base, base + cart.lines, 0);
      return 0;
    }
    begin(cart);
    long left = total;
    for (int line = 0; line < cart.lines; line++) {
      long weight = out[base + line];
      if (weight != 0) {
        long part = part(total, sum, line, weight);
        out[base + line] = part;
        left -= part;
      }
    }
    giveRest(left, out, base);
    return total;
  }

  private void begin(CartState cart) {
    count = 0;
    if (lines.length < cart.lines) {
      lines = new int[cart.gross.length];
      remainders = new long[cart.gross.length];
      parts = new long[cart.gross.length];
      ranks = new long[cart.gross.length];
    }
  }

  private long part(long total, long sum, int line, long weight) {
    lines[count] = line;
    long product = total * weight;
    if (Math.multiplyHigh(total, weight) == 0 && product >= 0) {
      long part = product / sum;
      remainders[count++] = product - part * sum;
      return part;
    }
    BigInteger[] parts =
        BigInteger.valueOf(total)
            .multiply(BigInteger.valueOf(weight))
            .divideAndRemainder(BigInteger.valueOf(sum));
    remainders[count++] = parts[1].longValueExact();
    return parts[0].longValueExact();
  }

  private void giveRest(long left, long[] out, int base) {
    if (left == 0) {
      return;
    }
    rank();
    for (int i = 0; i < count; i++) {
      out[base + lines[i]] += (ranks[i] - left) >>> 63;
    }
  }

  /**
   * Counts for each line how many come before it, by sign bits: branches would be guessed wrong.
   */
  private void rank() {
    for (int i = 0; i < count; i++) {
      long mine = remainders[i];
      long before = 0;
      for (int k = 0; k < i; k++) {
        long first = (remainders[k] - mine) >>> 63 ^ 1;
        before += first;
        ranks[k] += first ^ 1;
      }
      ranks[i] = before;
    }
  }
}

package souk.offer.lib.compiled;

import java.util.Arrays;

/**
 * What is left of the lines of a cart, and what offers took off them: one row per offer. Reused;
 * for one thread.
 */
final class Drawdown {
  long[] left = new long[16];

  /**
   * What is taken: row · lines + line; written for the lines that the offer of a row may change.
   */
  long[] share = new long[64];

  /** Where the present row begins. */
  int base;

  /** What the present row takes off in all. */
  long given;

  /** What floors kept back of it. */
  long cut;

  /** Of an amount that is spread: the amount, and the sum it is taken from. */
  long off;

  long sum;

  /** Nothing is taken off yet. */
  void open(CartState cart) {
    if (left.length < cart.lines) {
      left = new long[cart.gross.length];
    }
    for (int line = 0; line < cart.lines; line++) {
      left[line] = cart.gross[line];
    }
  }

  /** Begins a row. */
  void row(int number, int lines) {
    base = number * lines;
    if (share.length < base + lines) {
      share = Arrays.copyOf(share, 2 * (base + lines));
    }
  }

  /** Makes the present row zero, to be filled with wants. */
  void clear(int lines) {
    Arrays.fill(share, base, base + lines, 0);
  }

  /**
   * Takes the wants of the present row off what is left, as far as floors allow.
   *
   * @param lines of which the row holds wants
   * @return those of them with a want
   */
  long take(CartState cart, long lines) {
    long changed = 0;
    long taken = 0;
    long kept = 0;
    for (long m = lines; m != 0; m &= m - 1) {
      int line = Long.numberOfTrailingZeros(m);
      long want = share[base + line];
      long fits = Math.min(want, left[line] - cart.floor[line]);
      share[base + line] = fits;
      left[line] -= fits;
      kept += want - fits;
      taken += fits;
      changed |= (-want >>> 63) << line;
    }
    given = taken;
    cut = kept;
    return changed;
  }
}

package souk.offer.lib.compiled;

import java.util.Arrays;

/** Effects that look at one line at a time. */
final class LineEffects {
  private static final Miss NO_PERCENTAGE = Miss.of("percentage.nothing");
  private static final Miss NOT_CHEAPER = Miss.of("fixed-price.nothing");

  private LineEffects() {}

  /** Each line of a scope on its own. */
  private abstract static class EachLine extends Effect {
    private final ScopeRef scope;

    EachLine(ScopeRef scope) {
      this.scope = scope;
    }

    @Override
    final ScopeRef scope() {
      return scope;
    }

    @Override
    final long want(CartState cart, long[] amounts, long[] out, int base) {
      long sum = 0;
      for (int w = 0; w < cart.words; w++) {
        for (long m = scope.word(cart, w); m != 0; m &= m - 1) {
          int line = (w << 6) + Long.numberOfTrailingZeros(m);
          long off = off(cart, line, amounts[line]);
          out[base + line] = off;
          sum += off;
        }
      }
      return sum;
    }

    @Override
    final long take(CartState cart, long lines, Drawdown down) {
      long[] left = down.left;
      long changed = 0;
      long taken = 0;
      long kept = 0;
      for (long m = lines; m != 0; m &= m - 1) {
        int line = Long.numberOfTrailingZeros(m);
        long want = off(cart, line, cart.gross[line]);
        long fits = Math.min(want, left[line] - cart.floor[line]);
        down.share[down.base + line] = fits;
        left[line] -= fits;
        kept += want - fits;
        taken += fits;
        changed |= (-want >>> 63) << line;
      }
      down.given = taken;
      down.cut = kept;
      return changed;
    }

    /** At least 0 and at most the amount. */
    abstract long off(CartState cart, int line, long amount);
  }

  /** A share of each line. */
  static final class Percentage extends EachLine {
    private final long millionths;

    Percentage(ScopeRef scope, long millionths) {
      super(scope);
      this.millionths = millionths;
    }

    @Override
    long off(CartState cart, int line, long amount) {
      return Exact.percent(amount, millionths);
    }

    @Override
    Miss nothing(CartState cart, long[] amounts) {
      return NO_PERCENTAGE;
    }
  }

  /** An amount off each line, or off each unit. */
  static final class AmountOffEach extends EachLine {
    private final long minor;
    private final boolean perUnit;

    AmountOffEach(ScopeRef scope, long minor, boolean perUnit) {
      super(scope);
      this.minor = minor;
      this.perUnit = perUnit;
    }

    @Override
    long off(CartState cart, int line, long amount) {
      return Math.min(amount, perUnit ? Exact.amount(minor, cart.micros[line]) : minor);
    }
  }

  /** One price per unit for all lines concerned. */
  static final class FixedPrice extends EachLine {
    private final long minor;

    FixedPrice(ScopeRef scope, long minor) {
      super(scope);
      this.minor = minor;
    }

    @Override
    long off(CartState cart, int line, long amount) {
      return Math.max(0, amount - Exact.amount(minor, cart.micros[line]));
    }

    @Override
    Miss nothing(CartState cart, long[] amounts) {
      return NOT_CHEAPER;
    }
  }

  /** A price per unit for each of some articles. */
  static final class FixedPrices extends EachLine {
    private final int[] articles;
    private final long[] minor;

    /**
     * @param articles numbers, sorted
     */
    FixedPrices(ScopeRef scope, int[] articles, long[] minor) {
      super(scope);
      this.articles = articles;
      this.minor = minor;
    }

    @Override
    long off(CartState cart, int line, long amount) {
      int at = Arrays.binarySearch(articles, cart.article[line]);
      return at < 0 ? 0 : Math.max(0, amount - Exact.amount(minor[at], cart.micros[line]));
    }

    @Override
    Miss nothing(CartState cart, long[] amounts) {
      return NOT_CHEAPER;
    }
  }
}

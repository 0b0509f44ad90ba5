package souk.offer.lib.compiled;

/** Effects that look at one line at a time. */
final class LineEffects {
  private LineEffects() {}

  /** A share of each line. */
  static final class Percentage extends Effect {
    private final ScopeRef scope;
    private final long millionths;

    Percentage(ScopeRef scope, long millionths) {
      this.scope = scope;
      this.millionths = millionths;
    }

    @Override
    ScopeRef scope() {
      return scope;
    }

    @Override
    long want(CartState cart, long[] amounts, long[] out, int base) {
      long sum = 0;
      for (int w = 0; w < cart.words; w++) {
        for (long m = scope.word(cart, w); m != 0; m &= m - 1) {
          int line = (w << 6) + Long.numberOfTrailingZeros(m);
          long off = Exact.percent(amounts[line], millionths);
          out[base + line] = off;
          sum += off;
        }
      }
      return sum;
    }

    @Override
    Miss nothing(CartState cart, long[] amounts) {
      return Miss.of("percentage.nothing");
    }
  }

  /** An amount off each line, or off each unit. */
  static final class AmountOffEach extends Effect {
    private final ScopeRef scope;
    private final long minor;
    private final boolean perUnit;

    AmountOffEach(ScopeRef scope, long minor, boolean perUnit) {
      this.scope = scope;
      this.minor = minor;
      this.perUnit = perUnit;
    }

    @Override
    ScopeRef scope() {
      return scope;
    }

    @Override
    long want(CartState cart, long[] amounts, long[] out, int base) {
      long sum = 0;
      for (int w = 0; w < cart.words; w++) {
        for (long m = scope.word(cart, w); m != 0; m &= m - 1) {
          int line = (w << 6) + Long.numberOfTrailingZeros(m);
          long wanted = perUnit ? Exact.amount(minor, cart.micros[line]) : minor;
          long off = Math.min(amounts[line], wanted);
          out[base + line] = off;
          sum += off;
        }
      }
      return sum;
    }
  }

  /** One price per unit for all lines concerned. */
  static final class FixedPrice extends Effect {
    private final ScopeRef scope;
    private final long minor;

    FixedPrice(ScopeRef scope, long minor) {
      this.scope = scope;
      this.minor = minor;
    }

    @Override
    ScopeRef scope() {
      return scope;
    }

    @Override
    long want(CartState cart, long[] amounts, long[] out, int base) {
      long sum = 0;
      for (int w = 0; w < cart.words; w++) {
        for (long m = scope.word(cart, w); m != 0; m &= m - 1) {
          int line = (w << 6) + Long.numberOfTrailingZeros(m);
          long off = Math.max(0, amounts[line] - Exact.amount(minor, cart.micros[line]));
          out[base + line] = off;
          sum += off;
        }
      }
      return sum;
    }

    @Override
    Miss nothing(CartState cart, long[] amounts) {
      return Miss.of("fixed-price.nothing");
    }
  }

  /** A price per unit for each of some articles. */
  static final class FixedPrices extends Effect {
    private final ScopeRef scope;
    private final int[] articles;
    private final long[] minor;

    /**
     * @param articles numbers, sorted
     */
    FixedPrices(ScopeRef scope, int[] articles, long[] minor) {
      this.scope = scope;
      this.articles = articles;
      this.minor = minor;
    }

    @Override
    ScopeRef scope() {
      return scope;
    }

    @Override
    long want(CartState cart, long[] amounts, long[] out, int base) {
      long sum = 0;
      for (int w = 0; w < cart.words; w++) {
        for (long m = scope.word(cart, w); m != 0; m &= m - 1) {
          int line = (w << 6) + Long.numberOfTrailingZeros(m);
          int at = java.util.Arrays.binarySearch(articles, cart.article[line]);
          if (at >= 0) {
            long off = Math.max(0, amounts[line] - Exact.amount(minor[at], cart.micros[line]));
            out[base + line] = off;
            sum += off;
          }
        }
      }
      return sum;
    }

    @Override
    Miss nothing(CartState cart, long[] amounts) {
      return Miss.of("fixed-price.nothing");
    }
  }
}

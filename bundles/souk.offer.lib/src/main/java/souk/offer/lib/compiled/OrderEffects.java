package souk.offer.lib.compiled;

/** Effects that look at the sum of their lines and spread an amount over them. */
final class OrderEffects {
  private OrderEffects() {}

  /** An amount that depends on the sum. */
  abstract static class Spread extends Effect {
    private final ScopeRef scope;

    Spread(ScopeRef scope) {
      this.scope = scope;
    }

    @Override
    final ScopeRef scope() {
      return scope;
    }

    /** At most the sum; never less for a greater sum. */
    abstract long off(long sum);

    final long sum(CartState cart, long[] amounts) {
      return scope.all() && amounts == cart.gross ? cart.grossTotal : cart.sum(scope, amounts);
    }

    @Override
    final long take(CartState cart, long lines, Drawdown down) {
      long sum = scope.all() ? cart.grossTotal : cart.sumOf(lines);
      long off = off(sum);
      if (off == 0) {
        return 0;
      }
      down.off = off;
      down.sum = sum;
      long changed = lines & cart.worth[0];
      cart.shares.takeOff(cart, changed, down);
      return changed;
    }

    @Override
    final long want(CartState cart, long[] amounts, long[] out, int base) {
      long sum = sum(cart, amounts);
      long off = off(sum);
      if (off > 0) {
        cart.shares.spread(cart, off, sum, scope, amounts, out, base);
      }
      return off;
    }
  }

  /** A fixed amount off all lines together. */
  static final class AmountOff extends Spread {
    private final long minor;

    AmountOff(ScopeRef scope, long minor) {
      super(scope);
      this.minor = minor;
    }

    @Override
    long off(long sum) {
      return Math.min(minor, sum);
    }
  }

  /** The amount of the highest tier reached. */
  static final class Tiers extends Spread {
    private final long[] from;
    private final long[] off;

    /** Tiers in ascending order. */
    Tiers(ScopeRef scope, long[] from, long[] off) {
      super(scope);
      this.from = from;
      this.off = off;
    }

    @Override
    long off(long sum) {
      for (int i = from.length - 1; i >= 0; i--) {
        if (sum >= from[i]) {
          return off[i];
        }
      }
      return 0;
    }

    @Override
    String nothingCode(CartState cart) {
      return "threshold.near-miss";
    }

    @Override
    Miss nothing(CartState cart, long[] amounts) {
      return new Miss("threshold.near-miss", sum(cart, amounts), from[0], off[0]);
    }

    /** The tier after the one reached, as a near miss; null above the last. */
    @org.jspecify.annotations.Nullable
    Miss next(CartState cart, long[] amounts) {
      long sum = sum(cart, amounts);
      for (int i = 0; i < from.length; i++) {
        if (sum < from[i]) {
          return new Miss("threshold.near-miss", sum, from[i], off[i]);
        }
      }
      return null;
    }
  }

  /** An amount for each full threshold. */
  static final class Every extends Spread {
    private final long threshold;
    private final long off;
    private final long perOrder;

    Every(ScopeRef scope, long threshold, long off, long perOrder) {
      super(scope);
      this.threshold = threshold;
      this.off = off;
      this.perOrder = perOrder;
    }

    @Override
    long off(long sum) {
      return Math.min(sum / threshold, perOrder) * off;
    }

    @Override
    String nothingCode(CartState cart) {
      return "every.near-miss";
    }

    @Override
    Miss nothing(CartState cart, long[] amounts) {
      return new Miss("every.near-miss", sum(cart, amounts), threshold, off);
    }
  }

  /** Something beside money: a gift, free shipping, points. */
  static final class Gain extends Effect {
    private final ScopeRef scope;
    private final long amount;
    private final long every;

    /**
     * @param every for each full amount of this; 0 for once
     */
    Gain(ScopeRef scope, long amount, long every) {
      this.scope = scope;
      this.amount = amount;
      this.every = every;
    }

    @Override
    ScopeRef scope() {
      return scope;
    }

    @Override
    long want(CartState cart, long[] amounts, long[] out, int base) {
      return 0;
    }

    @Override
    long touches(CartState cart, int word) {
      return 0;
    }

    @Override
    boolean benefit() {
      return true;
    }

    @Override
    long benefitAmount(CartState cart, long[] amounts) {
      return every == 0 ? amount : Math.multiplyExact(amount, cart.sum(scope, amounts) / every);
    }

    @Override
    Miss nothing(CartState cart, long[] amounts) {
      return new Miss("points.near-miss", cart.sum(scope, amounts), every, 0);
    }
  }

  /** A place holder; {@link Quoting} asks {@link Foreign} instead. */
  static final class ForeignEffect extends Effect {
    static final ForeignEffect INSTANCE = new ForeignEffect();

    @Override
    long want(CartState cart, long[] amounts, long[] out, int base) {
      throw new IllegalStateException("A foreign effect is evaluated by its own bundle.");
    }
  }
}

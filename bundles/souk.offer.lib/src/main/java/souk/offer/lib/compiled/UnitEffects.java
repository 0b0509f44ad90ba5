package souk.offer.lib.compiled;

/** Effects that count whole units: the cheapest free, sets at one price. */
final class UnitEffects {
  private static final long[] NOTHING = {};

  private UnitEffects() {}

  /** Takes a share off the cheapest units of the order, as many as asked for. */
  private static long offCheapest(
      CartState cart,
      UnitOrder order,
      long[] amounts,
      long count,
      long share,
      long[] out,
      int base) {
    long left = count;
    long sum = 0;
    for (int i = 0; i < order.size && left > 0; i++) {
      long take = Math.min(left, order.units[i]);
      long value = UnitOrder.value(cart, amounts, order.line[i], take);
      long off = share == Exact.WHOLE_MILLIONTHS ? value : Exact.percent(value, share);
      out[base + order.line[i]] = off;
      sum += off;
      left -= take;
    }
    return sum;
  }

  /** Wants something of lines of its scope only. */
  private abstract static class OffCheapest extends Effect {
    @Override
    final long take(CartState cart, long lines, Drawdown down) {
      for (long m = lines; m != 0; m &= m - 1) {
        down.share[down.base + Long.numberOfTrailingZeros(m)] = 0;
      }
      return want(cart, cart.gross, down.share, down.base) == 0 ? 0 : down.take(cart, lines);
    }
  }

  /** For each so many units some more, the cheapest, are free or cheaper. */
  static final class BuyGet extends OffCheapest {
    private final ScopeRef buyScope;
    private final ScopeRef getScope;
    private final long buy;
    private final long get;
    private final long millionths;
    private final long perOrder;

    BuyGet(
        ScopeRef buyScope, ScopeRef getScope, long buy, long get, long millionths, long perOrder) {
      this.buyScope = buyScope;
      this.getScope = getScope;
      this.buy = buy;
      this.get = get;
      this.millionths = millionths;
      this.perOrder = perOrder;
    }

    @Override
    ScopeRef scope() {
      return getScope;
    }

    @Override
    ScopeRef needs() {
      return buyScope;
    }

    /** Where a discount makes others the cheapest, units that were given may be bought instead. */
    @Override
    boolean mayGrow() {
      return buyScope != getScope;
    }

    @Override
    long want(CartState cart, long[] amounts, long[] out, int base) {
      UnitOrder order = cart.units;
      order.fill(cart, getScope, amounts, NOTHING);
      long times = times(cart, order);
      return times == 0
          ? 0
          : offCheapest(
              cart, order, amounts, Math.min(order.total, times * get), millionths, out, base);
    }

    @Override
    String nothingCode(CartState cart) {
      return "buy-x-get-y.near-miss";
    }

    @Override
    Miss nothing(CartState cart, long[] amounts) {
      return new Miss(
          "buy-x-get-y.near-miss",
          unitsOf(cart, buyScope) * Exact.MICROS,
          (buyScope == getScope ? buy + get : buy) * Exact.MICROS,
          0);
    }

    /** How often the buyer has paid for enough units that are not given themselves. */
    private long times(CartState cart, UnitOrder order) {
      if (buyScope == getScope) {
        return Math.min(perOrder, order.total / (buy + get));
      }
      long bought = unitsOf(cart, buyScope);
      long most = Math.min(perOrder, Math.min(bought / buy, (order.total + get - 1) / get));
      long least = 0;
      while (least < most) {
        long middle = (least + most + 1) >>> 1;
        if (bought - givenOfBought(cart, order, middle * get) >= middle * buy) {
          least = middle;
        } else {
          most = middle - 1;
        }
      }
      return least;
    }

    private long givenOfBought(CartState cart, UnitOrder order, long count) {
      long left = count;
      long both = 0;
      for (int i = 0; i < order.size && left > 0; i++) {
        long take = Math.min(left, order.units[i]);
        int line = order.line[i];
        if ((buyScope.word(cart, line >>> 6) & 1L << line) != 0) {
          both += take;
        }
        left -= take;
      }
      return both;
    }

    private static long unitsOf(CartState cart, ScopeRef scope) {
      long units = 0;
      for (int w = 0; w < cart.words; w++) {
        for (long m = scope.word(cart, w); m != 0; m &= m - 1) {
          units += cart.whole[(w << 6) + Long.numberOfTrailingZeros(m)];
        }
      }
      return units;
    }
  }

  /** A share off the cheapest units. */
  static final class CheapestItem extends OffCheapest {
    private final ScopeRef scope;
    private final long count;
    private final long millionths;

    CheapestItem(ScopeRef scope, long count, long millionths) {
      this.scope = scope;
      this.count = count;
      this.millionths = millionths;
    }

    @Override
    ScopeRef scope() {
      return scope;
    }

    @Override
    long want(CartState cart, long[] amounts, long[] out, int base) {
      cart.units.fill(cart, scope, amounts, NOTHING);
      return offCheapest(cart, cart.units, amounts, count, millionths, out, base);
    }
  }

  /** Any so many units for one price: the dearest first, whole groups that save something. */
  static final class MixAndMatch extends Effect {
    private final ScopeRef scope;
    private final long quantity;
    private final long price;
    private final long perOrder;

    MixAndMatch(ScopeRef scope, long quantity, long price, long perOrder) {
      this.scope = scope;
      this.quantity = quantity;
      this.price = price;
      this.perOrder = perOrder;
    }

    @Override
    ScopeRef scope() {
      return scope;
    }

    @Override
    long want(CartState cart, long[] amounts, long[] out, int base) {
      UnitOrder order = cart.units;
      order.fill(cart, scope, amounts, NOTHING);
      long least = 0;
      long most = Math.min(perOrder, order.total / quantity);
      while (least < most) {
        long middle = (least + most + 1) >>> 1;
        long last =
            order.dearest(cart, amounts, middle * quantity)
                - order.dearest(cart, amounts, (middle - 1) * quantity);
        if (saves(cart, amounts, last, (middle - 1) * quantity)) {
          least = middle;
        } else {
          most = middle - 1;
        }
      }
      if (least == 0) {
        return 0;
      }
      long sum = order.dearest(cart, amounts, least * quantity, out, base);
      return cart.shares.ofWeights(cart, sum - least * price, sum, out, base);
    }

    /** Whether a group is worth more than its price; exactly where rounding could decide. */
    private boolean saves(CartState cart, long[] amounts, long rounded, long before) {
      UnitOrder order = cart.units;
      return rounded > price + order.size
          || (rounded >= price - order.size
              && new ExactWorth().dearest(cart, amounts, order, before, quantity).above(price));
    }

    @Override
    Miss nothing(CartState cart, long[] amounts) {
      cart.units.fill(cart, scope, amounts, NOTHING);
      return new Miss(
          "mix-and-match.near-miss", cart.units.total * Exact.MICROS, quantity * Exact.MICROS, 0);
    }
  }
}

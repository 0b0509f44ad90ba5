package souk.offer.lib.compiled;

import org.jspecify.annotations.Nullable;

/**
 * Sets of several parts at one price. A line counts for the first part whose scope it is in; each
 * part takes its dearest units; sets are made as long as the next one saves something.
 */
final class BundleEffect extends Effect {
  private static final Miss INCOMPLETE = Miss.of("bundle.incomplete");

  private final ScopeRef[] parts;
  private final long[] quantities;
  private final long price;
  private final long perOrder;

  BundleEffect(ScopeRef[] parts, long[] quantities, long price, long perOrder) {
    this.parts = parts;
    this.quantities = quantities;
    this.price = price;
    this.perOrder = perOrder;
  }

  @Override
  ScopeRef needs() {
    return parts[0];
  }

  @Override
  @Nullable ScopeRef reach() {
    return null;
  }

  @Override
  long touches(CartState cart, int word) {
    long lines = 0;
    for (ScopeRef part : parts) {
      lines |= part.word(cart, word);
    }
    return lines;
  }

  @Override
  long take(CartState cart, long lines, Drawdown down) {
    for (ScopeRef part : parts) {
      if (part.lines(cart) == 0) {
        return 0;
      }
    }
    return super.take(cart, lines, down);
  }

  @Override
  long want(CartState cart, long[] amounts, long[] out, int base) {
    long most = Math.min(perOrder, sets(cart, amounts));
    if (most == 0) {
      return 0;
    }
    long least = 0;
    while (least < most) {
      long middle = (least + most + 1) >>> 1;
      if (saves(cart, amounts, middle)) {
        least = middle;
      } else {
        most = middle - 1;
      }
    }
    return least == 0 ? 0 : take(cart, amounts, least, out, base);
  }

  /** Whether one more set is worth more than its price; exactly where rounding could decide. */
  private boolean saves(CartState cart, long[] amounts, long sets) {
    long rounded = worth(cart, amounts, sets) - worth(cart, amounts, sets - 1);
    long slack = (long) parts.length * cart.lines;
    if (rounded > price + slack || rounded < price - slack) {
      return rounded > price;
    }
    ExactWorth exact = new ExactWorth();
    for (int i = 0; i < parts.length; i++) {
      fill(cart, amounts, i);
      exact.dearest(cart, amounts, cart.units, (sets - 1) * quantities[i], quantities[i]);
    }
    return exact.above(price);
  }

  @Override
  Miss nothing(CartState cart, long[] amounts) {
    return sets(cart, amounts) == 0 ? INCOMPLETE : NO_EFFECT;
  }

  private long sets(CartState cart, long[] amounts) {
    for (ScopeRef part : parts) {
      if (part.empty(cart)) {
        return 0;
      }
    }
    long sets = Long.MAX_VALUE;
    for (int i = 0; i < parts.length && sets > 0; i++) {
      fill(cart, amounts, i);
      sets = Math.min(sets, cart.units.total / quantities[i]);
    }
    return sets;
  }

  private long worth(CartState cart, long[] amounts, long sets) {
    long sum = 0;
    for (int i = 0; i < parts.length && sets > 0; i++) {
      fill(cart, amounts, i);
      sum += cart.units.dearest(cart, amounts, sets * quantities[i]);
    }
    return sum;
  }

  private long take(CartState cart, long[] amounts, long sets, long[] out, int base) {
    long sum = 0;
    for (int i = 0; i < parts.length; i++) {
      fill(cart, amounts, i);
      sum += cart.units.dearest(cart, amounts, sets * quantities[i], out, base);
    }
    return cart.shares.ofWeights(cart, sum - sets * price, sum, out, base);
  }

  private void fill(CartState cart, long[] amounts, int part) {
    long[] taken = cart.taken;
    for (int w = 0; w < cart.words; w++) {
      taken[w] = 0;
      for (int before = 0; before < part; before++) {
        taken[w] |= parts[before].word(cart, w);
      }
    }
    cart.units.fill(cart, parts[part], amounts, taken);
  }
}

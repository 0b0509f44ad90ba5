package souk.offer.engine.kinds;

import java.math.BigDecimal;
import java.util.Set;
import souk.model.CartLine;
import souk.model.Money;
import souk.model.Sku;
import souk.offer.spi.OfferContext;

/** Sums over the lines of a cart that concern some articles. */
final class CartAmounts {
  private CartAmounts() {}

  /** Gross amount per line, 0 for lines of other articles; all lines if the set is empty. */
  static long[] grossOf(OfferContext context, Set<Sku> skus) {
    int lines = context.cart().lines().size();
    long[] gross = new long[lines];
    for (int line = 0; line < lines; line++) {
      if (skus.isEmpty() || skus.contains(context.cart().lines().get(line).sku())) {
        gross[line] = context.grossMinor(line);
      }
    }
    return gross;
  }

  static long totalOf(OfferContext context, Set<Sku> skus) {
    if (skus.isEmpty()) {
      return context.grossTotalMinor();
    }
    long total = 0;
    for (long gross : grossOf(context, skus)) {
      total += gross;
    }
    return total;
  }

  static BigDecimal unitsOf(OfferContext context, Set<Sku> skus) {
    BigDecimal units = BigDecimal.ZERO;
    for (CartLine line : context.cart().lines()) {
      if (skus.contains(line.sku())) {
        units = units.add(line.quantity());
      }
    }
    return units;
  }

  static Money money(OfferContext context, long minor) {
    return Money.ofMinor(minor, context.cart().currency());
  }
}

package souk.testkit;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToDoubleFunction;
import souk.evidence.spi.ShopFront;
import souk.model.Cart;
import souk.model.CartLine;
import souk.model.DecisionId;
import souk.model.Money;
import souk.model.SnapshotId;
import souk.model.WaterfallStep;
import souk.offer.api.Quote;
import souk.offer.api.QuoteException;
import souk.offer.api.QuoteLine;

/** A {@link ShopFront} for tests: given prices, and a share off that depends on the cart. */
public final class PlainShopFront implements ShopFront {
  private final Map<String, Long> priceMinor;
  private final ToDoubleFunction<Cart> shareOff;
  private final AtomicLong quotes = new AtomicLong();

  /**
   * @param priceMinor price per unit in minor units, by SKU
   * @param shareOff share in [0, 1) that is taken off all lines of a cart
   */
  public PlainShopFront(Map<String, Long> priceMinor, ToDoubleFunction<Cart> shareOff) {
    this.priceMinor = Map.copyOf(priceMinor);
    this.shareOff = shareOff;
  }

  /** Carts quoted so far. */
  public long quotes() {
    return quotes.get();
  }

  @Override
  public Quote quote(Cart cart, Instant at) {
    long number = quotes.incrementAndGet();
    BigDecimal share = BigDecimal.valueOf(shareOff.applyAsDouble(cart));
    List<QuoteLine> lines = new ArrayList<>();
    Money gross = Money.zero(cart.currency());
    Money discount = Money.zero(cart.currency());
    for (CartLine line : cart.lines()) {
      Long price = priceMinor.get(line.sku().value());
      if (price == null) {
        throw new QuoteException("quote.unknown-sku", "No price for " + line.sku() + ".");
      }
      Money unit = Money.ofMinor(price, cart.currency());
      Money lineGross = unit.times(line.quantity());
      Money off = lineGross.times(share);
      lines.add(
          new QuoteLine(
              line.lineId(),
              line.sku(),
              line.quantity(),
              unit,
              lineGross,
              off,
              lineGross.minus(off),
              List.of(new WaterfallStep("list-price", "List price", lineGross))));
      gross = gross.plus(lineGross);
      discount = discount.plus(off);
    }
    return new Quote(
        new DecisionId("D-" + number),
        new SnapshotId("S-1"),
        at,
        lines,
        gross,
        discount,
        gross.minus(discount),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }
}

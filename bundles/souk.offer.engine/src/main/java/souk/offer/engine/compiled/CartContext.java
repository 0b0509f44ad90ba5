package souk.offer.engine.compiled;

import java.time.Instant;
import java.util.Set;
import souk.model.Cart;
import souk.offer.lib.LineAmount;
import souk.offer.spi.OfferContext;

/** A cart with its gross amounts and floors at one instant. Immutable. */
public final class CartContext implements OfferContext {
  private final Cart cart;
  private final Instant at;
  private final Set<String> audience;
  private final long[] gross;
  private final long[] floor;
  private final long total;

  /**
   * @param unitPrices minor units per line
   * @param unitFloors minor units per line
   * @throws ArithmeticException if an amount does not fit in a long
   */
  public CartContext(
      Cart cart, Instant at, Set<String> audience, long[] unitPrices, long[] unitFloors) {
    this.cart = cart;
    this.at = at;
    this.audience = audience;
    int lines = cart.lines().size();
    this.gross = new long[lines];
    this.floor = new long[lines];
    long sum = 0;
    for (int line = 0; line < lines; line++) {
      var quantity = cart.lines().get(line).quantity();
      gross[line] = LineAmount.gross(unitPrices[line], quantity);
      floor[line] = LineAmount.floor(unitFloors[line], quantity, gross[line]);
      sum = Math.addExact(sum, gross[line]);
    }
    this.total = sum;
  }

  @Override
  public Cart cart() {
    return cart;
  }

  @Override
  public Instant at() {
    return at;
  }

  @Override
  public Set<String> audience() {
    return audience;
  }

  @Override
  public long grossMinor(int line) {
    return gross[line];
  }

  @Override
  public long grossTotalMinor() {
    return total;
  }

  /** A copy. */
  public long[] gross() {
    return gross.clone();
  }

  /** A copy: least net amount per line. */
  public long[] floors() {
    return floor.clone();
  }
}

package souk.offer.lib.reference;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import souk.offer.lib.compiled.CartInput;
import souk.offer.lib.compiled.OfferSet;

/**
 * A cart.
 *
 * @param lines at least one
 * @param tags of the customer
 * @param coupons codes
 * @param store where, or blank
 * @param channel through what
 * @param payment by what, or blank
 * @param atNanos instant of the quote
 */
public record PlainCart(
    List<Line> lines,
    Set<String> tags,
    Set<String> coupons,
    String store,
    String channel,
    String payment,
    long atNanos) {

  /**
   * A line.
   *
   * @param article what
   * @param micros millionths of a unit
   */
  public record Line(PlainArticle article, long micros) {}

  /** An article; amounts in minor units per unit. */
  public record PlainArticle(
      String sku, long price, long floor, List<String> categories, String brand) {}

  /** Writes the cart where the compiled form reads it. */
  public CartInput into(CartInput input) {
    return into(input, null);
  }

  /** Writes the cart for one set only, or for any if null. */
  public CartInput into(CartInput input, @Nullable OfferSet set) {
    input.clear(set).atNanos(atNanos).channel(channel);
    input.store(store.isEmpty() ? null : store).payment(payment.isEmpty() ? null : payment);
    lines.forEach(line -> input.line(line.article().sku(), line.micros(), -1, -1));
    tags.forEach(input::tag);
    coupons.forEach(input::coupon);
    return input;
  }
}

package souk.edge.rest.quotes;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A cart as JSON.
 *
 * @param currency ISO 4217
 * @param channel {@code store} if left out
 * @param store store, if there is one
 * @param payment payment method, if it is chosen
 * @param customer customer key, if known
 * @param coupons codes as typed
 * @param lines at least one
 * @param at instant for a preview; now if left out
 */
public record CartBody(
    String currency,
    @Nullable String channel,
    @Nullable String store,
    @Nullable String payment,
    @Nullable String customer,
    @Nullable List<String> coupons,
    List<Line> lines,
    @Nullable String at) {

  /**
   * One line.
   *
   * @param lineId unique within the cart; if left out, its position
   * @param sku article
   * @param quantity units; 1 if left out
   */
  public record Line(@Nullable String lineId, String sku, @Nullable BigDecimal quantity) {}
}

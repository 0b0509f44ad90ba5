package souk.offer.spi;

import org.osgi.annotation.versioning.ConsumerType;
import souk.model.Cart;
import souk.offer.api.PriceBook;

/**
 * Says what each line of a cart costs per unit before offers. The default looks it up in the price
 * book. Must be deterministic and safe for use by many threads.
 */
@ConsumerType
public interface LinePricer {
  /**
   * Unit prices in minor units, one per cart line, each greater than 0; −1 for an article without a
   * price.
   */
  long[] unitPricesMinor(Cart cart, PriceBook prices);
}

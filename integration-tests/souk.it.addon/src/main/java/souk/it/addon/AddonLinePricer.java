package souk.it.addon;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import souk.model.Cart;
import souk.model.CartLine;
import souk.offer.api.PriceBook;
import souk.offer.spi.LinePricer;

/**
 * Prices from the book plus a surcharge that depends on the version, so that a caller can tell from
 * the answer alone which version priced each line.
 */
@Component(
    property = {
      "souk.role=LinePricer",
      "souk.strategy=addon-prices",
      "souk.version=1.0.0",
      "souk.title=Book price with a version mark"
    })
public final class AddonLinePricer implements LinePricer {
  /** Marks differ between neighbouring versions. */
  static final int MARKS = 97;

  private final long markMinor;

  @Activate
  public AddonLinePricer(Versioned identity) {
    markMinor = mark(identity.souk_version());
  }

  /** {@code 1.0.7} marks every line with 7 minor units. */
  static long mark(String version) {
    return Long.parseLong(version.substring(version.lastIndexOf('.') + 1)) % MARKS;
  }

  @Override
  public long[] unitPricesMinor(Cart cart, PriceBook prices) {
    long[] minor = new long[cart.lines().size()];
    for (int i = 0; i < minor.length; i++) {
      CartLine line = cart.lines().get(i);
      minor[i] = prices.price(line.sku()).map(p -> p.price().amountMinor() + markMinor).orElse(-1L);
    }
    return minor;
  }
}

package souk.it.badbundles;

import org.osgi.service.component.annotations.Component;
import souk.model.Cart;
import souk.offer.api.PriceBook;
import souk.offer.spi.LinePricer;

/** Asks for an array that no heap of this platform holds. */
@Component(
    property = {
      "souk.role=LinePricer",
      "souk.strategy=bad-allocates",
      "souk.version=1.0.0",
      "souk.title=Asks for more memory than there is"
    })
public final class Allocates implements LinePricer {

  @Override
  public long[] unitPricesMinor(Cart cart, PriceBook prices) {
    return Book.misbehave(cart) ? new long[Integer.MAX_VALUE] : Book.honest(cart, prices);
  }
}

package souk.it.badbundles;

import org.osgi.service.component.annotations.Component;
import souk.model.Cart;
import souk.offer.api.PriceBook;
import souk.offer.spi.LinePricer;

/** Throws an error, not just an exception. */
@Component(
    property = {
      "souk.role=LinePricer",
      "souk.strategy=bad-throws",
      "souk.version=1.0.0",
      "souk.title=Throws"
    })
public final class Throws implements LinePricer {

  @Override
  public long[] unitPricesMinor(Cart cart, PriceBook prices) {
    if (Book.misbehave(cart)) {
      throw new LinkageError("thrown on purpose");
    }
    return Book.honest(cart, prices);
  }
}

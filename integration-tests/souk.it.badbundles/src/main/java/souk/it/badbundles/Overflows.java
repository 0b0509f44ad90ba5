package souk.it.badbundles;

import org.osgi.service.component.annotations.Component;
import souk.model.Cart;
import souk.offer.api.PriceBook;
import souk.offer.spi.LinePricer;

/** Recurses until the stack is full. */
@Component(
    property = {
      "souk.role=LinePricer",
      "souk.strategy=bad-overflows",
      "souk.version=1.0.0",
      "souk.title=Overflows the stack"
    })
public final class Overflows implements LinePricer {

  @Override
  public long[] unitPricesMinor(Cart cart, PriceBook prices) {
    if (Book.misbehave(cart)) {
      return unitPricesMinor(cart, prices);
    }
    return Book.honest(cart, prices);
  }
}

package souk.it.badbundles;

import org.osgi.service.component.annotations.Component;
import souk.model.Cart;
import souk.offer.api.PriceBook;
import souk.offer.spi.LinePricer;

/** Answers one price too few. */
@Component(
    property = {
      "souk.role=LinePricer",
      "souk.strategy=bad-length",
      "souk.version=1.0.0",
      "souk.title=One price too few"
    })
public final class WrongLength implements LinePricer {

  @Override
  public long[] unitPricesMinor(Cart cart, PriceBook prices) {
    if (Book.misbehave(cart)) {
      return new long[cart.lines().size() - 1];
    }
    return Book.honest(cart, prices);
  }
}

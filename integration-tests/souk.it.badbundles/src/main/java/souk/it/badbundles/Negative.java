package souk.it.badbundles;

import java.util.Arrays;
import org.osgi.service.component.annotations.Component;
import souk.model.Cart;
import souk.offer.api.PriceBook;
import souk.offer.spi.LinePricer;

/** Answers prices below zero. */
@Component(
    property = {
      "souk.role=LinePricer",
      "souk.strategy=bad-negative",
      "souk.version=1.0.0",
      "souk.title=Negative prices"
    })
public final class Negative implements LinePricer {

  @Override
  public long[] unitPricesMinor(Cart cart, PriceBook prices) {
    if (Book.misbehave(cart)) {
      long[] below = Book.honest(cart, prices);
      Arrays.setAll(below, i -> -1000 - i);
      return below;
    }
    return Book.honest(cart, prices);
  }
}

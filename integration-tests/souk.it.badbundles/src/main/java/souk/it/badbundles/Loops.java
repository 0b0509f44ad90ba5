package souk.it.badbundles;

import org.osgi.service.component.annotations.Component;
import souk.model.Cart;
import souk.offer.api.PriceBook;
import souk.offer.spi.LinePricer;

/** Never comes back and ignores interruption. */
@Component(
    property = {
      "souk.role=LinePricer",
      "souk.strategy=bad-loops",
      "souk.version=1.0.0",
      "souk.title=Loops for ever"
    })
public final class Loops implements LinePricer {

  @Override
  public long[] unitPricesMinor(Cart cart, PriceBook prices) {
    if (Book.misbehave(cart)) {
      long turns = 0;
      while (turns >= 0) {
        turns = (turns + 1) % Long.MAX_VALUE;
      }
    }
    return Book.honest(cart, prices);
  }
}

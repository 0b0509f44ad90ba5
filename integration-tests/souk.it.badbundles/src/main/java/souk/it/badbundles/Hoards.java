package souk.it.badbundles;

import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Component;
import souk.model.Cart;
import souk.offer.api.PriceBook;
import souk.offer.spi.LinePricer;

/** Keeps piece after piece until the heap is full: a true end of memory. */
@Component(
    property = {
      "souk.role=LinePricer",
      "souk.strategy=bad-hoards",
      "souk.version=1.0.0",
      "souk.title=Fills the memory"
    })
public final class Hoards implements LinePricer {

  private static final int PIECE = 1 << 17;

  @Override
  public long[] unitPricesMinor(Cart cart, PriceBook prices) {
    if (Book.misbehave(cart)) {
      List<long[]> hoard = new ArrayList<>();
      while (hoard.size() < Integer.MAX_VALUE) {
        hoard.add(new long[PIECE]);
      }
    }
    return Book.honest(cart, prices);
  }
}

package souk.it.badbundles;

import java.util.concurrent.locks.LockSupport;
import org.osgi.service.component.annotations.Component;
import souk.model.Cart;
import souk.offer.api.PriceBook;
import souk.offer.spi.LinePricer;

/** Waits for a lock that is never given back, and cannot be interrupted there. */
@Component(
    property = {
      "souk.role=LinePricer",
      "souk.strategy=bad-blocks",
      "souk.version=1.0.0",
      "souk.title=Blocks on a lock"
    })
public final class Blocks implements LinePricer {

  private static final Object LOCK = new Object();

  @Override
  public long[] unitPricesMinor(Cart cart, PriceBook prices) {
    if (Book.misbehave(cart)) {
      synchronized (LOCK) {
        while (Book.misbehave(cart)) {
          LockSupport.parkNanos(Long.MAX_VALUE);
        }
      }
    }
    return Book.honest(cart, prices);
  }
}

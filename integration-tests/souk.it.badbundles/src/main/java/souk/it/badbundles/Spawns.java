package souk.it.badbundles;

import java.util.concurrent.locks.LockSupport;
import org.osgi.service.component.annotations.Component;
import souk.model.Cart;
import souk.offer.api.PriceBook;
import souk.offer.spi.LinePricer;

/** Starts threads of its own and waits for them longer than anybody has time. */
@Component(
    property = {
      "souk.role=LinePricer",
      "souk.strategy=bad-spawns",
      "souk.version=1.0.0",
      "souk.title=Starts threads"
    })
public final class Spawns implements LinePricer {

  private static final int THREADS = 20;
  private static final long LIFE_NANOS = 200_000_000L;

  @Override
  public long[] unitPricesMinor(Cart cart, PriceBook prices) {
    if (Book.misbehave(cart)) {
      Thread last = Thread.currentThread();
      for (int i = 0; i < THREADS; i++) {
        last = new Thread(() -> LockSupport.parkNanos(LIFE_NANOS), "bad-spawned-" + i);
        last.setDaemon(true);
        last.start();
      }
      waitFor(last);
    }
    return Book.honest(cart, prices);
  }

  private static void waitFor(Thread last) {
    while (last.isAlive()) {
      try {
        last.join();
      } catch (InterruptedException ignoredOnPurpose) {
        continue;
      }
    }
  }
}

package souk.it.badbundles;

import java.util.concurrent.locks.LockSupport;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Never comes back from the start of its bundle; used by the variants of this bundle that hang. */
public final class HangingActivator implements BundleActivator {
  @Override
  public void start(BundleContext context) {
    while (context.getBundle().getBundleId() >= 0) {
      LockSupport.parkNanos(1_000_000_000L);
      Thread.interrupted();
    }
  }

  @Override
  public void stop(BundleContext context) {
    // Never started.
  }
}

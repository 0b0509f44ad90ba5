package souk.kernel.features.bundle;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Does not come back from its start, whoever interrupts it, until the test is over. */
public final class HangingActivator implements BundleActivator {
  @Override
  public void start(BundleContext context) {
    while (System.getProperty("souk.features.test.hang") == null) {
      Thread.onSpinWait();
    }
  }

  @Override
  public void stop(BundleContext context) {}
}

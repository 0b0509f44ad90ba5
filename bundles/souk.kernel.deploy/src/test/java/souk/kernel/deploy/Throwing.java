package souk.kernel.deploy;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Activator of a test bundle. */
public final class Throwing implements BundleActivator {
  @Override
  public void start(BundleContext context) {
    throw new IllegalStateException("planted");
  }

  @Override
  public void stop(BundleContext context) {}
}

package souk.kernel.features.bundle;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Leaves a mark as soon as its class is loaded. */
public final class LoudActivator implements BundleActivator {
  static {
    System.setProperty("souk.features.test.loud", "loaded");
  }

  @Override
  public void start(BundleContext context) {}

  @Override
  public void stop(BundleContext context) {}
}

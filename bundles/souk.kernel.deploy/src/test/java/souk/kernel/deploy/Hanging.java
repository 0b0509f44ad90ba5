package souk.kernel.deploy;

import java.util.concurrent.locks.LockSupport;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Activator of a test bundle; ends when the test says so, and not by interruption. */
public final class Hanging implements BundleActivator {
  static final String RELEASE = "test.release";

  @Override
  public void start(BundleContext context) {
    while (System.getProperty(RELEASE) == null) {
      LockSupport.parkNanos(10_000_000);
      Thread.interrupted();
    }
  }

  @Override
  public void stop(BundleContext context) {}
}

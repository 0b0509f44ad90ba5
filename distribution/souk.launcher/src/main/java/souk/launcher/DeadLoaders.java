package souk.launcher;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ClassLoadingMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.BundleListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the class loaders of bundles that were taken away collected in portions. The collector looks
 * for dead loaders only when its old generation fills; after hundreds of swaps it then stops every
 * thread for long at once. {@link System#gc} would stop them too, so the collector is asked for one
 * of its concurrent cycles, by the only switch it has for that. Safe for use by many threads.
 */
final class DeadLoaders implements BundleListener {
  /** So many cost a stop of some milliseconds. */
  static final int PORTION = 64;

  private static final Logger LOG = LoggerFactory.getLogger(DeadLoaders.class);
  private static final String SWITCH = "G1PeriodicGCInterval";
  private static final String SOON_MILLIS = "100";
  private static final String OFF = "0";
  private static final long LIMIT_NANOS = TimeUnit.SECONDS.toNanos(3);
  private static final long POLL_MILLIS = 10;

  private final HotSpotDiagnosticMXBean machine;
  private final ClassLoadingMXBean classes = ManagementFactory.getClassLoadingMXBean();
  private final AtomicInteger dead = new AtomicInteger();
  private final AtomicBoolean collecting = new AtomicBoolean();

  private DeadLoaders(HotSpotDiagnosticMXBean machine) {
    this.machine = machine;
  }

  /** Begins to count; false if this virtual machine has no such switch, or its user set it. */
  static boolean begin(BundleContext context) {
    HotSpotDiagnosticMXBean machine =
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
    try {
      if (machine == null || !OFF.equals(machine.getVMOption(SWITCH).getValue())) {
        return false;
      }
    } catch (IllegalArgumentException unknown) {
      LOG.debug("Class loaders are collected when the collector likes.", unknown);
      return false;
    }
    context.addBundleListener(new DeadLoaders(machine));
    return true;
  }

  @Override
  public void bundleChanged(BundleEvent event) {
    if (event.getType() == BundleEvent.UNRESOLVED
        && dead.incrementAndGet() >= PORTION
        && collecting.compareAndSet(false, true)) {
      dead.set(0);
      Thread thread = new Thread(null, this::collect, "souk-dead-loaders", 0, false);
      thread.setDaemon(true);
      thread.start();
    }
  }

  /** What died lately may outlive one cycle; every loader has one class or more. */
  private void collect() {
    long wanted = classes.getUnloadedClassCount() + PORTION;
    long end = System.nanoTime() + LIMIT_NANOS;
    try {
      machine.setVMOption(SWITCH, SOON_MILLIS);
      while (classes.getUnloadedClassCount() < wanted && System.nanoTime() < end) {
        Thread.sleep(POLL_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      machine.setVMOption(SWITCH, OFF);
      collecting.set(false);
    }
  }
}

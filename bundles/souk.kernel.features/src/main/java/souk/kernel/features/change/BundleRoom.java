package souk.kernel.features.change;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.startlevel.FrameworkStartLevel;
import org.osgi.framework.wiring.FrameworkWiring;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import souk.kernel.features.files.Refused;

/** The framework's operations on bundles, each complete when it returns. */
final class BundleRoom {
  private static final Logger LOG = LoggerFactory.getLogger(BundleRoom.class);
  private static final long REFRESH_SECONDS = 60;
  private static final long AFTER_INTERRUPT_MILLIS = 500;

  private final BundleContext context;
  private final long startMillis;
  private final Set<Bundle> hanging = ConcurrentHashMap.newKeySet();

  /**
   * @param startMillis longest start of a bundle
   */
  BundleRoom(BundleContext context, long startMillis) {
    this.context = context;
    this.startMillis = startMillis;
  }

  Bundle install(String location, Path jar, int startLevel) {
    try (InputStream in = Files.newInputStream(jar)) {
      Bundle bundle = context.installBundle(location, in);
      bundle.adapt(BundleStartLevel.class).setStartLevel(Math.min(startLevel, level()));
      return bundle;
    } catch (IOException | BundleException e) {
      throw Refused.because(
          e,
          "bundle.not-installed",
          "%s cannot be installed: %s",
          location,
          String.valueOf(e.getMessage()));
    }
  }

  private int level() {
    return system().adapt(FrameworkStartLevel.class).getStartLevel();
  }

  private Bundle system() {
    return context.getBundle(Constants.SYSTEM_BUNDLE_ID);
  }

  /** Wires bundles for good; what a plan checked on paper. */
  void resolve(Collection<Bundle> bundles) {
    if (!bundles.isEmpty() && !system().adapt(FrameworkWiring.class).resolveBundles(bundles)) {
      for (Bundle bundle : bundles) {
        if (bundle.getState() == Bundle.INSTALLED) {
          throw Refused.because(
              "feature.conflict", "The framework does not wire %s.", label(bundle));
        }
      }
    }
  }

  void start(Bundle bundle) {
    if (bundle.getHeaders("").get(Constants.FRAGMENT_HOST) != null) {
      return;
    }
    AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                bundle.start(Bundle.START_ACTIVATION_POLICY);
              } catch (BundleException | RuntimeException e) {
                failure.set(e);
              }
            },
            "souk-feature-start");
    thread.setDaemon(true);
    thread.start();
    if (!endsInTime(thread)) {
      hanging.add(bundle);
      throw Refused.because(
          "bundle.hangs",
          "%s does not end its start within %d ms; its thread is lost until the platform stops.%nMaybe its activator waits for something that never comes.",
          label(bundle),
          startMillis);
    }
    Exception thrown = failure.get();
    if (thrown != null) {
      throw Refused.because(
          thrown,
          "bundle.not-started",
          "%s does not start: %s",
          label(bundle),
          String.valueOf(thrown.getMessage()));
    }
  }

  /** The framework holds a bundle's lock while its activator runs, so it runs in a thread apart. */
  private boolean endsInTime(Thread thread) {
    try {
      thread.join(startMillis);
      if (thread.isAlive()) {
        thread.interrupt();
        thread.join(AFTER_INTERRUPT_MILLIS);
      }
      return !thread.isAlive();
    } catch (InterruptedException e) {
      thread.interrupt();
      Thread.currentThread().interrupt();
      throw Refused.because(e, "feature.interrupted", "The change was interrupted.");
    }
  }

  /** Stops, which waits for the calls under way of its strategies, and forgets a bundle. */
  void remove(Bundle bundle) {
    if (bundle.getState() == Bundle.UNINSTALLED) {
      return;
    }
    if (hanging.contains(bundle)) {
      LOG.error("{} hangs in its start and stays until the next start", label(bundle));
      return;
    }
    try {
      bundle.stop();
      bundle.uninstall();
    } catch (BundleException e) {
      throw Refused.because(
          e,
          "bundle.not-removed",
          "%s cannot be removed: %s",
          label(bundle),
          String.valueOf(e.getMessage()));
    }
  }

  /** Wires anew what hung on removed bundles; waits until those run again. */
  void refresh() {
    FrameworkWiring wiring = system().adapt(FrameworkWiring.class);
    if (wiring.getRemovalPendingBundles().isEmpty()) {
      return;
    }
    CountDownLatch done = new CountDownLatch(1);
    wiring.refreshBundles(
        null,
        event -> {
          if (event.getType() == FrameworkEvent.PACKAGES_REFRESHED) {
            done.countDown();
          }
        });
    try {
      if (!done.await(REFRESH_SECONDS, TimeUnit.SECONDS)) {
        throw Refused.because(
            "feature.refresh-slow",
            "The framework needed more than %d s to wire changed bundles anew.",
            REFRESH_SECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Refused.because(e, "feature.interrupted", "The change was interrupted.");
    }
  }

  static String label(Bundle bundle) {
    return bundle.getSymbolicName() + " " + bundle.getVersion();
  }
}

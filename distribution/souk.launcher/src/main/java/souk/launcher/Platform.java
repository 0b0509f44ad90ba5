package souk.launcher;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.felix.framework.FrameworkFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.startlevel.FrameworkStartLevel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The framework from the first start level to the last stop. */
final class Platform {
  private static final Logger LOG = LoggerFactory.getLogger(Platform.class);
  private static final long STOP_MILLIS = 30_000;
  private static final long LEVEL_SECONDS = 300;

  /** Property of a service by which a bundle says why the platform must not serve. */
  private static final String REFUSAL = "souk.start.refusal";

  private final Places places;
  private final Framework framework;

  Platform(Places places, Map<String, String> settings) {
    this.places = places;
    this.framework = new FrameworkFactory().newFramework(settings);
  }

  /** Starts at level 1, writes configurations, then raises the level. */
  void start(Installation installation) throws IOException, InterruptedException {
    try {
      framework.init();
      new BundleSync(framework.getBundleContext(), places.data().resolve("bundles.properties"))
          .apply(installation);
      framework.start();
      configurationService(installation).start();
    } catch (BundleException e) {
      throw new LaunchFailure(
          ExitCode.BROKEN_STATE,
          """
          The framework does not start from %s: %s.
          Maybe that folder is damaged: delete it, it is rebuilt from the repository; nothing of yours lies there."""
              .formatted(places.frameworkStorage(), e.getMessage()),
          e);
    }
    new ConfigurationSync(
            framework.getBundleContext(), places.data().resolve("configurations.properties"))
        .apply(installation.configurations());
    raise(installation.topLevel() + 1);
    refuse();
    reportLame();
    DeadLoaders.begin(framework.getBundleContext());
  }

  /** The configuration service starts alone, before the bundles that it configures. */
  private Bundle configurationService(Installation installation) throws BundleException {
    for (Bundle bundle : framework.getBundleContext().getBundles()) {
      if ("org.apache.felix.configadmin".equals(bundle.getSymbolicName())) {
        bundle.adapt(BundleStartLevel.class).setStartLevel(1);
        return bundle;
      }
    }
    throw new LaunchFailure(
        ExitCode.BROKEN_INSTALLATION,
        "None of the %d bundles of the features is org.apache.felix.configadmin."
            .formatted(installation.bundles().size()));
  }

  private void raise(int level) throws InterruptedException {
    CountDownLatch reached = new CountDownLatch(1);
    framework
        .adapt(FrameworkStartLevel.class)
        .setStartLevel(
            level,
            event -> {
              if (event.getType() == FrameworkEvent.STARTLEVEL_CHANGED) {
                reached.countDown();
              }
            });
    if (!reached.await(LEVEL_SECONDS, TimeUnit.SECONDS)) {
      LOG.warn("Start level {} was not reached within {} s", level, LEVEL_SECONDS);
    }
  }

  /** A store that cannot be opened says so; half a platform is worse than none. */
  private void refuse() {
    try {
      ServiceReference<?>[] refusals =
          framework.getBundleContext().getAllServiceReferences(null, "(" + REFUSAL + "=*)");
      if (refusals != null) {
        throw new LaunchFailure(
            ExitCode.BROKEN_STATE,
            Arrays.stream(refusals)
                .map(refusal -> String.valueOf(refusal.getProperty(REFUSAL)))
                .sorted()
                .collect(Collectors.joining("\n")));
      }
    } catch (InvalidSyntaxException e) {
      throw new IllegalStateException("The filter is constant.", e);
    }
  }

  private void reportLame() {
    List<String> lame = new ArrayList<>();
    for (Bundle bundle : framework.getBundleContext().getBundles()) {
      boolean fragment = bundle.getHeaders("").get(Constants.FRAGMENT_HOST) != null;
      if (bundle.getState() != Bundle.ACTIVE && bundle.getState() != Bundle.STARTING && !fragment) {
        lame.add(bundle.getSymbolicName());
      }
    }
    if (!lame.isEmpty()) {
      LOG.error("{} bundles do not run: {}", lame.size(), lame);
    }
  }

  int bundleCount() {
    return framework.getBundleContext().getBundles().length;
  }

  /** Blocks until somebody stops the framework: a signal, the shell or the console. */
  void awaitStop() throws InterruptedException {
    framework.waitForStop(0);
  }

  void stop() {
    try {
      framework.stop();
      FrameworkEvent event = framework.waitForStop(STOP_MILLIS);
      if (event.getType() == FrameworkEvent.WAIT_TIMEDOUT) {
        LOG.error("The framework did not stop within {} ms", STOP_MILLIS);
      }
    } catch (BundleException e) {
      LOG.error("The framework did not stop cleanly", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

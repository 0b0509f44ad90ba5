package souk.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.wiring.FrameworkWiring;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the framework hold what the features list: installs what is missing, updates what has other
 * content than before, uninstalls what is no longer listed. Bundles that came another way (drop
 * folder, console) are left alone.
 */
final class BundleSync {
  /** Of bundles of the distribution's features. */
  static final String PREFIX = "feature:";

  /** Of bundles of features that came while the platform ran and are no part of it. */
  static final String STRANGER = "installed:";

  private static final Logger LOG = LoggerFactory.getLogger(BundleSync.class);

  private final BundleContext context;
  private final Path fingerprints;

  BundleSync(BundleContext context, Path fingerprints) {
    this.context = context;
    this.fingerprints = fingerprints;
  }

  void apply(Installation installation) throws IOException, InterruptedException {
    Properties known = load();
    Properties now = new Properties();
    Map<String, Bundle> installed = new HashMap<>();
    for (Bundle bundle : context.getBundles()) {
      if (bundle.getLocation().startsWith(PREFIX) || bundle.getLocation().startsWith(STRANGER)) {
        installed.put(bundle.getLocation(), bundle);
      }
    }
    int replaced = 0;
    for (Installation.BundleEntry entry : installation.bundles()) {
      String print = stamp(entry.jar());
      Bundle bundle = installed.remove(entry.location());
      if (bundle == null) {
        bundle = install(entry);
      } else if (!print.equals(known.getProperty(entry.location()))) {
        update(bundle, entry);
        replaced++;
      }
      now.setProperty(entry.location(), print);
      prepare(bundle, entry.startLevel());
    }
    for (Bundle bundle : installed.values()) {
      LOG.info("Removing {}, no feature lists it any more", bundle.getSymbolicName());
      uninstall(bundle);
      replaced++;
    }
    store(now);
    if (replaced > 0) {
      refresh();
    }
  }

  /** Size and time decide quickly; they differ whenever an archive is unpacked over the old one. */
  private static String stamp(Path jar) throws IOException {
    return Files.size(jar) + "@" + Fingerprint.of(jar);
  }

  private Bundle install(Installation.BundleEntry entry) {
    try (InputStream in = Files.newInputStream(entry.jar())) {
      return context.installBundle(entry.location(), in);
    } catch (IOException | BundleException e) {
      throw broken(entry, e);
    }
  }

  private static void update(Bundle bundle, Installation.BundleEntry entry) {
    LOG.info("Updating {}, its content changed", bundle.getSymbolicName());
    try (InputStream in = Files.newInputStream(entry.jar())) {
      bundle.update(in);
    } catch (IOException | BundleException e) {
      throw broken(entry, e);
    }
  }

  private static void uninstall(Bundle bundle) {
    try {
      bundle.uninstall();
    } catch (BundleException e) {
      throw new LaunchFailure(
          ExitCode.BROKEN_STATE, "Cannot uninstall " + bundle.getLocation() + ".", e);
    }
  }

  private static LaunchFailure broken(Installation.BundleEntry entry, Exception cause) {
    return new LaunchFailure(
        ExitCode.BROKEN_INSTALLATION,
        """
        Cannot install %s from %s: %s.
        Maybe the file is damaged; unpack the archive again."""
            .formatted(entry.location(), entry.jar(), cause.getMessage()),
        cause);
  }

  private static void prepare(Bundle bundle, int level) {
    BundleStartLevel startLevel = bundle.adapt(BundleStartLevel.class);
    if (startLevel.getStartLevel() != level) {
      startLevel.setStartLevel(level);
    }
    boolean fragment = bundle.getHeaders("").get(Constants.FRAGMENT_HOST) != null;
    if (!fragment && !startLevel.isPersistentlyStarted()) {
      try {
        bundle.start(Bundle.START_ACTIVATION_POLICY);
      } catch (BundleException e) {
        LOG.error("Cannot start {}", bundle.getSymbolicName(), e);
      }
    }
  }

  private void refresh() throws InterruptedException {
    CountDownLatch done = new CountDownLatch(1);
    context
        .getBundle(Constants.SYSTEM_BUNDLE_ID)
        .adapt(FrameworkWiring.class)
        .refreshBundles(
            null,
            event -> {
              if (event.getType() == FrameworkEvent.PACKAGES_REFRESHED) {
                done.countDown();
              }
            });
    if (!done.await(60, TimeUnit.SECONDS)) {
      LOG.warn("The framework needed more than 60 s to rewire changed bundles");
    }
  }

  private Properties load() throws IOException {
    Properties properties = new Properties();
    if (Files.exists(fingerprints)) {
      try (Reader reader = Files.newBufferedReader(fingerprints, StandardCharsets.UTF_8)) {
        properties.load(reader);
      }
    }
    return properties;
  }

  private void store(Properties properties) throws IOException {
    try (Writer writer = Files.newBufferedWriter(fingerprints, StandardCharsets.UTF_8)) {
      properties.store(writer, null);
    }
  }
}

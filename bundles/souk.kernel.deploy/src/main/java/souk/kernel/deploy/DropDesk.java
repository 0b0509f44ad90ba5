package souk.kernel.deploy;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import souk.kernel.api.DroppedBundle;
import souk.kernel.api.DroppedBundle.State;

/**
 * Installs the new content of a file beside the old, starts it within a limit, and only then takes
 * the old away; if the new does not run, the old goes on. One change at a time.
 */
final class DropDesk {
  private static final Logger LOG = LoggerFactory.getLogger(DropDesk.class);

  private final BundleContext context;
  private final long startMillis;
  private final long stopMillis;
  private final Clock clock;
  private final int startLevel;
  private final Map<String, Dropped> dropped = new ConcurrentSkipListMap<>();

  DropDesk(BundleContext context, long startMillis, long stopMillis, Clock clock) {
    this.context = context;
    this.startMillis = startMillis;
    this.stopMillis = stopMillis;
    this.clock = clock;
    // Behind this bundle: a level that is reached whatever features are left out.
    this.startLevel = context.getBundle().adapt(BundleStartLevel.class).getStartLevel() + 1;
  }

  List<DroppedBundle> bundles() {
    return dropped.entrySet().stream().map(e -> e.getValue().view(e.getKey())).toList();
  }

  boolean someoneWaits() {
    return dropped.values().stream().anyMatch(one -> one.state() == State.WAITING);
  }

  /**
   * Takes over new or changed content.
   *
   * @throws IOException if the file cannot be read
   * @throws BundleException if the framework does not take it as a bundle
   */
  synchronized void put(File file) throws IOException, BundleException, InterruptedException {
    String location = Locations.of(file);
    List<Bundle> before = Locations.ofFile(context, file);
    @Nullable Bundle fresh = null;
    for (Bundle bundle : before) {
      if (bundle.getLocation().equals(location)) {
        fresh = bundle;
      }
    }
    if (fresh == null) {
      try (InputStream in = Files.newInputStream(file.toPath())) {
        fresh = context.installBundle(location, in);
      }
      fresh.adapt(BundleStartLevel.class).setStartLevel(startLevel);
    }
    start(file, fresh);
  }

  /** Tries those again whose imports were not here. */
  synchronized void retryWaiting() {
    dropped.forEach(
        (name, one) -> {
          if (one.state() == State.WAITING) {
            try {
              start(new File(name), one.bundle());
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
          }
        });
  }

  /** Uninstalls everything that was made of a file that is gone. */
  synchronized void remove(File file) {
    for (Bundle bundle : Locations.ofFile(context, file)) {
      uninstall(file, bundle);
    }
    Dropped last = dropped.get(file.getName());
    if (last == null || last.state() != State.HANGING) {
      dropped.remove(file.getName());
    }
  }

  private void start(File file, Bundle fresh) throws InterruptedException {
    Bounded.Result result =
        Bounded.run(
            "souk-drop-start-" + fresh.getBundleId(),
            startMillis,
            () -> fresh.start(Bundle.START_TRANSIENT | Bundle.START_ACTIVATION_POLICY));
    List<Bundle> others =
        Locations.ofFile(context, file).stream().filter(bundle -> bundle != fresh).toList();
    switch (result.end()) {
      case DONE -> {
        note(file, fresh, State.ACTIVE, "", "");
        others.forEach(bundle -> uninstall(file, bundle));
      }
      case HANGING ->
          keep(
              file,
              fresh,
              others,
              State.HANGING,
              "Its activator did not come back within %d ms.".formatted(startMillis));
      case FAILED -> {
        Exception why = result.failure();
        boolean waits =
            why instanceof BundleException e && e.getType() == BundleException.RESOLVE_ERROR;
        keep(file, fresh, others, waits ? State.WAITING : State.FAILED, reason(why));
      }
    }
  }

  /** The new one does not run: the newest of the old ones that does, or can, goes on. */
  private void keep(File file, Bundle fresh, List<Bundle> others, State state, String reason)
      throws InterruptedException {
    @Nullable Bundle kept = null;
    for (Bundle old : others) {
      if (kept == null && runs(old)) {
        kept = old;
      } else if (!hangs(file, old)) {
        uninstall(file, old);
      }
    }
    String version = kept == null ? "" : kept.getVersion().toString();
    Dropped last = dropped.get(file.getName());
    boolean known = last != null && last.bundle() == fresh && last.state() == state;
    note(file, fresh, state, reason, version);
    if (!known) {
      LOG.warn(
          "{} of the drop folder does not run ({}): {}{}",
          file.getName(),
          state,
          reason,
          kept == null ? "" : " Version " + version + " is kept.");
    }
  }

  /** True if it runs already, or does when it is started: after the platform came back. */
  private boolean runs(Bundle old) throws InterruptedException {
    if (old.getState() == Bundle.ACTIVE) {
      return true;
    }
    if (old.getState() == Bundle.STARTING || old.getState() == Bundle.STOPPING) {
      return false;
    }
    Bounded.Result result =
        Bounded.run(
            "souk-drop-start-" + old.getBundleId(),
            startMillis,
            () -> old.start(Bundle.START_TRANSIENT | Bundle.START_ACTIVATION_POLICY));
    return result.end() == Bounded.End.DONE;
  }

  private boolean hangs(File file, Bundle bundle) {
    Dropped last = dropped.get(file.getName());
    return last != null && last.bundle() == bundle && last.state() == State.HANGING;
  }

  private void uninstall(File file, Bundle bundle) {
    if (hangs(file, bundle)) {
      LOG.warn(
          "{} is out of the drop folder, but its activator still hangs; the next start of the"
              + " platform forgets it.",
          file.getName());
      return;
    }
    try {
      Bounded.Result result =
          Bounded.run("souk-drop-stop-" + bundle.getBundleId(), stopMillis, bundle::uninstall);
      if (result.end() != Bounded.End.DONE) {
        LOG.warn(
            "Bundle {} {} of the drop folder was not uninstalled: {}",
            bundle.getSymbolicName(),
            bundle.getVersion(),
            result.end() == Bounded.End.HANGING
                ? "it did not stop within " + stopMillis + " ms."
                : reason(result.failure()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String reason(@Nullable Exception failure) {
    Throwable deepest = failure;
    while (deepest instanceof BundleException && deepest.getCause() != null) {
      deepest = deepest.getCause();
    }
    return deepest == null ? "" : String.valueOf(deepest.getMessage());
  }

  private void note(File file, Bundle bundle, State state, String reason, String kept) {
    dropped.put(file.getName(), new Dropped(bundle, state, reason, kept, clock.instant()));
  }
}

package souk.trust.approval;

import java.util.Optional;
import java.util.function.UnaryOperator;
import souk.kernel.api.Snapshot;
import souk.kernel.api.Snapshots;

/**
 * What tills see: what was published, less what is stopped. Changing it touches memory alone and
 * waits for nobody who writes, so that a stop holds at once however slow the journal is. Safe for
 * use by many threads.
 */
final class Served {
  private final Snapshots snapshots;
  private final Object publications = new Object();
  private Optional<Content> content = Optional.empty();
  private Switches switches = Switches.NONE;

  Served(Snapshots snapshots) {
    this.snapshots = snapshots;
  }

  /** Held by whoever publishes, from reading what is in force until tills see the new. */
  Object publications() {
    return publications;
  }

  synchronized void start(Optional<Content> inForce, Switches stopped) {
    content = inForce;
    switches = stopped;
    show();
  }

  synchronized void serve(Content published) {
    content = Optional.of(published);
    show();
  }

  /** Changes the switches for all quotes that start from now on. */
  synchronized Switches change(UnaryOperator<Switches> change) {
    switches = change.apply(switches);
    show();
    return switches;
  }

  synchronized Switches switches() {
    return switches;
  }

  synchronized Optional<Content> content() {
    return content;
  }

  private void show() {
    if (content.isEmpty()) {
      return;
    }
    Content now = content.get();
    boolean seen =
        snapshots.current().map(Snapshot::id).filter(switches.name(now)::equals).isPresent();
    if (!seen) {
      snapshots.publish(now.snapshot(switches));
    }
  }
}

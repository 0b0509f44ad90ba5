package souk.kernel.features;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.FrameworkListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import souk.kernel.api.Actor;
import souk.kernel.api.FeatureException;
import souk.kernel.features.change.Changer;
import souk.kernel.features.files.StateStore;

/**
 * After a process died in the middle of a change, the routing may name versions that are not there.
 * The file {@code settled} holds the number of the state that routing fits; where it differs,
 * routing follows once the platform has started.
 */
final class Settlement implements FrameworkListener, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Settlement.class);

  private final BundleContext context;
  private final Path file;
  private final StateStore states;
  private final Changer changer;

  Settlement(BundleContext context, Path folder, StateStore states, Changer changer) {
    this.context = context;
    this.file = folder.resolve("settled");
    this.states = states;
    this.changer = changer;
  }

  void open() {
    context.addFrameworkListener(this);
  }

  @Override
  public void frameworkEvent(FrameworkEvent event) {
    if (event.getType() == FrameworkEvent.STARTLEVEL_CHANGED && !fits()) {
      try {
        changer.settle(Actor.system());
        settled();
      } catch (FeatureException e) {
        LOG.warn("Routing does not fit the features after a change that was cut off", e);
      }
    }
  }

  /** A change is marked before it begins, so that a cut is seen at the next start. */
  void begins() {
    write("changing");
  }

  /** Routing fits what is in force. */
  void settled() {
    write(Integer.toString(states.current().number()));
  }

  private void write(String text) {
    try {
      Files.writeString(file, text + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean fits() {
    try {
      return !Files.exists(file)
          ? states.current().number() == 0
          : Files.readString(file).strip().equals(Integer.toString(states.current().number()));
    } catch (IOException e) {
      LOG.warn("The file {} cannot be read", file, e);
      return false;
    }
  }

  @Override
  public void close() {
    context.removeFrameworkListener(this);
  }
}

package souk.kernel.runtime.snapshots;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.osgi.service.component.annotations.Component;
import souk.kernel.api.Snapshot;
import souk.kernel.api.Snapshots;

/** Holds the current snapshot in one volatile reference. */
@Component
public final class DefaultSnapshots implements Snapshots {
  private final AtomicReference<Optional<Snapshot>> current =
      new AtomicReference<>(Optional.empty());

  @Override
  public Optional<Snapshot> current() {
    return Objects.requireNonNull(current.get());
  }

  @Override
  public Optional<Snapshot> publish(Snapshot snapshot) {
    return Objects.requireNonNull(current.getAndSet(Optional.of(snapshot)));
  }
}

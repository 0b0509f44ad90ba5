package souk.kernel.api;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Holds the snapshot that serves now. Reading is one volatile read; publishing replaces it at once
 * for all calls that start later. Does not persist: the publisher restores it at start.
 */
@ProviderType
public interface Snapshots {
  /** Empty before the first publication. */
  Optional<Snapshot> current();

  /** Makes a snapshot the current one and returns the previous one. */
  Optional<Snapshot> publish(Snapshot snapshot);
}

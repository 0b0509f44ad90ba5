package souk.kernel.api;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import souk.model.SnapshotId;

/** Snapshots that serve or once served, as they were. Safe for use by many threads. */
@ProviderType
public interface SnapshotArchive {
  Optional<Snapshot> find(SnapshotId id);
}

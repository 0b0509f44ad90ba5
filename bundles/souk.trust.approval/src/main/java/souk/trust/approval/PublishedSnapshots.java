package souk.trust.approval;

import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import souk.data.api.Documents;
import souk.kernel.api.Snapshot;
import souk.kernel.api.SnapshotArchive;
import souk.model.SnapshotId;

/** Every snapshot that was ever put into force, from the journal. */
@Component
public final class PublishedSnapshots implements SnapshotArchive {
  private final Publications publications;

  @Activate
  public PublishedSnapshots(@Reference Documents documents) {
    this.publications = new Publications(documents);
  }

  @Override
  public Optional<Snapshot> find(SnapshotId id) {
    return publications.findContent(id).map(Content::snapshot);
  }
}

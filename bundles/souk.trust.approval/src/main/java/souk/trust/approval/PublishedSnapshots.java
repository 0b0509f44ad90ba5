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
  private final SwitchStore switches;

  @Activate
  public PublishedSnapshots(@Reference Documents documents) {
    this.publications = new Publications(documents);
    this.switches = new SwitchStore(documents);
  }

  @Override
  public Optional<Snapshot> find(SnapshotId id) {
    String name = id.value();
    int end = name.indexOf(Switches.SEPARATOR);
    if (end < 0) {
      return publications.findContent(id).map(content -> content.snapshot(Switches.NONE));
    }
    return publications
        .findContent(new SnapshotId(name.substring(0, end)))
        .flatMap(
            content -> switches.named(name, content).map(stopped -> content.snapshot(stopped)));
  }
}

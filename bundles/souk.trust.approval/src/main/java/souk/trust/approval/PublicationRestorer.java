package souk.trust.approval;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import souk.data.api.Documents;
import souk.kernel.api.Snapshots;

/**
 * Puts the last publication back into force at start. Needs the journal alone, so that tills quote
 * published prices also where nobody plans: the publisher itself waits for planning, sales and
 * costs.
 */
@Component(
    service = {},
    immediate = true)
public final class PublicationRestorer {
  @Activate
  public PublicationRestorer(@Reference Documents documents, @Reference Snapshots snapshots) {
    if (snapshots.current().isEmpty()) {
      new Publications(documents).restore(snapshots);
    }
  }
}

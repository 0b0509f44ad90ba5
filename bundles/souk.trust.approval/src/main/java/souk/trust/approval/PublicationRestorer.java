package souk.trust.approval;

import java.time.Clock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import souk.data.api.Documents;
import souk.kernel.api.Snapshots;

/**
 * Puts the last publication, and the switches on its offers, back into force at start. Needs the
 * journal alone, so that tills quote published prices, and nothing that was killed, also where
 * nobody plans: the publisher itself waits for planning, sales and costs.
 */
@Component(service = PublicationRestorer.class, immediate = true)
public final class PublicationRestorer {
  private final Served served;
  private final Clock clock;

  @Activate
  public PublicationRestorer(@Reference Documents documents, @Reference Snapshots snapshots) {
    this(documents, snapshots, Clock.systemUTC());
  }

  PublicationRestorer(Documents documents, Snapshots snapshots, Clock machine) {
    served = new Served(snapshots);
    Publications publications = new Publications(documents);
    publications.restore(served);
    clock = MonotoneClock.after(machine, publications, served.switches());
  }

  /** What tills see; shared by everybody in this bundle who changes it. */
  Served served() {
    return served;
  }

  /** Does not go back behind what was written before the start either. */
  Clock clock() {
    return clock;
  }
}

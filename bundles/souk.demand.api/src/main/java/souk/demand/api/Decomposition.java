package souk.demand.api;

import java.util.List;
import java.util.Optional;
import souk.model.Provenance;
import souk.model.Reason;
import souk.model.TimeGrid;

/**
 * Sales taken apart. Immutable.
 *
 * @param grid grid of the panel
 * @param parts in the order of the panel
 * @param notes what a reader must know, with figures
 * @param provenance where it came from
 */
public record Decomposition(
    TimeGrid grid, List<DemandParts> parts, List<Reason> notes, Provenance provenance) {
  public Decomposition {
    parts = List.copyOf(parts);
    notes = List.copyOf(notes);
  }

  public Optional<DemandParts> series(String seriesId) {
    return parts.stream().filter(one -> one.seriesId().equals(seriesId)).findFirst();
  }
}

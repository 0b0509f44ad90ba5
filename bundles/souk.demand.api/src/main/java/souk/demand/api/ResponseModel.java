package souk.demand.api;

import java.util.List;
import java.util.Optional;
import souk.model.EvidenceLabel;
import souk.model.Provenance;
import souk.model.Sku;

/**
 * Price response of many articles. Immutable.
 *
 * @param id names the fit
 * @param label {@code OBSERVED}, or {@code SIMULATED} if simulated weeks took part
 * @param pooledElasticity mean of the true elasticities over all articles that could be estimated;
 *     0 if there is none
 * @param betweenItemDeviation standard deviation of the true elasticities between articles
 * @param items in the order of the panel
 * @param provenance where it came from
 */
public record ResponseModel(
    String id,
    EvidenceLabel label,
    double pooledElasticity,
    double betweenItemDeviation,
    List<ItemResponse> items,
    Provenance provenance) {
  public ResponseModel {
    items = List.copyOf(items);
  }

  public Optional<ItemResponse> item(Sku sku) {
    return items.stream().filter(i -> i.sku().equals(sku)).findFirst();
  }

  /** Share of articles whose response is not identified, in [0, 1]. */
  public double shareNotIdentified() {
    return items.isEmpty()
        ? 0
        : items.stream().filter(i -> !i.identified()).count() / (double) items.size();
  }
}

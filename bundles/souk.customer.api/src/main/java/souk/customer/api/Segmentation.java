package souk.customer.api;

import java.util.List;
import java.util.Map;
import souk.model.CustomerKey;
import souk.model.Provenance;

/**
 * All customers of a period put into segments. Immutable.
 *
 * @param segments most valuable first
 * @param memberships segment id per customer
 * @param stability agreement of repeated segmentations in [0, 1] (adjusted Rand index), or NaN
 *     where repeating cannot change anything
 * @param provenance where it came from
 */
public record Segmentation(
    List<CustomerSegment> segments,
    Map<CustomerKey, String> memberships,
    double stability,
    Provenance provenance) {
  public Segmentation {
    segments = List.copyOf(segments);
    memberships = Map.copyOf(memberships);
  }
}

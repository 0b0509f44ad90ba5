package souk.plan.core;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import souk.customer.api.Segmentation;
import souk.model.PurchaseLog;
import souk.model.Sku;

/**
 * What each segment bought in a past period: units per article and the values of its baskets.
 * Returns and purchases without a known member are left out.
 */
final class SegmentDemand {
  private final Map<Sku, Double> unitsBySku = new HashMap<>();
  private long[] basketsMinor = new long[0];

  private SegmentDemand() {}

  /** Units in the period. */
  double units(Sku sku) {
    return unitsBySku.getOrDefault(sku, 0.0);
  }

  /** Values of the baskets in minor units, rising. */
  long[] basketsMinor() {
    return basketsMinor.clone();
  }

  /** By segment id; every segment of the segmentation has an entry. */
  static Map<String, SegmentDemand> bySegment(PurchaseLog log, Segmentation segmentation) {
    Map<String, SegmentDemand> demand = new LinkedHashMap<>();
    Map<String, Map<Integer, Long>> baskets = new HashMap<>();
    segmentation
        .segments()
        .forEach(
            segment -> {
              demand.put(segment.id(), new SegmentDemand());
              baskets.put(segment.id(), new LinkedHashMap<>());
            });
    String[] segmentByCustomer =
        log.customers().stream()
            .map(key -> segmentation.memberships().getOrDefault(key, ""))
            .toArray(String[]::new);
    for (int row = 0; row < log.rows(); row++) {
      if (log.customer(row) < 0 || !(log.quantity(row) > 0) || log.amountMinor(row) <= 0) {
        continue;
      }
      String segment = segmentByCustomer[log.customer(row)];
      SegmentDemand of = demand.get(segment);
      if (of != null) {
        of.unitsBySku.merge(log.skus().get(log.sku(row)), log.quantity(row), Double::sum);
        Objects.requireNonNull(baskets.get(segment))
            .merge(log.order(row), log.amountMinor(row), Long::sum);
      }
    }
    demand.forEach(
        (segment, of) -> {
          of.basketsMinor =
              Objects.requireNonNull(baskets.get(segment)).values().stream()
                  .mapToLong(Long::longValue)
                  .toArray();
          Arrays.sort(of.basketsMinor);
        });
    return demand;
  }
}

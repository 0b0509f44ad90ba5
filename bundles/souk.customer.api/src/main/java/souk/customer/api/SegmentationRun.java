package souk.customer.api;

import java.util.Map;
import java.util.Optional;

/**
 * One run of a segmentation strategy.
 *
 * @param id names the run
 * @param strategy id and version of the strategy, {@code rfm-quantile@1.0.0}
 * @param segmentation its result
 * @param migration customers who moved, keyed {@code from→to}; empty for the first run
 * @param fallbackReason why the selected strategy did not serve, if so
 */
public record SegmentationRun(
    String id,
    String strategy,
    Segmentation segmentation,
    Map<String, Integer> migration,
    Optional<String> fallbackReason) {
  public SegmentationRun {
    migration = Map.copyOf(migration);
  }
}

package souk.customer.api;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import souk.kernel.api.Progress;
import souk.model.CustomerKey;

/** Who belongs together; the latest run answers. Safe for use by many threads. */
@ProviderType
public interface Segments {
  /**
   * Segments the loaded customers and keeps the result.
   *
   * @param strategy id of a strategy, or empty for the selected one
   * @throws IllegalStateException if nothing is loaded
   */
  SegmentationRun run(Optional<String> strategy, Progress progress);

  Optional<SegmentationRun> latest();

  /** Segment id of a customer in the latest run; a look-up in memory. */
  Optional<String> segmentOf(CustomerKey customer);
}

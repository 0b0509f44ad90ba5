package souk.customer.api;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import souk.kernel.api.Progress;
import souk.model.CustomerKey;

/** What customers will probably do; the latest run answers. Safe for use by many threads. */
@ProviderType
public interface Scores {
  /**
   * Scores the loaded customers and keeps the result.
   *
   * @param strategy id of a strategy, or empty for the selected one
   * @param horizonDays days ahead, 1 to 3650
   * @throws IllegalStateException if nothing is loaded
   */
  ScoringRun run(Optional<String> strategy, int horizonDays, Progress progress);

  Optional<ScoringRun> latest();

  /** The score of a customer in the latest run; a look-up in memory. */
  Optional<CustomerScore> scoreOf(CustomerKey customer);
}

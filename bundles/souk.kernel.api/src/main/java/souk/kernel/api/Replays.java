package souk.kernel.api;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import souk.model.DecisionId;

/**
 * Computes logged decisions once more. A replay has no side effect: nothing is logged, counted or
 * served. Safe for use by many threads.
 */
@ProviderType
public interface Replays {
  /** Empty if the decision log holds no such decision: it was never made, or not sampled. */
  Optional<Replay> replay(DecisionId decision);
}

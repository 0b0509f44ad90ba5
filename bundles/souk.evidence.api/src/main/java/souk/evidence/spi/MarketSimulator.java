package souk.evidence.spi;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;
import souk.kernel.api.Progress;
import souk.model.Refusal;

/**
 * Plays a market that answers to prices and offers. Must be deterministic for one seed and state,
 * and safe for use by many threads.
 */
@ConsumerType
public interface MarketSimulator {
  Optional<Refusal> refuses(MarketState state, SimulationTask task);

  SimulatedSales simulate(
      MarketState state, ShopFront shop, SimulationTask task, Progress progress);
}

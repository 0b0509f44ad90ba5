package souk.demand.spi;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;
import souk.demand.api.ResponseModel;
import souk.model.Panel;
import souk.model.Refusal;

/**
 * Estimates how demand answers to price; says "not identified" where the data do not tell. Must be
 * deterministic and safe for use by many threads.
 */
@ConsumerType
public interface ElasticityEstimator {
  Optional<Refusal> refuses(Panel unitsWithPrice, EstimationTask task);

  /**
   * Estimates.
   *
   * @param unitsWithPrice units per step; the price as a covariate of each series
   */
  ResponseModel estimate(Panel unitsWithPrice, EstimationTask task);
}

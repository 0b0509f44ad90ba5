package souk.customer.spi;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;
import souk.customer.api.UpliftEstimate;
import souk.customer.api.UpliftTrial;
import souk.model.Refusal;

/**
 * Learns from a trial whom a treatment changes. Must be safe for use by many threads, deterministic
 * for one seed, and leave its input alone.
 */
@ConsumerType
public interface UpliftEstimator {
  /** Whether this trial can be learned from; with figures. */
  Optional<Refusal> refuses(UpliftTrial trial, UpliftTask task);

  /**
   * Learns from a trial and answers others.
   *
   * @param rows whom to answer: rows × the trial's columns, NaN where missing
   */
  UpliftEstimate estimate(UpliftTrial trial, double[][] rows, UpliftTask task);
}

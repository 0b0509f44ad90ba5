package souk.customer.api;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import souk.kernel.api.Progress;

/** Whom a treatment changes. Safe for use by many threads. */
@ProviderType
public interface Uplift {
  /**
   * Learns from a trial, measures that on rows not seen, and answers others.
   *
   * @param rows whom to answer: rows × the trial's columns, NaN where missing
   * @param strategy id of a strategy, or empty for the selected one
   * @param seed same seed, same answer
   * @throws IllegalArgumentException if there is no such strategy
   * @throws IllegalStateException if the trial cannot be learned from
   */
  UpliftRun estimate(
      UpliftTrial trial, double[][] rows, Optional<String> strategy, long seed, Progress progress);
}

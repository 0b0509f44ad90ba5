package souk.kernel.api;

import org.osgi.annotation.versioning.ProviderType;

/**
 * A metric of a trial at one moment: candidate against primary on the same calls. Each bound on its
 * own holds at every moment of the trial at once with the probability that was promised, so it may
 * be looked at at any time.
 */
@ProviderType
public interface MetricStatus {
  /** For example {@code margin-per-quote}. */
  String metric();

  /** Title for people. */
  String title();

  /** For example {@code minor units}. */
  String unit();

  boolean higherIsBetter();

  /** Outcomes that were measured on both sides. */
  long samples();

  double primaryMean();

  double candidateMean();

  /** Candidate's mean relative to the primary's, less one: −0.1 is 10 % less. NaN if unknown. */
  double relativeDifference();

  /** Lower bound of the always-valid interval; −∞ until it can be told. */
  double low();

  /** Upper bound of the always-valid interval; +∞ until it can be told. */
  double high();

  /** Evidence that it is worse: the test stops at 1 / alpha. */
  double evidence();

  /** Loss that is tolerated, as a share of the primary's mean. */
  double toleratedLoss();
}

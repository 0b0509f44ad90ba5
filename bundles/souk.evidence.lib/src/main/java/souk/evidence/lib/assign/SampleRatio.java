package souk.evidence.lib.assign;

import org.hipparchus.distribution.continuous.ChiSquaredDistribution;

/**
 * Looks for a sample-ratio mismatch: more or fewer units with outcomes on one side than were
 * assigned, a sign that the experiment lost units in a way that depends on the treatment. Pure.
 */
public final class SampleRatio {
  private SampleRatio() {}

  /**
   * Pearson's chi-squared test with one degree of freedom.
   *
   * @param treated units with outcomes that got the plan
   * @param control units with outcomes that were held out
   * @param controlShare share that should be held out, in (0, 1)
   * @return p-value in [0, 1]; below 0.001 something is wrong
   */
  public static double pValue(long treated, long control, double controlShare) {
    double all = treated + control;
    if (all == 0) {
      return 1;
    }
    double expectedControl = all * controlShare;
    double expectedTreated = all - expectedControl;
    double d = control - expectedControl;
    double statistic = d * d / expectedControl + d * d / expectedTreated;
    return 1 - new ChiSquaredDistribution(1).cumulativeProbability(statistic);
  }
}

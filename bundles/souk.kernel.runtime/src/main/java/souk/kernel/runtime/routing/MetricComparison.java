package souk.kernel.runtime.routing;

import souk.kernel.api.MetricStatus;
import souk.kernel.runtime.sequential.PairedRatio;
import souk.kernel.spi.MetricDescription;

/** One metric of one trial: its pairs so far. Guarded by the trial's figures. */
final class MetricComparison {
  private final MetricDescription description;
  private final double toleratedLoss;
  private final PairedRatio pairs;

  MetricComparison(MetricDescription description, int scaleSamples, double toleratedLoss) {
    this.description = description;
    this.toleratedLoss = toleratedLoss;
    this.pairs = new PairedRatio(scaleSamples, description.higherIsBetter(), toleratedLoss);
  }

  private record Picture(
      String metric,
      String title,
      String unit,
      boolean higherIsBetter,
      long samples,
      double primaryMean,
      double candidateMean,
      double relativeDifference,
      double low,
      double high,
      double evidence,
      double toleratedLoss)
      implements MetricStatus {}

  MetricDescription description() {
    return description;
  }

  PairedRatio pairs() {
    return pairs;
  }

  /** True if it is proven to lose less than this share of the primary's mean. */
  boolean losesLessThan(double share, double alpha) {
    double[] bounds = bounds(alpha);
    return description.higherIsBetter() ? bounds[0] > -share : bounds[1] < share;
  }

  MetricStatus picture(double alpha) {
    double[] bounds = bounds(alpha);
    return new Picture(
        description.id(),
        description.title(),
        description.unit(),
        description.higherIsBetter(),
        pairs.samples(),
        pairs.primaryMean(),
        pairs.candidateMean(),
        pairs.relativeDifference(),
        bounds[0],
        bounds[1],
        pairs.evidence(),
        toleratedLoss);
  }

  /** Each bound holds on its own with chance 1 − alpha, as the one-sided test does. */
  private double[] bounds(double alpha) {
    return pairs.interval(Math.min(1, 2 * alpha));
  }
}

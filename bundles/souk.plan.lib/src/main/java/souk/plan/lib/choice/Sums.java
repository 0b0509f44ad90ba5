package souk.plan.lib.choice;

/** Compensated sums (Neumaier 1974) in a fixed order, and the rounding slack of comparisons. */
final class Sums {
  private Sums() {}

  /** Sum of {@code values[index[i]]}. */
  static double of(double[] values, int[] index) {
    double sum = 0;
    double lost = 0;
    for (int i : index) {
      double v = values[i];
      double t = sum + v;
      lost += Math.abs(sum) >= Math.abs(v) ? (sum - t) + v : (v - t) + sum;
      sum = t;
    }
    return sum + lost;
  }

  /**
   * Slack for a comparison against {@code limit}: decimals such as 0.1 have no exact binary form,
   * so that 0.1 + 0.2 must be allowed to equal 0.3.
   */
  static double slack(double limit) {
    return Double.isInfinite(limit) ? 0 : 1e-12 * Math.max(1, Math.abs(limit));
  }
}

package souk.customer.lib.uplift.base;

/** What a base learner has learned. Safe for use by many threads. */
@FunctionalInterface
public interface Predictor {
  /**
   * @param rows rows × columns, NaN where missing
   * @return one finite value per row
   */
  double[] predict(double[][] rows);
}

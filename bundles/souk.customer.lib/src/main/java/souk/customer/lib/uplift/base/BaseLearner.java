package souk.customer.lib.uplift.base;

/** Learns one figure from a row of figures. Deterministic for one seed. */
@FunctionalInterface
public interface BaseLearner {
  /**
   * @param rows rows × columns, NaN where missing, at least one row
   * @param target what was seen, finite
   * @param weights how much each row counts, not negative
   */
  Predictor learn(double[][] rows, double[] target, double[] weights, long seed);
}

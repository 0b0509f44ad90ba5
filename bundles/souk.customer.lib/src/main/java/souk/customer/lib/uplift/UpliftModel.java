package souk.customer.lib.uplift;

/** Answers how much the treatment changes the expected outcome. Safe for use by many threads. */
@FunctionalInterface
public interface UpliftModel {
  /**
   * @param rows rows × the columns it was learned from, NaN where missing
   * @return one finite value per row, in units of the outcome
   */
  double[] uplift(double[][] rows);
}

package souk.customer.lib.uplift.tree;

/**
 * What trees divide: per row an arm, a figure and a weight. Without treatment all rows are of one
 * arm. The arrays are shared.
 *
 * @param treated arm of each row
 * @param target what was seen
 * @param weights how much each row counts
 */
public record Sample(boolean[] treated, double[] target, double[] weights) {
  /** One arm: an ordinary regression. */
  public static Sample oneArm(double[] target, double[] weights) {
    return new Sample(new boolean[target.length], target, weights);
  }
}

package souk.learn.lib.table;

import java.util.Arrays;

/**
 * Rows with what was seen for each. Arrays are shared and must not be changed.
 *
 * @param rows rows × columns; NaN where missing; categories as codes
 * @param target what was seen
 * @param weights how much each row counts, not negative
 * @param categorical per column whether it holds codes of categories
 */
public record Sample(double[][] rows, double[] target, double[] weights, boolean[] categorical) {
  public Sample {
    if (rows.length != target.length || rows.length != weights.length) {
      throw new IllegalArgumentException(
          "%d rows have %d targets and %d weights."
              .formatted(rows.length, target.length, weights.length));
    }
  }

  /** Rows that count alike. */
  public static Sample of(double[][] rows, double[] target, boolean[] categorical) {
    double[] ones = new double[rows.length];
    Arrays.fill(ones, 1);
    return new Sample(rows, target, ones, categorical);
  }

  public int size() {
    return rows.length;
  }

  public int columns() {
    return categorical.length;
  }

  /** Some of the rows, in the order given, which may repeat. */
  public Sample take(int[] some) {
    double[][] taken = new double[some.length][];
    double[] seen = new double[some.length];
    double[] counts = new double[some.length];
    for (int i = 0; i < some.length; i++) {
      taken[i] = rows[some[i]];
      seen[i] = target[some[i]];
      counts[i] = weights[some[i]];
    }
    return new Sample(taken, seen, counts, categorical);
  }

  /** Weighted mean of the target. */
  public double mean() {
    double sum = 0;
    double all = 0;
    for (int i = 0; i < target.length; i++) {
      sum += weights[i] * target[i];
      all += weights[i];
    }
    return sum / all;
  }
}

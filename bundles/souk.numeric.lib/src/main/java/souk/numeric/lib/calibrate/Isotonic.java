package souk.numeric.lib.calibrate;

import java.util.Arrays;
import souk.numeric.lib.Order;

/**
 * The non-decreasing function of the score with the least squared error, by pooling adjacent
 * violators (Zadrozny and Elkan, KDD 2002); straight between the pools' edges, flat outside.
 * Immutable.
 */
public final class Isotonic implements Calibrator {
  private final double[] scores;
  private final double[] values;

  private Isotonic(double[] scores, double[] values) {
    this.scores = scores;
    this.values = values;
  }

  /**
   * @param target 1 or 0, or any figure, of rows that the scores were not learned from
   */
  public static Isotonic fit(double[] target, double[] score) {
    double[] ones = new double[target.length];
    Arrays.fill(ones, 1);
    return fit(target, score, ones);
  }

  /**
   * @param weight above 0
   */
  public static Isotonic fit(double[] target, double[] score, double[] weight) {
    if (target.length == 0 || target.length != score.length || target.length != weight.length) {
      throw new IllegalArgumentException(
          "There are %d targets, %d scores and %d weights; at least 1 and as many of each are needed."
              .formatted(target.length, score.length, weight.length));
    }
    int[] order = Order.ascending(score);
    int n = order.length;
    double[] low = new double[n];
    double[] high = new double[n];
    double[] mean = new double[n];
    double[] mass = new double[n];
    int pools = 0;
    for (int i = 0; i < n; ) {
      double sum = 0;
      double all = 0;
      int from = i;
      while (i < n && score[order[i]] == score[order[from]]) {
        sum += weight[order[i]] * target[order[i]];
        all += weight[order[i]];
        i++;
      }
      low[pools] = score[order[from]];
      high[pools] = low[pools];
      mean[pools] = sum / all;
      mass[pools] = all;
      pools++;
      while (pools > 1 && mean[pools - 2] >= mean[pools - 1]) {
        double together = mass[pools - 2] + mass[pools - 1];
        mean[pools - 2] =
            (mass[pools - 2] * mean[pools - 2] + mass[pools - 1] * mean[pools - 1]) / together;
        mass[pools - 2] = together;
        high[pools - 2] = high[pools - 1];
        pools--;
      }
    }
    double[] scores = new double[2 * pools];
    double[] values = new double[2 * pools];
    int count = 0;
    for (int p = 0; p < pools; p++) {
      scores[count] = low[p];
      values[count++] = mean[p];
      if (high[p] > low[p]) {
        scores[count] = high[p];
        values[count++] = mean[p];
      }
    }
    return new Isotonic(Arrays.copyOf(scores, count), Arrays.copyOf(values, count));
  }

  /** From what {@link #scores} and {@link #values} gave. */
  public static Isotonic of(double[] scores, double[] values) {
    if (scores.length == 0 || scores.length != values.length) {
      throw new IllegalArgumentException(
          "A calibration has %d scores and %d values.".formatted(scores.length, values.length));
    }
    return new Isotonic(scores.clone(), values.clone());
  }

  @Override
  public double probability(double score) {
    int at = Arrays.binarySearch(scores, score);
    if (at >= 0) {
      return values[at];
    }
    int above = -at - 1;
    if (above == 0) {
      return values[0];
    }
    if (above == scores.length) {
      return values[above - 1];
    }
    double share = (score - scores[above - 1]) / (scores[above] - scores[above - 1]);
    return values[above - 1] + share * (values[above] - values[above - 1]);
  }

  /** Increasing scores at which the value is given. */
  public double[] scores() {
    return scores.clone();
  }

  /** Values at the scores, not decreasing. */
  public double[] values() {
    return values.clone();
  }
}

package souk.numeric.lib.metrics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import souk.numeric.lib.Order;

/** How well probabilities hold. Targets are 1 (it happened) or 0. */
public final class Probabilities {
  private static final double SMALLEST = 1e-15;

  private Probabilities() {}

  /**
   * Rows of about the same probability.
   *
   * @param rows how many
   * @param predicted mean probability
   * @param happened share that happened
   */
  public record Bin(int rows, double predicted, double happened) {}

  /** Mean of −ln of the probability of what happened; probabilities are kept off 0 and 1. */
  public static double logLoss(double[] target, double[] probability) {
    check(target, probability);
    double sum = 0;
    for (int i = 0; i < target.length; i++) {
      double of = target[i] == 1 ? probability[i] : 1 - probability[i];
      sum -= StrictMath.log(Math.max(SMALLEST, of));
    }
    return sum / target.length;
  }

  /** Mean squared difference between probability and what happened. */
  public static double brier(double[] target, double[] probability) {
    check(target, probability);
    double sum = 0;
    for (int i = 0; i < target.length; i++) {
      sum += (probability[i] - target[i]) * (probability[i] - target[i]);
    }
    return sum / target.length;
  }

  /**
   * Expected calibration error: mean over rows of the gap between predicted and happened in the
   * row's bin, bins of about equal population (Naeini et al., AAAI 2015).
   *
   * @param bins at least 1, usually 10
   */
  public static double ece(double[] target, double[] probability, int bins) {
    return gap(table(target, probability, bins), target.length);
  }

  /** The same with bins of equal width: [0, 1/bins), [1/bins, 2/bins), and so on. */
  public static double eceByWidth(double[] target, double[] probability, int bins) {
    check(target, probability);
    double[] gaps = new double[bins];
    for (int i = 0; i < target.length; i++) {
      gaps[Math.min(bins - 1, (int) (probability[i] * bins))] += probability[i] - target[i];
    }
    return Arrays.stream(gaps).map(Math::abs).sum() / target.length;
  }

  private static double gap(List<Bin> table, int rows) {
    double sum = 0;
    for (Bin bin : table) {
      sum += bin.rows() * Math.abs(bin.predicted() - bin.happened());
    }
    return sum / rows;
  }

  /**
   * Predicted beside happened, by increasing probability, in bins of about equal population; equal
   * probabilities stay in one bin, so there may be fewer.
   */
  public static List<Bin> table(double[] target, double[] probability, int bins) {
    check(target, probability);
    if (bins < 1) {
      throw new IllegalArgumentException("At least 1 bin is needed, but got %d.".formatted(bins));
    }
    int[] order = Order.ascending(probability);
    List<Bin> table = new ArrayList<>();
    int from = 0;
    for (int b = 0; b < bins && from < order.length; b++) {
      int until = Math.max(from + 1, (int) ((long) order.length * (b + 1) / bins));
      while (until < order.length && probability[order[until]] == probability[order[until - 1]]) {
        until++;
      }
      double predicted = 0;
      double happened = 0;
      for (int i = from; i < until; i++) {
        predicted += probability[order[i]];
        happened += target[order[i]];
      }
      int rows = until - from;
      table.add(new Bin(rows, predicted / rows, happened / rows));
      from = until;
    }
    return List.copyOf(table);
  }

  private static void check(double[] target, double[] probability) {
    Pairs.check(target, probability);
    for (int i = 0; i < probability.length; i++) {
      if (!(probability[i] >= 0 && probability[i] <= 1)) {
        throw new IllegalArgumentException(
            "The probability of row %d is %s, but must lie in [0, 1]."
                .formatted(i, probability[i]));
      }
    }
  }
}

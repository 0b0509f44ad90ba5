package souk.it.bench.behavior;

import java.util.Arrays;
import souk.learn.lib.boost.TableTrees;
import souk.learn.lib.linear.LinearModel;
import souk.learn.lib.linear.LinearOptions;
import souk.learn.lib.table.LearningRows;
import souk.learn.lib.table.Sample;
import souk.numeric.lib.boost.BoostOptions;
import souk.numeric.lib.boost.Lanes;
import souk.numeric.lib.boost.Loss;

/** Learners of probabilities from a table of figures. */
final class Heads {
  private static final double PENALTY = 0.02;

  private Heads() {}

  private static Sample sample(double[][] rows, double[] bought) {
    return Sample.of(rows, bought, new boolean[rows[0].length]);
  }

  /** Boosted trees as the platform's learner {@code boosted-trees} has them. */
  static double[] trees(double[][] rows, double[] bought, double[][] asked, long seed) {
    return trees(rows, bought, asked, TableTrees.standard(Loss.LOGISTIC, rows.length, seed));
  }

  /** Fewer and smaller trees, which few labels can fill. */
  static double[] smallTrees(double[][] rows, double[] bought, double[][] asked, long seed) {
    int leafRows = Math.max(1, Math.min(20, rows.length / 10));
    return trees(
        rows,
        bought,
        asked,
        new BoostOptions(Loss.LOGISTIC, 60, 4, 0.06, leafRows, 5, 0.8, 0.8, seed));
  }

  private static double[] trees(
      double[][] rows, double[] bought, double[][] asked, BoostOptions options) {
    TableTrees trees = TableTrees.fit(sample(rows, bought), options, Lanes.ONE);
    return Arrays.stream(asked).mapToDouble(trees::predict).toArray();
  }

  /** Logistic regression with squared slopes drawn to zero. */
  static double[] linear(double[][] rows, double[] bought, double[][] asked) {
    LinearModel model =
        LinearModel.fit(
            LearningRows.handedOver(sample(rows, bought)), new LinearOptions(PENALTY, 0, true));
    return Arrays.stream(asked).mapToDouble(model::predict).toArray();
  }

  /** Logarithms of figures that grow by factors; sign and missing ones are kept. */
  static double[][] logarithms(double[][] rows) {
    return Arrays.stream(rows)
        .map(
            row ->
                Arrays.stream(row)
                    .map(v -> Math.signum(v) * StrictMath.log1p(Math.abs(v)))
                    .toArray())
        .toArray(double[][]::new);
  }

  /** Columns of both, side by side. */
  static double[][] beside(double[][] left, double[][] right) {
    double[][] both = new double[left.length][];
    for (int r = 0; r < both.length; r++) {
      both[r] = Arrays.copyOf(left[r], left[r].length + right[r].length);
      System.arraycopy(right[r], 0, both[r], left[r].length, right[r].length);
    }
    return both;
  }
}

package souk.customer.lib.uplift.base;

import java.util.SplittableRandom;
import souk.customer.lib.uplift.tree.BoostedTrees;
import souk.customer.lib.uplift.tree.Shuffle;

/**
 * Boosted regression trees as a base learner. A fifth of the rows, drawn by chance, watches and
 * ends the growing; on pure noise that leaves the mean.
 *
 * @param trees most trees
 * @param depth most questions of a tree
 * @param rate share of each tree's step that is taken
 * @param low no prediction is below
 * @param high no prediction is above
 */
public record BoostedRegression(int trees, int depth, double rate, double low, double high)
    implements BaseLearner {

  static BoostedRegression standard() {
    return new BoostedRegression(150, 3, 0.08, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
  }

  BoostedRegression within(double lowest, double highest) {
    return new BoostedRegression(trees, depth, rate, lowest, highest);
  }

  @Override
  public Predictor learn(double[][] rows, double[] target, double[] weights, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int[] order = Shuffle.of(rows.length, random);
    BoostedTrees learned =
        BoostedTrees.fit(rows, target, weights, order, trees, depth, rate, random.split());
    return asked -> {
      double[] predicted = new double[asked.length];
      for (int r = 0; r < asked.length; r++) {
        predicted[r] = Math.max(low, Math.min(high, learned.value(asked[r])));
      }
      return predicted;
    };
  }
}

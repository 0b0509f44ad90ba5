package souk.customer.lib.uplift.tree;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Regression trees of which each corrects those before it on half of the rows (Friedman, Stochastic
 * gradient boosting, CSDA 38, 2002), under squared error. Immutable.
 */
public final class BoostedTrees {
  private static final int PATIENCE = 15;
  private static final int FEWEST_LEAF_ROWS = 20;

  private final double mean;
  private final double rate;
  private final List<Tree> trees;

  private BoostedTrees(double mean, double rate, List<Tree> trees) {
    this.mean = mean;
    this.rate = rate;
    this.trees = List.copyOf(trees);
  }

  /**
   * @param order all rows by chance: the first fifth watches, the others are learned from
   */
  public static BoostedTrees fit(
      double[][] rows,
      double[] target,
      double[] weights,
      int[] order,
      int most,
      int depth,
      double rate,
      SplittableRandom random) {
    int watching = rows.length / 5;
    int[] watch = Arrays.copyOf(order, watching);
    int[] learn = Arrays.copyOfRange(order, watching, rows.length);
    double mean = mean(target, weights, order);
    BinnedRows binned = BinnedRows.of(rows);
    double[] residual = new double[rows.length];
    Arrays.setAll(residual, r -> target[r] - mean);
    Sample sample = Sample.oneArm(residual, weights);
    int leafRows = Math.max(FEWEST_LEAF_ROWS, learn.length / 200);
    TreeRules rules =
        new TreeRules(SplitCriterion.VARIANCE, depth, leafRows, Math.max(1, binned.columns()));
    TreeGrower grower = new TreeGrower(binned, sample, rules);
    List<Tree> trees = new ArrayList<>();
    double least = squares(residual, weights, watch);
    int best = 0;
    while (trees.size() < most && trees.size() - best < PATIENCE) {
      int[] half = half(learn, random);
      Tree tree = grower.grow(half.clone(), random);
      if (tree.size() == 1) {
        break;
      }
      tree.fill(binned, sample, half, rules, sums -> ArmSums.mean(sums, false));
      for (int r = 0; r < residual.length; r++) {
        residual[r] -= rate * tree.value(binned, r);
      }
      trees.add(tree);
      double left = squares(residual, weights, watch);
      if (left < least) {
        least = left;
        best = trees.size();
      }
    }
    return new BoostedTrees(mean, rate, trees.subList(0, best));
  }

  private static double mean(double[] target, double[] weights, int[] places) {
    double sum = 0;
    double weight = 0;
    for (int r : places) {
      sum += weights[r] * target[r];
      weight += weights[r];
    }
    return weight > 0 ? sum / weight : 0;
  }

  private static double squares(double[] residual, double[] weights, int[] places) {
    double sum = 0;
    for (int r : places) {
      sum += weights[r] * residual[r] * residual[r];
    }
    return sum;
  }

  private static int[] half(int[] places, SplittableRandom random) {
    int[] chosen = new int[places.length];
    int count = 0;
    for (int place : places) {
      if (random.nextBoolean()) {
        chosen[count++] = place;
      }
    }
    return Arrays.copyOf(chosen, count);
  }

  /** Number of trees. */
  public int size() {
    return trees.size();
  }

  /** The prediction for a row of raw values. */
  public double value(double[] row) {
    double value = mean;
    for (Tree tree : trees) {
      value += rate * tree.value(row);
    }
    return value;
  }
}

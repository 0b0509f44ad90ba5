package souk.customer.lib.uplift;

import souk.customer.lib.uplift.tree.Sample;
import souk.customer.lib.uplift.tree.SplitCriterion;
import souk.customer.lib.uplift.tree.TwoArmForest;

/**
 * Honest uplift trees, their mean. Rows count by the inverse chance of what happened to them.
 *
 * @param criterion which split is best
 * @param trees number of trees
 */
public record UpliftForest(SplitCriterion criterion, int trees) implements UpliftLearner {
  public UpliftForest {
    if (criterion == SplitCriterion.VARIANCE || trees < 1) {
      throw new IllegalArgumentException(
          "An uplift forest compares arms and has trees, but got %s and %d."
              .formatted(criterion, trees));
    }
  }

  @Override
  public String id() {
    return "forest-" + criterion.id();
  }

  @Override
  public boolean anyOutcome() {
    return !criterion.shares();
  }

  @Override
  public UpliftModel learn(Trial trial, long seed) {
    Sample sample = new Sample(trial.treatments(), trial.outcomes(), weights(trial));
    TwoArmForest forest = TwoArmForest.grow(trial.rows(), sample, criterion, trees, seed);
    return rows -> {
      double[] uplift = new double[rows.length];
      for (int r = 0; r < rows.length; r++) {
        uplift[r] = forest.effect(rows[r]);
      }
      return uplift;
    };
  }

  /** Inverse chances of what happened, 1 in the mean of each arm, so that they count rows. */
  private static double[] weights(Trial trial) {
    double[] weights = new double[trial.size()];
    for (boolean arm : new boolean[] {true, false}) {
      int[] places = trial.arm(arm);
      double sum = 0;
      for (int row : places) {
        sum += 1 / trial.chance(row);
      }
      for (int row : places) {
        weights[row] = places.length / (sum * trial.chance(row));
      }
    }
    return weights;
  }
}

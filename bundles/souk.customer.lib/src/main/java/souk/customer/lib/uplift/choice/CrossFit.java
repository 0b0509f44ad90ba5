package souk.customer.lib.uplift.choice;

import java.util.Arrays;
import souk.customer.lib.math.MidRanks;
import souk.customer.lib.uplift.Folds;
import souk.customer.lib.uplift.Rows;
import souk.customer.lib.uplift.Trial;
import souk.customer.lib.uplift.UpliftLearner;

/**
 * Uplift of each row by a model that has not seen it.
 *
 * @param uplift in units of the outcome
 * @param rank mid-rank within its part in (0, 1): models of different parts may differ in level,
 *     which says nothing about the order of rows
 */
public record CrossFit(double[] uplift, double[] rank) {

  /** Learns once per part from the rows of all others. */
  public static CrossFit of(Trial trial, Folds folds, UpliftLearner learner, long seed) {
    double[] uplift = new double[trial.size()];
    double[] rank = new double[trial.size()];
    for (int part = 0; part < folds.count(); part++) {
      int[] own = folds.in(part);
      double[] answered =
          learner
              .learn(trial.at(folds.outside(part)), seed + part)
              .uplift(Rows.at(trial.rows(), own));
      double[] ranks = MidRanks.of(answered);
      for (int i = 0; i < own.length; i++) {
        uplift[own[i]] = answered[i];
        rank[own[i]] = (ranks[i] - 0.5) / own.length;
      }
    }
    return new CrossFit(uplift, rank);
  }

  /** A copy, so that parts can be taken from several. */
  CrossFit copy() {
    return new CrossFit(Arrays.copyOf(uplift, uplift.length), Arrays.copyOf(rank, rank.length));
  }

  /** Takes the rows of one part from another. */
  void take(CrossFit other, int[] places) {
    for (int row : places) {
      uplift[row] = other.uplift[row];
      rank[row] = other.rank[row];
    }
  }
}

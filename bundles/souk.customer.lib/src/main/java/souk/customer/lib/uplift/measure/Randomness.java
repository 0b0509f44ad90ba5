package souk.customer.lib.uplift.measure;

import java.util.Arrays;
import souk.customer.lib.math.MidRanks;
import souk.customer.lib.uplift.Folds;
import souk.customer.lib.uplift.Rows;
import souk.customer.lib.uplift.Trial;
import souk.customer.lib.uplift.base.BaseLearner;

/**
 * Whether the columns tell who was treated. If chance alone decided they do not, and the area under
 * the ROC curve of guesses about rows not seen is 0.5.
 *
 * @param auc area under the ROC curve with a normal 95 % interval
 * @param propensity guessed chance of treatment per row, within [0.02, 0.98]
 */
public record Randomness(Estimate auc, double[] propensity) {
  private static final double LEAST = 0.02;
  private static final int PARTS = 5;

  /**
   * @param learner of chances
   */
  public static Randomness of(Trial trial, BaseLearner learner, long seed) {
    Folds folds = Folds.of(trial, Math.min(PARTS, trial.size()), seed);
    double[] treated = new double[trial.size()];
    Arrays.setAll(treated, r -> trial.treated(r) ? 1 : 0);
    double[] guess = new double[trial.size()];
    for (int part = 0; part < folds.count(); part++) {
      int[] others = folds.outside(part);
      int[] own = folds.in(part);
      double[] guessed =
          learner
              .learn(
                  Rows.at(trial.rows(), others),
                  Rows.at(treated, others),
                  Rows.ones(others.length),
                  seed)
              .predict(Rows.at(trial.rows(), own));
      for (int i = 0; i < own.length; i++) {
        guess[own[i]] = Math.max(LEAST, Math.min(1 - LEAST, guessed[i]));
      }
    }
    return new Randomness(auc(trial, guess), guess);
  }

  /** Mann-Whitney statistic; variance of Hanley and McNeil (Radiology 143, 1982). */
  private static Estimate auc(Trial trial, double[] guess) {
    double[] ranks = MidRanks.of(guess);
    double sum = 0;
    for (int r = 0; r < ranks.length; r++) {
      sum += trial.treated(r) ? ranks[r] : 0;
    }
    double t = trial.treatedRows();
    double c = trial.size() - t;
    double auc = (sum - t * (t + 1) / 2) / (t * c);
    double q1 = auc / (2 - auc);
    double q2 = 2 * auc * auc / (1 + auc);
    double variance =
        (auc * (1 - auc) + (t - 1) * (q1 - auc * auc) + (c - 1) * (q2 - auc * auc)) / (t * c);
    double half = 1.959963984540054 * StrictMath.sqrt(Math.max(0, variance));
    return new Estimate(auc, auc - half, auc + half);
  }

  /** Whether the interval lies above 0.5: chance alone did not decide. */
  public boolean suspicious() {
    return auc.low() > 0.5;
  }
}

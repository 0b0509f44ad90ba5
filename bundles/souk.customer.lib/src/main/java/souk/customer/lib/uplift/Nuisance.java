package souk.customer.lib.uplift;

import souk.customer.lib.uplift.base.BaseLearner;
import souk.customer.lib.uplift.base.Predictor;

/**
 * What is expected of each row with and without treatment, learned from other rows only
 * (cross-fitting: Chernozhukov et al., Econometrics Journal 21, 2018).
 *
 * @param treated expected outcome if treated
 * @param control expected outcome if not
 */
public record Nuisance(double[] treated, double[] control) {

  /**
   * @param parts how often the rows are divided, at least 2
   */
  public static Nuisance crossFitted(Trial trial, BaseLearner learner, int parts, long seed) {
    Folds folds = Folds.of(trial, parts, seed);
    Nuisance all = new Nuisance(new double[trial.size()], new double[trial.size()]);
    for (int part = 0; part < parts; part++) {
      Trial others = trial.at(folds.outside(part));
      int[] own = folds.in(part);
      double[][] rows = Rows.at(trial.rows(), own);
      Rows.put(all.treated, own, arm(others, true, learner, seed + part).predict(rows));
      Rows.put(all.control, own, arm(others, false, learner, seed + part).predict(rows));
    }
    return all;
  }

  /** Learns the outcome of one arm. */
  static Predictor arm(Trial trial, boolean treated, BaseLearner learner, long seed) {
    Trial arm = trial.at(trial.arm(treated));
    return learner.learn(arm.rows(), arm.outcomes(), Rows.ones(arm.size()), seed);
  }

  /** Expected outcome if rows are treated by their propensity. */
  double mean(Trial trial, int row) {
    double e = trial.propensity(row);
    return e * treated[row] + (1 - e) * control[row];
  }

  /**
   * Outcome whose mean over rows alike is the uplift, even if either the expectations or the
   * propensities are wrong (Robins, Rotnitzky and Zhao, JASA 89, 1994).
   */
  public double doublyRobust(Trial trial, int row) {
    double e = trial.propensity(row);
    double miss =
        trial.treated(row)
            ? (trial.outcome(row) - treated[row]) / e
            : -(trial.outcome(row) - control[row]) / (1 - e);
    return treated[row] - control[row] + miss;
  }
}

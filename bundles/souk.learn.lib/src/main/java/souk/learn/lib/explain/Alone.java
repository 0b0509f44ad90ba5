package souk.learn.lib.explain;

import java.util.List;
import souk.learn.lib.split.Fold;
import souk.learn.lib.split.Folds;
import souk.learn.lib.table.CategoryRanks;
import souk.learn.lib.table.Sample;
import souk.numeric.lib.metrics.Ranking;

/** How much one column tells of an event by itself. */
public final class Alone {
  private static final int FOLDS = 3;

  private Alone() {}

  /**
   * AUC of the column as a score, or 1 less it if that is more; missing values count as the least,
   * categories as their place by the rows of other folds.
   *
   * @return in [0.5, 1]
   */
  public static double auc(Sample sample, int column) {
    double[] score = new double[sample.size()];
    if (sample.categorical()[column]) {
      int[] stratum = new int[sample.size()];
      for (int r = 0; r < stratum.length; r++) {
        stratum[r] = (int) sample.target()[r];
      }
      List<Fold> folds = Folds.stratified(stratum, FOLDS, 1);
      for (Fold fold : folds) {
        CategoryRanks ranks = CategoryRanks.of(sample.take(fold.train()), column, 1);
        for (int r : fold.test()) {
          score[r] = orLeast(ranks.place(sample.rows()[r][column]));
        }
      }
    } else {
      for (int r = 0; r < score.length; r++) {
        score[r] = orLeast(sample.rows()[r][column]);
      }
    }
    double auc = Ranking.auc(sample.target(), score);
    return Math.max(auc, 1 - auc);
  }

  private static double orLeast(double value) {
    return Double.isNaN(value) ? Double.NEGATIVE_INFINITY : value;
  }
}

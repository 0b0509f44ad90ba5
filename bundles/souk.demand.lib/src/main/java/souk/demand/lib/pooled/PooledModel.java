package souk.demand.lib.pooled;

import souk.demand.lib.pooled.boost.BinnedRows;
import souk.demand.lib.pooled.boost.BoostOptions;
import souk.demand.lib.pooled.boost.BoostedTrees;
import souk.demand.lib.pooled.boost.Lanes;

/**
 * One boosted model over all series of a panel. The last horizon of the history chooses the number
 * of trees and calibrates the quantiles, then the trees are fitted again to the whole history.
 * Immutable, safe for use by many threads; same panel, options and seed give the same answers.
 */
public final class PooledModel {
  private static final int PATIENCE = 40;

  private final PooledPanel panel;
  private final Features features;
  private final BoostedTrees trees;
  private final double scale;
  private final Calibration calibration;

  private PooledModel(
      PooledPanel panel,
      Features features,
      BoostedTrees trees,
      double scale,
      Calibration calibration) {
    this.panel = panel;
    this.features = features;
    this.trees = trees;
    this.scale = scale;
    this.calibration = calibration;
  }

  /** Fits to the known steps of a panel. */
  public static PooledModel fit(PooledPanel panel, PooledOptions options, Lanes lanes) {
    int held = Math.min(options.horizon(), panel.known() / 4);
    TrainingRows early =
        new TrainingRows(panel.knownUntil(Math.max(1, panel.known() - held)), options);
    BinnedRows heldRows = held == 0 ? early.rows(early.samples(0), lanes) : early.held(panel, held);
    BoostedTrees tried =
        early.train.length == 0
            ? BoostedTrees.fit(heldRows, options.boost().withTrees(0), lanes)
            : BoostedTrees.fit(
                early.rows(early.train, lanes), heldRows, PATIENCE, options.boost(), lanes);
    Calibration calibration = early.calibration(panel, held, tried);
    TrainingRows last = new TrainingRows(panel, options);
    BoostOptions known = options.boost().withTrees(tried.size());
    BoostedTrees trees = BoostedTrees.fit(last.rows(last.train, lanes), known, lanes);
    return new PooledModel(panel, last.features, trees, last.scale, calibration);
  }

  /** Number of trees. */
  public int trees() {
    return trees.size();
  }

  /**
   * Forecasts one step of one series from the end of the history.
   *
   * @param levels quantile levels, increasing
   * @return the mean, then one value per level
   */
  public double[] forecast(int s, int step, double... levels) {
    return forecastFrom(s, panel.known() - 1, step, levels);
  }

  /**
   * Forecasts one step of one series.
   *
   * @param origin last step whose units count
   * @param levels quantile levels, increasing
   * @return the mean, then one value per level
   */
  public double[] forecastFrom(int s, int origin, int step, double... levels) {
    float[] values = new float[features.names().size()];
    features.fill(values, s, origin, step);
    double mean = Math.max(1e-30, trees.predict(values, scale * features.start(s, origin, step)));
    double[] answer = new double[levels.length + 1];
    answer[0] = mean;
    boolean promoted = features.isPromoted(s, step);
    for (int q = 0; q < levels.length; q++) {
      answer[q + 1] = calibration.quantile(mean, promoted, levels[q]);
      if (q > 0) {
        answer[q + 1] = Math.max(answer[q + 1], answer[q]);
      }
    }
    return answer;
  }
}

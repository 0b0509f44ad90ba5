package souk.demand.lib.pooled;

import java.util.List;
import java.util.function.DoubleConsumer;
import souk.numeric.lib.boost.BinnedRows;
import souk.numeric.lib.boost.BoostedTrees;
import souk.numeric.lib.boost.Lanes;

/**
 * One boosted model over all series of a panel. The last horizon of the history chooses the number
 * of trees and calibrates the quantiles, then the trees are fitted again to the whole history.
 * Immutable, safe for use by many threads; same panel, options and seed give the same answers.
 */
public final class PooledModel {
  private static final int PATIENCE = 40;

  private final PooledPanel panel;
  private final Features features;
  private final PooledFit fit;

  private PooledModel(PooledPanel panel, Features features, PooledFit fit) {
    this.panel = panel;
    this.features = features;
    this.fit = fit;
  }

  /** Fits to the known steps of a panel. */
  public static PooledModel fit(PooledPanel panel, PooledOptions options, Lanes lanes) {
    return fit(panel, options, lanes, share -> {});
  }

  /**
   * Fits to the known steps of a panel.
   *
   * @param done is told the share that is done, in [0, 1]; may throw to end the work
   */
  public static PooledModel fit(
      PooledPanel panel, PooledOptions options, Lanes lanes, DoubleConsumer done) {
    int held = Math.min(options.horizon(), panel.known() / 4);
    int most = Math.max(1, options.boost().trees());
    TrainingRows early =
        new TrainingRows(panel.knownUntil(Math.max(1, panel.known() - held)), options);
    BinnedRows heldRows = held == 0 ? early.rows(early.samples(0), lanes) : early.held(panel, held);
    BoostedTrees tried =
        early.train.length == 0
            ? BoostedTrees.fit(heldRows, options.boost().withTrees(0), lanes)
            : BoostedTrees.fit(
                early.rows(early.train, lanes),
                heldRows,
                PATIENCE,
                options.boost(),
                lanes,
                trees -> done.accept(0.5 * trees / most));
    Calibration calibration = early.calibration(panel, held, tried);
    TrainingRows last = new TrainingRows(panel, options);
    int chosen = tried.size();
    BoostedTrees trees =
        BoostedTrees.fit(
            last.rows(last.train, lanes),
            options.boost().withTrees(chosen),
            lanes,
            grown -> done.accept(0.5 + 0.5 * grown / chosen));
    List<String> names = last.features.names();
    return new PooledModel(
        panel,
        last.features,
        new PooledFit(names, options.drivers(), last.scale, trees, calibration));
  }

  /**
   * An earlier fit on a panel.
   *
   * @throws IllegalArgumentException if the panel has other features
   */
  public static PooledModel of(PooledPanel panel, PooledFit fit) {
    Features features = new Features(panel, fit.drivers());
    if (!features.names().equals(fit.features())) {
      throw new IllegalArgumentException(
          "The fit knows %d features and the panel has %d, or they have other names."
              .formatted(fit.features().size(), features.names().size()));
    }
    return new PooledModel(panel, features, fit);
  }

  /** What was learned. */
  public PooledFit fit() {
    return fit;
  }

  /** Number of trees. */
  public int trees() {
    return fit.trees();
  }

  /**
   * WAPE of the forecasts from the end of the history on units that were seen later; NaN if none
   * were.
   *
   * @param until step before which they were seen
   */
  public double errorUntil(int until) {
    double errors = 0;
    double units = 0;
    for (int s = 0; s < panel.size(); s++) {
      for (int t = panel.known(); t < Math.min(until, panel.steps()); t++) {
        double seen = panel.units(s, t);
        if (seen >= 0) {
          errors += StrictMath.abs(seen - forecast(s, t)[0]);
          units += seen;
        }
      }
    }
    return errors / units;
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
    double mean =
        Math.max(
            1e-30, fit.boosted().predict(values, fit.scale() * features.start(s, origin, step)));
    double[] answer = new double[levels.length + 1];
    answer[0] = mean;
    boolean promoted = features.isPromoted(s, step);
    for (int q = 0; q < levels.length; q++) {
      answer[q + 1] = fit.calibration().quantile(mean, promoted, levels[q]);
      if (q > 0) {
        answer[q + 1] = Math.max(answer[q + 1], answer[q]);
      }
    }
    return answer;
  }
}

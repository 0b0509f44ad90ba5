package souk.demand.lib.pooled;

import java.util.SplittableRandom;
import souk.demand.lib.pooled.boost.BinnedRows;
import souk.demand.lib.pooled.boost.Bins;
import souk.demand.lib.pooled.boost.BoostOptions;
import souk.demand.lib.pooled.boost.BoostedTrees;
import souk.demand.lib.pooled.boost.Lanes;

/**
 * One boosted model over all series of a panel. The last horizon of the history chooses the number
 * of trees and calibrates the quantiles, then the trees are fitted again to the whole history.
 * Immutable, safe for use by many threads; same panel, options and seed give the same answers.
 */
public final class PooledModel {
  private static final int SAMPLE = 50_000;
  private static final int PATIENCE = 40;
  private static final int FEWEST_STEPS = 12;

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
    Stage early = stage(panel.knownUntil(Math.max(1, panel.known() - held)), options);
    BinnedRows heldRows = held == 0 ? early.rows(early.samples(0), lanes) : early.held(panel, held);
    BoostedTrees tried =
        early.train.length == 0
            ? BoostedTrees.fit(heldRows, options.boost().withTrees(0), lanes)
            : BoostedTrees.fit(
                early.rows(early.train, lanes), heldRows, PATIENCE, options.boost(), lanes);
    Calibration calibration = early.calibration(panel, held, tried);
    Stage last = stage(panel, options);
    BoostOptions known = options.boost().withTrees(tried.size());
    BoostedTrees trees = BoostedTrees.fit(last.rows(last.train, lanes), known, lanes);
    return new PooledModel(panel, last.features, trees, last.scale, calibration);
  }

  private static Stage stage(PooledPanel panel, PooledOptions options) {
    return new Stage(panel, new Features(panel, options.drivers()), options);
  }

  /** Features and training rows of one history. */
  private static final class Stage {
    final PooledPanel panel;
    final Features features;
    final PooledOptions options;
    final long[] train;
    final Bins bins;
    final double scale;

    Stage(PooledPanel panel, Features features, PooledOptions options) {
      this.panel = panel;
      this.features = features;
      this.options = options;
      this.train = samples(options.rows());
      this.bins = Bins.of(sample());
      double seen = 0;
      double started = 0;
      for (long sample : train) {
        seen += panel.units(series(sample), step(sample));
        started += features.start(series(sample), origin(sample), step(sample));
      }
      this.scale = seen > 0 && started > 0 ? seen / started : 1;
    }

    /** Series, origin and step packed into one number each; evenly thinned to the most. */
    long[] samples(int most) {
      long observed = 0;
      for (int s = 0; s < panel.size(); s++) {
        for (int t = FEWEST_STEPS; t < panel.known(); t++) {
          observed += panel.units(s, t) >= 0 ? 1 : 0;
        }
      }
      long[] chosen = new long[(int) Math.min(most, observed * options.origins())];
      double share = observed == 0 ? 0 : chosen.length / (double) (observed * options.origins());
      SplittableRandom random = new SplittableRandom(options.boost().seed());
      int n = 0;
      for (int s = 0; s < panel.size(); s++) {
        for (int t = FEWEST_STEPS; t < panel.known(); t++) {
          if (!(panel.units(s, t) >= 0)) {
            continue;
          }
          int longest = Math.min(options.horizon(), t - FEWEST_STEPS + 4);
          for (int k = 0; k < options.origins(); k++) {
            int ahead = 1 + random.nextInt(longest);
            if (n < chosen.length && random.nextDouble() < share) {
              chosen[n++] = pack(s, t - ahead, t);
            }
          }
        }
      }
      return java.util.Arrays.copyOf(chosen, n);
    }

    private float[][] sample() {
      int n = Math.max(1, Math.min(SAMPLE, train.length));
      float[][] rows = new float[n][features.names().size()];
      for (int i = 0; i < n; i++) {
        long sample =
            train.length == 0
                ? pack(0, panel.known() - 1, panel.known() - 1)
                : train[(int) ((long) i * train.length / n)];
        features.fill(rows[i], series(sample), origin(sample), step(sample));
      }
      return rows;
    }

    BinnedRows rows(long[] samples, Lanes lanes) {
      BinnedRows rows = new BinnedRows(bins, samples.length);
      int block = 8_192;
      lanes.forEach(
          (samples.length + block - 1) / block,
          b -> {
            float[] values = new float[features.names().size()];
            for (int i = b * block; i < Math.min(samples.length, (b + 1) * block); i++) {
              long sample = samples[i];
              int step = step(sample);
              set(rows, i, values, series(sample), origin(sample), step, panel);
            }
          });
      return rows;
    }

    private void set(
        BinnedRows rows, int i, float[] values, int s, int origin, int step, PooledPanel truth) {
      features.fill(values, s, origin, step);
      double age = panel.known() - 1 - step;
      double weight = StrictMath.pow(0.5, Math.max(0, age) / options.halfLife());
      rows.set(i, values, truth.units(s, step), scale * features.start(s, origin, step), weight);
    }

    /** The steps after this history, seen from its end. */
    BinnedRows held(PooledPanel truth, int steps) {
      int origin = panel.known() - 1;
      int n = 0;
      for (int s = 0; s < truth.size(); s++) {
        for (int t = origin + 1; t <= origin + steps; t++) {
          n += truth.units(s, t) >= 0 ? 1 : 0;
        }
      }
      BinnedRows rows = new BinnedRows(bins, n);
      float[] values = new float[features.names().size()];
      int i = 0;
      for (int s = 0; s < truth.size(); s++) {
        for (int t = origin + 1; t <= origin + steps; t++) {
          if (truth.units(s, t) >= 0) {
            set(rows, i++, values, s, origin, t, truth);
          }
        }
      }
      return rows;
    }

    Calibration calibration(PooledPanel truth, int steps, BoostedTrees trees) {
      int origin = panel.known() - 1;
      int most = truth.size() * Math.max(1, steps);
      double[] predicted = new double[most];
      double[] seen = new double[most];
      boolean[] promoted = new boolean[most];
      float[] values = new float[features.names().size()];
      int n = 0;
      for (int s = 0; s < truth.size(); s++) {
        for (int t = origin + 1; t <= origin + steps; t++) {
          if (truth.units(s, t) >= 0) {
            features.fill(values, s, origin, t);
            predicted[n] =
                Math.max(1e-30, trees.predict(values, scale * features.start(s, origin, t)));
            seen[n] = truth.units(s, t);
            promoted[n++] = features.isPromoted(s, t);
          }
        }
      }
      return new Calibration(predicted, seen, promoted, n);
    }
  }

  private static long pack(int series, int origin, int step) {
    return (long) series << 32 | (long) origin << 16 | step;
  }

  private static int series(long sample) {
    return (int) (sample >>> 32);
  }

  private static int origin(long sample) {
    return (int) (sample >>> 16 & 0xffff);
  }

  private static int step(long sample) {
    return (int) (sample & 0xffff);
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

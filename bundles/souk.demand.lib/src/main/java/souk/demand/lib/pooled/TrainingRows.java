package souk.demand.lib.pooled;

import java.util.Arrays;
import java.util.SplittableRandom;
import souk.numeric.lib.boost.BinnedRows;
import souk.numeric.lib.boost.Bins;
import souk.numeric.lib.boost.BoostedTrees;
import souk.numeric.lib.boost.Lanes;

/**
 * What the trees learn from one history: drawn triples of series, origin and step, and the steps
 * after it that judge them. Read-only after construction.
 */
final class TrainingRows {
  private static final int SAMPLE = 50_000;
  private static final int FEWEST_STEPS = 12;
  private static final int FROM_HISTORY = 2_000;

  private final PooledPanel panel;
  final Features features;
  private final PooledOptions options;
  final long[] train;
  private final Bins bins;
  final double scale;

  TrainingRows(PooledPanel panel, PooledOptions options) {
    this.panel = panel;
    this.features = new Features(panel, options.drivers());
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
    return Arrays.copyOf(chosen, n);
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
    int most = truth.size() * Math.max(1, steps) + FROM_HISTORY;
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
    if (n < Calibration.FEWEST) {
      n = history(predicted, seen, promoted, n);
    }
    return new Calibration(predicted, seen, promoted, n);
  }

  /** Where little was held out: each step of the history, seen from the step before. */
  private int history(double[] predicted, double[] seen, boolean[] promoted, int from) {
    int n = from;
    for (int s = 0; s < panel.size(); s++) {
      for (int t = features.first(s) + 1; t < panel.known(); t++) {
        if (n < from + FROM_HISTORY && panel.units(s, t) >= 0) {
          predicted[n] = Math.max(1e-30, scale * features.start(s, t - 1, t));
          seen[n] = panel.units(s, t);
          promoted[n++] = features.isPromoted(s, t);
        }
      }
    }
    return n;
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
}

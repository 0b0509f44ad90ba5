package souk.demand.lib.ces;

import java.util.Arrays;
import souk.demand.lib.math.NelderMead;

/**
 * One complex smoothing model on one series.
 *
 * <p>With e = y - mu: level' = level - (1 - a1) potential + (a0 - a1) e, potential' = level + (1 -
 * a0) potential + (a0 + a1) e. NONE: mu = level. PARTIAL: mu = level + season, season' = season + b
 * e. FULL: a second pair (level, potential) per phase with its own b0, b1. First states come from
 * running forwards and backwards over the series (backcasting). Not thread-safe.
 */
final class CesModel {
  /** Kind of season. */
  enum Season {
    NONE(2),
    PARTIAL(3),
    FULL(4);

    private final int parameters;

    Season(int parameters) {
      this.parameters = parameters;
    }
  }

  private static final int EVALUATIONS = 260;
  private static final double TOLERANCE = 1e-7;
  private static final double[] FIRST = {1.3, 1, 0.1, 1};
  private static final double[] FIRST_FULL = {1.3, 1, 1.1, 1};
  private static final double[] SIZES = {0.3, -0.1, 0.1, 0.1};

  private final double[] y;
  private final Season kind;
  private final int season;
  private final double[] seasonLevel;
  private final double[] seasonPotential;
  private final double[] parameters;
  private double level;
  private double potential;
  private double sum;

  CesModel(double[] y, Season kind, int season) {
    this.y = y;
    this.kind = kind;
    this.season = kind == Season.NONE ? 1 : season;
    this.seasonLevel = new double[this.season];
    this.seasonPotential = new double[this.season];
    this.parameters = new double[kind.parameters];
  }

  /** Minimises the sum of squared one step errors. */
  void fit() {
    System.arraycopy(kind == Season.FULL ? FIRST_FULL : FIRST, 0, parameters, 0, parameters.length);
    NelderMead.minimize(
        this::sumOfSquares,
        parameters,
        Arrays.copyOf(SIZES, parameters.length),
        EVALUATIONS,
        TOLERANCE);
    sum = sumOfSquares(parameters);
  }

  /** Both eigenvalues of [[1 - a0 + a1, a1 - 1], [1 - a0 - a1, 1 - a0]] within the unit circle. */
  private static boolean isStable(double a0, double a1) {
    double trace = 2 - 2 * a0 + a1;
    double determinant = (1 - a0 + a1) * (1 - a0) + (1 - a1) * (1 - a0 - a1);
    return StrictMath.abs(determinant) < 1 && StrictMath.abs(trace) < 1 + determinant;
  }

  private double sumOfSquares(double[] at) {
    if (!isStable(at[0], at[1])
        || (kind == Season.PARTIAL && !(at[2] >= 0 && at[2] <= 1))
        || (kind == Season.FULL && !isStable(at[2], at[3]))) {
      return Double.POSITIVE_INFINITY;
    }
    start();
    run(at, true);
    run(at, false);
    return run(at, true);
  }

  /** Level of the first two seasons, deviations of the first one from it. */
  private void start() {
    int head = StrictMath.min(y.length, StrictMath.max(10, 2 * season));
    double mean = 0;
    for (int t = 0; t < head; t++) {
      mean += y[t] / head;
    }
    level = mean;
    potential = mean / 1.1;
    Arrays.fill(seasonPotential, 0);
    Arrays.fill(seasonLevel, 0);
    if (kind != Season.NONE) {
      for (int t = 0; t < 2 * season; t++) {
        seasonLevel[t % season] += (y[t] - mean) / 2;
      }
      if (kind == Season.FULL) {
        System.arraycopy(seasonLevel, 0, seasonPotential, 0, season);
      }
    }
  }

  /** One pass over the series, forwards or backwards; the sum of squared errors. */
  private double run(double[] at, boolean forwards) {
    int n = y.length;
    double a0 = at[0];
    double a1 = at[1];
    double b0 = kind == Season.NONE ? 0 : at[2];
    double b1 = kind == Season.FULL ? at[3] : 0;
    double l = level;
    double c = potential;
    double total = 0;
    int phase = forwards ? 0 : (n - 1) % season;
    for (int i = 0; i < n; i++) {
      double value = y[forwards ? i : n - 1 - i];
      double s = seasonLevel[phase];
      double e = value - l - s;
      total += e * e;
      double next = l - (1 - a1) * c + (a0 - a1) * e;
      c = l + (1 - a0) * c + (a0 + a1) * e;
      l = next;
      if (kind == Season.PARTIAL) {
        seasonLevel[phase] = s + b0 * e;
      } else if (kind == Season.FULL) {
        double d = seasonPotential[phase];
        seasonLevel[phase] = s - (1 - b1) * d + (b0 - b1) * e;
        seasonPotential[phase] = s + (1 - b0) * d + (b0 + b1) * e;
      }
      if (forwards) {
        phase = phase + 1 == season ? 0 : phase + 1;
      } else {
        phase = phase == 0 ? season - 1 : phase - 1;
      }
    }
    level = l;
    potential = c;
    return total;
  }

  /** Akaike's criterion, corrected for small samples, with the first states counted. */
  double aicc() {
    int n = y.length;
    int k = parameters.length + 1 + states();
    int left = n - k - 1;
    if (left <= 0 || !Double.isFinite(sum)) {
      return kind == Season.NONE ? Double.MAX_VALUE : Double.POSITIVE_INFINITY;
    }
    return n * StrictMath.log(StrictMath.max(sum, 1e-20) / n) + 2.0 * k + 2.0 * k * (k + 1) / left;
  }

  private int states() {
    return switch (kind) {
      case NONE -> 2;
      case PARTIAL -> 2 + season - 1;
      case FULL -> 2 + 2 * season;
    };
  }

  String title() {
    return switch (kind) {
      case NONE -> "CES";
      case PARTIAL -> "CES(partial season " + season + ")";
      case FULL -> "CES(full season " + season + ")";
    };
  }

  /** Means and standard deviations of the steps ahead. */
  void predict(double[] mean, double[] deviation) {
    double variance = sum / StrictMath.max(1, y.length - parameters.length - 1);
    double[] impulse = new double[mean.length];
    double[] levels = seasonLevel.clone();
    double[] potentials = seasonPotential.clone();
    ahead(level, potential, levels, potentials, y.length % season, mean);
    Arrays.fill(levels, 0);
    Arrays.fill(potentials, 0);
    double b0 = kind == Season.NONE ? 0 : parameters[2];
    double b1 = kind == Season.FULL ? parameters[3] : 0;
    levels[0] = kind == Season.FULL ? b0 - b1 : b0;
    potentials[0] = kind == Season.FULL ? b0 + b1 : 0;
    ahead(
        parameters[0] - parameters[1],
        parameters[0] + parameters[1],
        levels,
        potentials,
        1 % season,
        impulse);
    double total = 1;
    for (int h = 0; h < mean.length; h++) {
      deviation[h] = StrictMath.sqrt(variance * total);
      total += impulse[h] * impulse[h];
    }
  }

  /** Runs on without errors. */
  private void ahead(
      double l0, double c0, double[] levels, double[] potentials, int from, double[] to) {
    double a0 = parameters[0];
    double a1 = parameters[1];
    double l = l0;
    double c = c0;
    int phase = from;
    for (int h = 0; h < to.length; h++) {
      double s = kind == Season.NONE ? 0 : levels[phase];
      to[h] = l + s;
      double next = l - (1 - a1) * c;
      c = l + (1 - a0) * c;
      l = next;
      if (kind == Season.FULL) {
        double d = potentials[phase];
        levels[phase] = s - (1 - parameters[3]) * d;
        potentials[phase] = s + (1 - parameters[2]) * d;
      }
      phase = phase + 1 == season ? 0 : phase + 1;
    }
  }
}

package souk.demand.lib.season;

/**
 * Seasonal-trend decomposition by local regression (Cleveland, Cleveland, McRae, Terpenning,
 * Journal of Official Statistics 6, 1990), without robustness weights.
 *
 * <p>value = trend + season + rest. Immutable, thread-safe.
 */
public final class Stl {
  /** Usual window of the seasonal smoother, in seasons. */
  public static final int USUAL_WINDOW = 11;

  private static final int INNER = 2;

  private final double[] trend;
  private final double[] season;
  private final double[] rest;

  private Stl(double[] trend, double[] season, double[] rest) {
    this.trend = trend;
    this.season = season;
    this.rest = rest;
  }

  /** With the usual window. */
  public static Stl of(double[] y, int period) {
    return of(y, period, USUAL_WINDOW);
  }

  /**
   * Decomposes.
   *
   * @param period steps of a season, at least 2; the history must be longer than two of them
   * @param window smoother of each phase, odd, at least 7; large values make the season rigid
   */
  public static Stl of(double[] y, int period, int window) {
    int n = y.length;
    if (period < 2 || n < 2 * period + 1) {
      throw new IllegalArgumentException(
          "A season of %d needs more than %d observations, there are %d."
              .formatted(period, 2 * period, n));
    }
    int trendWindow = odd((int) StrictMath.ceil(1.5 * period / (1 - 1.5 / window)));
    int lowWindow = odd(period);
    double[] trend = new double[n];
    double[] season = new double[n];
    double[] work = new double[n];
    double[] cycle = new double[n + 2 * period];
    double[] first = new double[n + 2 * period];
    double[] second = new double[n + 2 * period];
    for (int pass = 0; pass < INNER; pass++) {
      for (int t = 0; t < n; t++) {
        work[t] = y[t] - trend[t];
      }
      for (int phase = 0; phase < period; phase++) {
        int count = (n - phase + period - 1) / period;
        Loess.smooth(
            work, phase, period, count, window, false, -1, count + 1, cycle, phase, period);
      }
      average(cycle, n + 2 * period, period, first);
      average(first, n + period + 1, period, second);
      average(second, n + 2, 3, first);
      Loess.smooth(first, 0, 1, n, lowWindow, true, 0, n, second, 0, 1);
      for (int t = 0; t < n; t++) {
        season[t] = cycle[period + t] - second[t];
        work[t] = y[t] - season[t];
      }
      Loess.smooth(work, 0, 1, n, trendWindow, true, 0, n, trend, 0, 1);
    }
    double[] rest = new double[n];
    for (int t = 0; t < n; t++) {
      rest[t] = y[t] - trend[t] - season[t];
    }
    return new Stl(trend, season, rest);
  }

  private static int odd(int value) {
    return value % 2 == 0 ? value + 1 : value;
  }

  private static void average(double[] x, int n, int length, double[] to) {
    double sum = 0;
    for (int t = 0; t < n; t++) {
      sum += x[t] - (t >= length ? x[t - length] : 0);
      if (t >= length - 1) {
        to[t - length + 1] = sum / length;
      }
    }
  }

  /** The trend, oldest first. */
  public double[] trend() {
    return trend.clone();
  }

  /** The seasonal component, oldest first. */
  public double[] season() {
    return season.clone();
  }

  /** What is left, oldest first. */
  public double[] rest() {
    return rest.clone();
  }

  /** The seasonal component of a step ahead: that of the last season. */
  public double ahead(int step, int period) {
    return season[season.length - period + step % period];
  }

  /** 1 - var(rest) / var(season + rest), at least 0 (Wang, Smith and Hyndman, 2006). */
  public double strength() {
    double[] both = new double[rest.length];
    for (int t = 0; t < both.length; t++) {
      both[t] = season[t] + rest[t];
    }
    double whole = spread(both);
    return whole > 0 ? StrictMath.max(0, 1 - spread(rest) / whole) : 0;
  }

  private static double spread(double[] x) {
    double mean = 0;
    for (double value : x) {
      mean += value / x.length;
    }
    double sum = 0;
    for (double value : x) {
      sum += (value - mean) * (value - mean);
    }
    return sum;
  }
}

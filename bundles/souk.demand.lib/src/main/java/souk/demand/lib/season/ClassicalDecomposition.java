package souk.demand.lib.season;

/**
 * Classical decomposition by centred moving averages.
 *
 * <p>Multiplicative: y = trend x season x rest, season indices with mean 1. Additive: y = trend +
 * season + rest, indices with sum 0. Needs at least two whole seasons. Immutable, thread-safe.
 */
public final class ClassicalDecomposition {
  private final double[] index;
  private final boolean multiplicative;

  private ClassicalDecomposition(double[] index, boolean multiplicative) {
    this.index = index;
    this.multiplicative = multiplicative;
  }

  /**
   * Decomposes a history.
   *
   * @param season at least 2; the history must hold at least two seasons
   * @param multiplicative only for histories above zero
   */
  public static ClassicalDecomposition of(double[] history, int season, boolean multiplicative) {
    if (season < 2 || history.length < 2 * season) {
      throw new IllegalArgumentException(
          "A season of %d needs %d observations, there are %d."
              .formatted(season, 2 * StrictMath.max(2, season), history.length));
    }
    double[] sum = new double[season];
    int[] count = new int[season];
    int half = season / 2;
    for (int t = half; t + half < history.length; t++) {
      double trend = centredAverage(history, t, season);
      double detrended = multiplicative ? history[t] / trend : history[t] - trend;
      sum[t % season] += detrended;
      count[t % season]++;
    }
    double[] index = new double[season];
    double mean = 0;
    for (int i = 0; i < season; i++) {
      index[i] = count[i] > 0 ? sum[i] / count[i] : multiplicative ? 1 : 0;
      mean += index[i] / season;
    }
    for (int i = 0; i < season; i++) {
      index[i] = multiplicative ? index[i] / mean : index[i] - mean;
    }
    return new ClassicalDecomposition(index, multiplicative);
  }

  private static double centredAverage(double[] history, int t, int season) {
    int half = season / 2;
    double sum = 0;
    for (int k = -half; k <= half; k++) {
      double weight = season % 2 == 0 && (k == -half || k == half) ? 0.5 : 1;
      sum += weight * history[t + k];
    }
    return sum / season;
  }

  /** The index of a position, counted from the first observation, 0-based. */
  public double index(int position) {
    return index[position % index.length];
  }

  /** The smallest index. */
  public double smallest() {
    double smallest = index[0];
    for (double value : index) {
      smallest = StrictMath.min(smallest, value);
    }
    return smallest;
  }

  /** The value at a position without its season. */
  public double remove(double value, int position) {
    return multiplicative ? value / index(position) : value - index(position);
  }

  /** The value at a position with its season put back. */
  public double restore(double value, int position) {
    return multiplicative ? value * index(position) : value + index(position);
  }

  /** A new array: the history without its season. */
  public double[] remove(double[] history) {
    double[] adjusted = new double[history.length];
    for (int t = 0; t < adjusted.length; t++) {
      adjusted[t] = remove(history[t], t);
    }
    return adjusted;
  }

  /** The decomposition that suits: multiplicative if the history is above zero, else additive. */
  public static ClassicalDecomposition fitting(double[] history, int season, boolean positive) {
    if (positive) {
      ClassicalDecomposition result = of(history, season, true);
      if (result.smallest() > 0.05) {
        return result;
      }
    }
    return of(history, season, false);
  }
}

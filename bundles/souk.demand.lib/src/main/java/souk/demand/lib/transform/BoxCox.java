package souk.demand.lib.transform;

/**
 * The power transformation of Box and Cox (Journal of the Royal Statistical Society B 26, 1964): (y
 * ^ lambda - 1) / lambda, the logarithm for lambda 0; for values above zero.
 *
 * @param lambda in [0, 1]; 1 changes nothing but the origin
 */
public record BoxCox(double lambda) {
  private static final double NEARLY_ZERO = 1e-3;
  private static final int STEPS = 20;

  /** Refuses impossible values. */
  public BoxCox {
    if (!(lambda >= 0 && lambda <= 1)) {
      throw new IllegalArgumentException(
          "The power of a Box-Cox transformation (%s) must lie in [0, 1].".formatted(lambda));
    }
  }

  /**
   * The power that makes the spread within a season independent of its level: the smallest
   * coefficient of variation of deviation / mean ^ (1 - lambda) over the seasons (Guerrero, Journal
   * of Forecasting 12, 1993).
   *
   * @param history values above zero; with fewer than two whole seasons the power is 1
   * @param season steps of a season; 1 is treated as 2
   */
  public static BoxCox guerrero(double[] history, int season) {
    int length = StrictMath.max(2, season);
    int groups = history.length / length;
    if (groups < 2) {
      return new BoxCox(1);
    }
    int from = history.length - groups * length;
    double[] means = new double[groups];
    double[] deviations = new double[groups];
    for (int g = 0; g < groups; g++) {
      for (int i = 0; i < length; i++) {
        means[g] += history[from + g * length + i] / length;
      }
      double squares = 0;
      for (int i = 0; i < length; i++) {
        double away = history[from + g * length + i] - means[g];
        squares += away * away;
      }
      deviations[g] = StrictMath.sqrt(squares / (length - 1));
    }
    double best = 1;
    double smallest = Double.POSITIVE_INFINITY;
    for (int step = STEPS; step >= 0; step--) {
      double lambda = step / (double) STEPS;
      double variation = variation(means, deviations, lambda);
      if (variation < smallest) {
        smallest = variation;
        best = lambda;
      }
    }
    return new BoxCox(best);
  }

  private static double variation(double[] means, double[] deviations, double lambda) {
    int n = means.length;
    double[] ratios = new double[n];
    double mean = 0;
    for (int i = 0; i < n; i++) {
      ratios[i] = deviations[i] / StrictMath.pow(means[i], 1 - lambda);
      mean += ratios[i] / n;
    }
    double squares = 0;
    for (double ratio : ratios) {
      squares += (ratio - mean) * (ratio - mean);
    }
    return mean > 0 ? StrictMath.sqrt(squares / (n - 1)) / mean : Double.POSITIVE_INFINITY;
  }

  /** The transformed value; the value must be above zero. */
  public double apply(double value) {
    return lambda < NEARLY_ZERO
        ? StrictMath.log(value)
        : (StrictMath.pow(value, lambda) - 1) / lambda;
  }

  /** The value back; below the range of the transformation it is 0. */
  public double invert(double transformed) {
    if (lambda < NEARLY_ZERO) {
      return StrictMath.exp(transformed);
    }
    double base = lambda * transformed + 1;
    return base > 0 ? StrictMath.pow(base, 1 / lambda) : 0;
  }
}

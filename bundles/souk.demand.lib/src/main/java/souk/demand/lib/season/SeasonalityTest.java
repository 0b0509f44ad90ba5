package souk.demand.lib.season;

/**
 * Is there a season? The autocorrelation test used with the Theta method.
 *
 * <p>A season of length m is accepted if |r(m)| exceeds 1.645 times sqrt((1 + 2 sum of r(i)^2, i <
 * m) / n), the 90 % limit by Bartlett's formula (Assimakopoulos and Nikolopoulos, International
 * Journal of Forecasting 16, 2000), and the history covers at least two seasons. Stateless and
 * thread-safe.
 */
public final class SeasonalityTest {
  private static final double NINETY_PERCENT = 1.6448536269514722;

  private SeasonalityTest() {}

  /** Whether the history has a season of this length; false for a length of 1. */
  public static boolean isSeasonal(double[] history, int season) {
    int n = history.length;
    if (season < 2 || n < 2 * season + 1) {
      return false;
    }
    double mean = 0;
    for (double value : history) {
      mean += value / n;
    }
    double total = 0;
    for (double value : history) {
      total += (value - mean) * (value - mean);
    }
    if (!(total > 0)) {
      return false;
    }
    double squares = 0;
    for (int lag = 1; lag < season; lag++) {
      double r = covariance(history, mean, lag) / total;
      squares += r * r;
    }
    double atSeason = covariance(history, mean, season) / total;
    return StrictMath.abs(atSeason) > NINETY_PERCENT * StrictMath.sqrt((1 + 2 * squares) / n);
  }

  private static double covariance(double[] history, double mean, int lag) {
    double sum = 0;
    for (int t = lag; t < history.length; t++) {
      sum += (history[t] - mean) * (history[t - lag] - mean);
    }
    return sum;
  }
}

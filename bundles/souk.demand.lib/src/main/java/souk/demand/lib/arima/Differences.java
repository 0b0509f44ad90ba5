package souk.demand.lib.arima;

import java.util.Arrays;
import souk.demand.lib.forecast.History;
import souk.demand.lib.season.Stl;

/**
 * How often a series must be differenced, and the differences.
 *
 * <p>Ordinary differences until the test of Kwiatkowski, Phillips, Schmidt and Shin (Journal of
 * Econometrics 54, 1992) no longer rejects a constant level at 5 %; one seasonal difference if the
 * seasonal strength 1 - var(rest) / var(season + rest) of an STL decomposition exceeds {@value
 * #STRONG} (Wang, Smith, Hyndman, 2006). Stateless, thread-safe.
 */
final class Differences {
  private static final double KPSS_FIVE_PERCENT = 0.463;
  private static final double STRONG = 0.64;
  private static final int MOST = 2;

  private Differences() {}

  /** Whether the season is strong enough for a seasonal difference. */
  static boolean isStronglySeasonal(double[] y, int season) {
    if (season < 2 || y.length <= 2 * season + 1) {
      return false;
    }
    return Stl.of(y, season).strength() > STRONG;
  }

  /** Ordinary differences needed, at most two. */
  static int ordinary(double[] y) {
    double[] x = y;
    int d = 0;
    while (d < MOST && x.length > 4 && !History.isConstant(x) && kpss(x) > KPSS_FIVE_PERCENT) {
      x = lagged(x, 1);
      d++;
    }
    return d;
  }

  /** The statistic of a level without trend; Bartlett weights up to lag 3 sqrt(n) / 13. */
  static double kpss(double[] x) {
    int n = x.length;
    double mean = 0;
    for (double value : x) {
      mean += value / n;
    }
    double partial = 0;
    double squaredSums = 0;
    double spread = 0;
    for (double value : x) {
      double e = value - mean;
      partial += e;
      squaredSums += partial * partial;
      spread += e * e;
    }
    int lags = (int) (3 * StrictMath.sqrt(n) / 13);
    for (int lag = 1; lag <= lags; lag++) {
      double product = 0;
      for (int t = lag; t < n; t++) {
        product += (x[t] - mean) * (x[t - lag] - mean);
      }
      spread += 2 * (1 - lag / (lags + 1.0)) * product;
    }
    return spread > 0 ? squaredSums / n / spread : 0;
  }

  /** x(t) - x(t - lag). */
  static double[] lagged(double[] x, int lag) {
    double[] difference = new double[StrictMath.max(0, x.length - lag)];
    for (int t = 0; t < difference.length; t++) {
      difference[t] = x[t + lag] - x[t];
    }
    return difference;
  }

  /** All differences of an order. */
  static double[] of(double[] x, ArimaOrder order) {
    double[] result = x;
    for (int i = 0; i < order.seasonalD(); i++) {
      result = lagged(result, order.season());
    }
    for (int i = 0; i < order.d(); i++) {
      result = lagged(result, 1);
    }
    return result;
  }

  /** Coefficients c(1), c(2), ... of the undoing x(t) = w(t) + sum c(i) x(t - i). */
  static double[] undoing(ArimaOrder order) {
    double[] polynomial = {1};
    for (int i = 0; i < order.d(); i++) {
      polynomial = times(polynomial, 1);
    }
    for (int i = 0; i < order.seasonalD(); i++) {
      polynomial = times(polynomial, order.season());
    }
    double[] coefficients = new double[polynomial.length - 1];
    for (int i = 0; i < coefficients.length; i++) {
      coefficients[i] = -polynomial[i + 1];
    }
    return coefficients;
  }

  private static double[] times(double[] polynomial, int lag) {
    double[] product = Arrays.copyOf(polynomial, polynomial.length + lag);
    for (int i = 0; i < polynomial.length; i++) {
      product[i + lag] -= polynomial[i];
    }
    return product;
  }
}

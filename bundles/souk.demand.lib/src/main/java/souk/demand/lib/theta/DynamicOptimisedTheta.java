package souk.demand.lib.theta;

import souk.demand.lib.forecast.Distributions;
import souk.demand.lib.forecast.ForecastRequest;
import souk.demand.lib.forecast.ForecastResult;
import souk.demand.lib.math.ScalarSearch;
import souk.demand.lib.season.ScaledForecaster;

/**
 * The dynamic optimised Theta model of Fiorucci, Pellegrini, Louzada, Petropoulos and Koehler
 * (International Journal of Forecasting 32, 2016): the line of the Theta method is refitted after
 * every observation, and theta is estimated.
 *
 * <p>mu(t) = level(t-1) + (1 - 1/theta) ((1-a)^(t-1) A(t-1) + (1 - (1-a)^t)/a B(t-1)), level(t) = a
 * y(t) + (1-a) level(t-1), A and B being intercept and slope of the least squares line through the
 * first t observations. For a given smoothing parameter a the first level and 1 - 1/theta enter
 * linearly: both follow from least squares, and only a is searched. A season found by the test is
 * taken out before. Needs {@value #MINIMUM} observations. Stateless, thread-safe, deterministic.
 */
public final class DynamicOptimisedTheta extends ScaledForecaster {
  /** Fewest observations. */
  public static final int MINIMUM = 5;

  private static final int SKIPPED = 2;
  private static final double LOW = 0.05;
  private static final double HIGH = 0.99;
  private static final double LARGEST_SHARE = 1;

  public DynamicOptimisedTheta() {
    super("DOTM", MINIMUM, 1);
  }

  @Override
  protected ForecastResult scaled(double[] y, double scale, ForecastRequest request) {
    int n = y.length;
    Fit fit = new Fit(y);
    double alpha = ScalarSearch.minimize(fit::sumOfSquares, LOW, HIGH, 12, 1e-4);
    fit.sumOfSquares(alpha);
    double[] mean = fit.ahead(alpha, request.horizon());
    double sigma = StrictMath.sqrt(fit.sum / StrictMath.max(1, n - SKIPPED - 3));
    double[] deviation = new double[mean.length];
    for (int h = 0; h < mean.length; h++) {
      deviation[h] = sigma * StrictMath.sqrt(1 + h * alpha * alpha);
    }
    return Distributions.normal("DOTM", mean, deviation, scale, request);
  }

  /** The running line and the sums for one series. */
  private static final class Fit {
    private final double[] y;
    private final double[] intercept;
    private final double[] slope;
    private final double average;
    private double first;
    private double share;
    private double sum;

    Fit(double[] y) {
      int n = y.length;
      this.y = y;
      this.intercept = new double[n + 1];
      this.slope = new double[n + 1];
      double mean = 0;
      for (int t = 1; t <= n; t++) {
        slope[t] = nextSlope(slope[t - 1], mean, y[t - 1], t);
        mean = ((t - 1) * mean + y[t - 1]) / t;
        intercept[t] = mean - slope[t] * (t + 1) / 2;
      }
      this.average = mean;
    }

    /** Slope of the least squares line after observation t, from that before. */
    private static double nextSlope(double slope, double mean, double value, int t) {
      return t < 2 ? 0 : ((t - 2) * slope + 6 * (value - mean) / t) / (t + 1);
    }

    /** Sum of squared errors at the best first level and share 1 - 1/theta. */
    double sumOfSquares(double alpha) {
      int n = y.length;
      double level = 0;
      double power = 1;
      double yy = 0;
      double yp = 0;
      double yl = 0;
      double pp = 0;
      double pl = 0;
      double ll = 0;
      for (int t = 0; t < n; t++) {
        double next = power * (1 - alpha);
        double line = power * intercept[t] + (1 - next) / alpha * slope[t];
        double error = y[t] - level;
        if (t >= SKIPPED) {
          yy += error * error;
          yp += error * power;
          yl += error * line;
          pp += power * power;
          pl += power * line;
          ll += line * line;
        }
        level = alpha * y[t] + (1 - alpha) * level;
        power = next;
      }
      double determinant = pp * ll - pl * pl;
      share = determinant > 1e-12 * pp * ll ? (yl * pp - yp * pl) / determinant : 0;
      share = StrictMath.max(0, StrictMath.min(LARGEST_SHARE, share));
      first = pp > 0 ? (yp - share * pl) / pp : 0;
      sum =
          StrictMath.max(
              0,
              yy
                  - 2 * first * yp
                  - 2 * share * yl
                  + first * first * pp
                  + 2 * first * share * pl
                  + share * share * ll);
      return sum;
    }

    double[] ahead(double alpha, int horizon) {
      int n = y.length;
      double level = first;
      double power = 1;
      for (int t = 0; t < n; t++) {
        level = alpha * y[t] + (1 - alpha) * level;
        power *= 1 - alpha;
      }
      double a = intercept[n];
      double b = slope[n];
      double mean = average;
      double[] ahead = new double[horizon];
      for (int h = 0; h < horizon; h++) {
        int t = n + h + 1;
        double next = power * (1 - alpha);
        double mu = level + share * (power * a + (1 - next) / alpha * b);
        ahead[h] = mu;
        b = nextSlope(b, mean, mu, t);
        mean = ((t - 1) * mean + mu) / t;
        a = mean - b * (t + 1) / 2;
        level = alpha * mu + (1 - alpha) * level;
        power = next;
      }
      return ahead;
    }
  }
}

package souk.demand.lib.theta;

import souk.demand.lib.ets.EtsFit;
import souk.demand.lib.ets.SimpleSmoothing;
import souk.demand.lib.forecast.Distributions;
import souk.demand.lib.forecast.ForecastRequest;
import souk.demand.lib.forecast.ForecastResult;
import souk.demand.lib.season.ScaledForecaster;

/**
 * The standard Theta method of Assimakopoulos and Nikolopoulos (International Journal of
 * Forecasting 16, 2000).
 *
 * <p>If the seasonality test finds a season it is taken out (multiplicatively where the values
 * allow). The adjusted series is forecast by simple exponential smoothing plus half the slope b of
 * its regression on time: mean(h) = level + b/2 (h - 1 + (1 - (1 - alpha)^n) / alpha), the form of
 * Hyndman and Billah (2003); the spread is sigma sqrt((h - 1) alpha^2 + 1). Needs {@value #MINIMUM}
 * observations. Stateless, thread-safe, deterministic.
 */
public final class Theta extends ScaledForecaster {
  /** Fewest observations. */
  public static final int MINIMUM = 4;

  public Theta() {
    super("Theta", MINIMUM, 1);
  }

  @Override
  protected ForecastResult scaled(double[] y, double scale, ForecastRequest request) {
    int n = y.length;
    EtsFit smoothing = SimpleSmoothing.fit(y);
    double alpha = StrictMath.max(1e-4, smoothing.alpha());
    double drift = slope(y) / 2;
    double memory = (1 - StrictMath.pow(1 - alpha, n)) / alpha;
    double sigma = StrictMath.sqrt(smoothing.variance());
    double[] mean = new double[request.horizon()];
    double[] deviation = new double[request.horizon()];
    for (int h = 0; h < mean.length; h++) {
      mean[h] = SimpleSmoothing.level(smoothing) + drift * (h + memory);
      deviation[h] = sigma * StrictMath.sqrt(1 + h * alpha * alpha);
    }
    return Distributions.normal("Theta", mean, deviation, scale, request);
  }

  private static double slope(double[] y) {
    double centre = (y.length - 1) / 2.0;
    double cross = 0;
    double squares = 0;
    for (int t = 0; t < y.length; t++) {
      cross += (t - centre) * y[t];
      squares += (t - centre) * (t - centre);
    }
    return cross / squares;
  }
}

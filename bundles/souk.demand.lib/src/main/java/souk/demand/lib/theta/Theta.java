package souk.demand.lib.theta;

import java.util.Optional;
import souk.demand.lib.ets.EtsFit;
import souk.demand.lib.ets.SimpleSmoothing;
import souk.demand.lib.forecast.Distributions;
import souk.demand.lib.forecast.ForecastRefusal;
import souk.demand.lib.forecast.ForecastRequest;
import souk.demand.lib.forecast.ForecastResult;
import souk.demand.lib.forecast.History;
import souk.demand.lib.forecast.SeriesForecaster;
import souk.demand.lib.season.ClassicalDecomposition;
import souk.demand.lib.season.SeasonalityTest;

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
public final class Theta implements SeriesForecaster {
  /** Fewest observations. */
  public static final int MINIMUM = 4;

  @Override
  public ForecastResult forecast(double[] history, ForecastRequest request) {
    Optional<ForecastRefusal> refusal = History.refusal(history, MINIMUM);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    if (History.isConstant(history)) {
      return History.constant("Theta(constant)", history[0], request);
    }
    double scale = History.scale(history);
    double[] y = History.scaled(history, scale);
    int n = y.length;
    ClassicalDecomposition parts = null;
    double[] adjusted = y;
    if (SeasonalityTest.isSeasonal(y, request.season())) {
      parts = ClassicalDecomposition.fitting(y, request.season(), History.isPositive(y));
      adjusted = parts.remove(y);
    }
    EtsFit smoothing = SimpleSmoothing.fit(adjusted);
    double alpha = StrictMath.max(1e-4, smoothing.alpha());
    double drift = slope(adjusted) / 2;
    double memory = (1 - StrictMath.pow(1 - alpha, n)) / alpha;
    double sigma = StrictMath.sqrt(smoothing.variance());
    double[] mean = new double[request.horizon()];
    double[] deviation = new double[request.horizon()];
    for (int h = 0; h < mean.length; h++) {
      mean[h] = SimpleSmoothing.level(smoothing) + drift * (h + memory);
      deviation[h] = sigma * StrictMath.sqrt(1 + h * alpha * alpha);
      if (parts != null) {
        mean[h] = parts.restore(mean[h], n + h);
        deviation[h] *= parts.spread(n + h);
      }
    }
    String model = parts == null ? "Theta" : "Theta(season " + request.season() + ")";
    return Distributions.normal(model, mean, deviation, scale, request);
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

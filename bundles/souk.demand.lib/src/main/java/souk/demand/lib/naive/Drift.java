package souk.demand.lib.naive;

import java.util.Optional;
import souk.demand.lib.forecast.Distributions;
import souk.demand.lib.forecast.ForecastRefusal;
import souk.demand.lib.forecast.ForecastRequest;
import souk.demand.lib.forecast.ForecastResult;
import souk.demand.lib.forecast.History;
import souk.demand.lib.forecast.SeriesForecaster;

/**
 * A random walk with drift: the line through the first and the last observation goes on. The spread
 * at step h is sigma sqrt(h (1 + h / (n - 1))) (Hyndman and Athanasopoulos, Forecasting: Principles
 * and Practice, table 5.2). Stateless, thread-safe, deterministic.
 */
public final class Drift implements SeriesForecaster {
  /** Fewest observations. */
  public static final int MINIMUM = 3;

  @Override
  public ForecastResult forecast(double[] history, ForecastRequest request) {
    Optional<ForecastRefusal> refusal = History.refusal(history, MINIMUM);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    double scale = History.scale(history);
    double[] y = History.scaled(history, scale);
    int n = y.length;
    double slope = (y[n - 1] - y[0]) / (n - 1);
    double squares = 0;
    for (int t = 1; t < n; t++) {
      double error = y[t] - y[t - 1] - slope;
      squares += error * error;
    }
    double sigma = StrictMath.sqrt(squares / (n - 2));
    double[] mean = new double[request.horizon()];
    double[] deviation = new double[request.horizon()];
    for (int h = 0; h < mean.length; h++) {
      double steps = h + 1.0;
      mean[h] = y[n - 1] + steps * slope;
      deviation[h] = sigma * StrictMath.sqrt(steps * (1 + steps / (n - 1)));
    }
    return Distributions.normal("Drift", mean, deviation, scale, request);
  }
}

package souk.demand.lib.transform;

import souk.demand.lib.forecast.Distributions;
import souk.demand.lib.forecast.ForecastRequest;
import souk.demand.lib.forecast.ForecastResult;
import souk.demand.lib.forecast.History;
import souk.demand.lib.forecast.SeriesForecast;
import souk.demand.lib.forecast.SeriesForecaster;

/**
 * A method behind a Box-Cox transformation whose power is chosen by Guerrero's rule; histories with
 * values at or below zero are left as they are. What was the mean of the transformed series becomes
 * the median: quantiles stay exact under the monotone way back.
 *
 * <p>Stateless if the method is, thread-safe.
 */
public final class Transformed implements SeriesForecaster {
  private static final double LARGEST = 1e12;

  private final SeriesForecaster method;

  /**
   * @param method what forecasts the transformed series
   */
  public Transformed(SeriesForecaster method) {
    this.method = method;
  }

  @Override
  public ForecastResult forecast(double[] history, ForecastRequest request) {
    if (History.refusal(history, 2).isPresent()
        || !History.isPositive(history)
        || History.isConstant(history)) {
      return method.forecast(history, request);
    }
    double scale = History.scale(history);
    double[] y = History.scaled(history, scale);
    BoxCox power = BoxCox.guerrero(y, request.season());
    double largest = 0;
    for (int t = 0; t < y.length; t++) {
      largest = StrictMath.max(largest, y[t]);
      y[t] = power.apply(y[t]);
    }
    ForecastRequest open =
        new ForecastRequest(
            request.season(), request.horizon(), request.levels(), false, request.seed());
    if (!(method.forecast(y, open) instanceof SeriesForecast inner)) {
      return method.forecast(history, request);
    }
    double[] mean = inner.mean();
    double[][] quantiles = inner.quantiles();
    double ceiling = LARGEST * largest;
    for (int h = 0; h < mean.length; h++) {
      mean[h] = StrictMath.min(ceiling, power.invert(mean[h]));
      for (double[] row : quantiles) {
        row[h] = StrictMath.min(ceiling, power.invert(row[h]));
      }
    }
    return Distributions.rescaled(
        "BoxCox(" + power.lambda() + ")+" + inner.model(), mean, quantiles, scale, request);
  }
}

package souk.demand.lib.season;

import souk.demand.lib.forecast.Distributions;
import souk.demand.lib.forecast.ForecastRequest;
import souk.demand.lib.forecast.ForecastResult;
import souk.demand.lib.forecast.History;
import souk.demand.lib.forecast.SeriesForecast;
import souk.demand.lib.forecast.SeriesForecaster;

/**
 * A method on the history without its season, if the test finds one: classical decomposition,
 * multiplicative where the values allow.
 *
 * <p>Stateless if the method is, thread-safe.
 */
public final class Deseasonalized implements SeriesForecaster {
  private final SeriesForecaster method;

  /**
   * @param method what forecasts the history without its season
   */
  public Deseasonalized(SeriesForecaster method) {
    this.method = method;
  }

  @Override
  public ForecastResult forecast(double[] history, ForecastRequest request) {
    if (History.refusal(history, 1).isPresent()
        || !SeasonalityTest.isSeasonal(history, request.season())) {
      return method.forecast(history, request.withSeason(1));
    }
    double scale = History.scale(history);
    double[] y = History.scaled(history, scale);
    ClassicalDecomposition parts =
        ClassicalDecomposition.fitting(y, request.season(), History.isPositive(y));
    ForecastRequest plain =
        new ForecastRequest(1, request.horizon(), request.levels(), false, request.seed());
    ForecastResult result = method.forecast(parts.remove(y), plain);
    if (!(result instanceof SeriesForecast inner)) {
      return result;
    }
    double[] mean = inner.mean();
    double[][] quantiles = inner.quantiles();
    for (int h = 0; h < mean.length; h++) {
      mean[h] = parts.restore(mean[h], y.length + h);
      for (double[] row : quantiles) {
        row[h] = parts.restore(row[h], y.length + h);
      }
    }
    String model = "STA(" + request.season() + ")+" + inner.model();
    return Distributions.rescaled(model, mean, quantiles, scale, request);
  }
}

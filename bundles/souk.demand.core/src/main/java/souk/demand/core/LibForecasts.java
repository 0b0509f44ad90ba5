package souk.demand.core;

import java.util.Arrays;
import java.util.List;
import souk.demand.api.SeriesForecast;
import souk.demand.lib.forecast.ForecastRequest;
import souk.demand.spi.ForecastTask;
import souk.model.Reason;

/** Forecasts of the contract as the library has them, and back. */
final class LibForecasts {
  private LibForecasts() {}

  static souk.demand.lib.forecast.SeriesForecast of(SeriesForecast forecast) {
    double[] levels = forecast.levels();
    double[][] quantiles = new double[levels.length][];
    Arrays.setAll(quantiles, forecast::quantile);
    return new souk.demand.lib.forecast.SeriesForecast(
        forecast.method(), forecast.mean(), boxed(levels), quantiles);
  }

  static SeriesForecast of(
      String id, souk.demand.lib.forecast.SeriesForecast forecast, List<Reason> notes) {
    double[] levels = forecast.levels().stream().mapToDouble(Double::doubleValue).toArray();
    return new SeriesForecast(
        id, forecast.mean(), levels, forecast.quantiles(), forecast.model(), notes);
  }

  static ForecastRequest request(ForecastTask task) {
    return new ForecastRequest(
        task.seasonLength(), task.horizon(), boxed(task.levels()), task.nonNegative(), task.seed());
  }

  private static List<Double> boxed(double[] levels) {
    return Arrays.stream(levels).boxed().toList();
  }
}

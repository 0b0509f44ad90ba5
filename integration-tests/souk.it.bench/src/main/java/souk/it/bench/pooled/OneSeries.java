package souk.it.bench.pooled;

import java.util.List;
import souk.demand.lib.forecast.ForecastRequest;
import souk.demand.lib.forecast.ForecastResult;
import souk.demand.lib.forecast.RegressorForecaster;
import souk.demand.lib.forecast.SeriesForecast;
import souk.demand.lib.forecast.SeriesForecaster;
import souk.demand.lib.naive.SeasonalNaive;
import souk.demand.lib.pooled.PooledPanel;

/**
 * Forecasts of a method that sees one series, and price and promotion if it is to; unknown weeks
 * repeat the last one.
 */
final class OneSeries {
  private static final List<Double> LEVELS = List.of(0.1, 0.5, 0.9);

  private final SeriesForecaster method;
  private final int season;
  private final boolean drivers;

  OneSeries(SeriesForecaster method, int season) {
    this(method, season, false);
  }

  private OneSeries(SeriesForecaster method, int season, boolean drivers) {
    this.method = method;
    this.season = season;
    this.drivers = drivers;
  }

  /** A method that is told price and promotion. */
  static OneSeries withDrivers(RegressorForecaster method, int season) {
    return new OneSeries(method, season, true);
  }

  /**
   * @return horizon × point, low and high; a method that refuses is replaced by seasonal naive, a
   *     series without history by zeros
   */
  double[][] forecast(PooledPanel panel, int s, int origin, int horizon) {
    double[] history = GrocerySeries.history(panel.series(s).units(), origin);
    double[][] answer = new double[horizon][3];
    if (history.length == 0) {
      return answer;
    }
    ForecastRequest request = new ForecastRequest(season, horizon, LEVELS, true, 1);
    ForecastResult result =
        drivers && method instanceof RegressorForecaster told
            ? told.forecast(
                history,
                request,
                GrocerySeries.drivers(panel.series(s), origin - history.length, origin, horizon))
            : method.forecast(history, request);
    if (!(result instanceof SeriesForecast)) {
      result = new SeasonalNaive().forecast(history, request);
    }
    SeriesForecast forecast = (SeriesForecast) result;
    for (int h = 0; h < horizon; h++) {
      answer[h][0] = forecast.quantile(1, h);
      answer[h][1] = forecast.quantile(0, h);
      answer[h][2] = forecast.quantile(2, h);
    }
    return answer;
  }
}

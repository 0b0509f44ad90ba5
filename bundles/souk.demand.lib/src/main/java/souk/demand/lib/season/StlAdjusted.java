package souk.demand.lib.season;

import souk.demand.lib.forecast.Distributions;
import souk.demand.lib.forecast.ForecastRequest;
import souk.demand.lib.forecast.ForecastResult;
import souk.demand.lib.forecast.History;
import souk.demand.lib.forecast.SeriesForecast;
import souk.demand.lib.forecast.SeriesForecaster;

/**
 * A method on the history without the season that an STL decomposition finds; the last season is
 * put back. Fewer than two and a quarter seasons are left as they are. With up to {@value #FEW}
 * seasons the season is kept the same in all of them, with more it may change slowly.
 *
 * <p>Stateless if the method is, thread-safe.
 */
public final class StlAdjusted implements SeriesForecaster {
  private static final int FEW = 10;
  private static final int RIGID = 99;

  private final SeriesForecaster method;

  /**
   * @param method what forecasts the history without its season
   */
  public StlAdjusted(SeriesForecaster method) {
    this.method = method;
  }

  /** Whether a season is taken out of so many observations. */
  public static boolean isLongEnough(int observations, int season) {
    return season > 1 && observations > 2 * season + season / 4;
  }

  @Override
  public ForecastResult forecast(double[] history, ForecastRequest request) {
    int season = request.season();
    int n = history.length;
    if (!isLongEnough(n, season) || History.refusal(history, 1).isPresent()) {
      return method.forecast(history, request.withSeason(1));
    }
    double scale = History.scale(history);
    double[] y = History.scaled(history, scale);
    Stl parts = Stl.of(y, season, n > FEW * season ? Stl.USUAL_WINDOW : RIGID);
    double[] seasonal = parts.season();
    for (int t = 0; t < n; t++) {
      y[t] -= seasonal[t];
    }
    ForecastRequest plain =
        new ForecastRequest(1, request.horizon(), request.levels(), false, request.seed());
    ForecastResult result = method.forecast(y, plain);
    if (!(result instanceof SeriesForecast inner)) {
      return result;
    }
    double[] mean = inner.mean();
    double[][] quantiles = inner.quantiles();
    for (int h = 0; h < mean.length; h++) {
      double back = parts.ahead(h, season);
      mean[h] += back;
      for (double[] row : quantiles) {
        row[h] += back;
      }
    }
    return Distributions.rescaled("STL+" + inner.model(), mean, quantiles, scale, request);
  }
}

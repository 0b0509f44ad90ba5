package souk.demand.lib.naive;

import java.util.Optional;
import souk.demand.lib.forecast.Distributions;
import souk.demand.lib.forecast.ForecastRefusal;
import souk.demand.lib.forecast.ForecastRequest;
import souk.demand.lib.forecast.ForecastResult;
import souk.demand.lib.forecast.History;
import souk.demand.lib.forecast.SeriesForecaster;

/**
 * Every future step repeats the last observation of the same phase of the season.
 *
 * <p>The spread at step h is the root mean square of the seasonal differences times sqrt(k + 1), k
 * being the number of whole seasons before step h (Hyndman and Athanasopoulos, Forecasting:
 * Principles and Practice, table 5.2). With fewer than two whole seasons the season falls back to 1
 * step: the last value is repeated; {@link #usableSeason} says which season is used.
 */
public final class SeasonalNaive implements SeriesForecaster {
  @Override
  public ForecastResult forecast(double[] history, ForecastRequest request) {
    Optional<ForecastRefusal> refusal = History.refusal(history, 1);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    int n = history.length;
    int season = usableSeason(n, request.season());
    double scale = History.scale(history);
    double squares = 0;
    for (int t = season; t < n; t++) {
      double difference = (history[t] - history[t - season]) / scale;
      squares += difference * difference;
    }
    double sigma = n > season ? StrictMath.sqrt(squares / (n - season)) : 0;
    double[] mean = new double[request.horizon()];
    double[] deviation = new double[request.horizon()];
    for (int h = 0; h < mean.length; h++) {
      mean[h] = history[n - season + h % season] / scale;
      deviation[h] = sigma * StrictMath.sqrt(1.0 + Math.floorDiv(h, season));
    }
    return Distributions.normal("SeasonalNaive(" + season + ")", mean, deviation, scale, request);
  }

  /** The season that this many observations support: the one asked for, or 1. */
  public static int usableSeason(int observations, int season) {
    return observations >= 2 * season ? season : 1;
  }
}

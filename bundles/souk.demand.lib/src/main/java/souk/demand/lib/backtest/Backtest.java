package souk.demand.lib.backtest;

import java.util.Arrays;
import souk.demand.lib.forecast.ForecastRequest;
import souk.demand.lib.forecast.ForecastResult;
import souk.demand.lib.forecast.SeriesForecast;
import souk.demand.lib.forecast.SeriesForecaster;

/**
 * The same loop for every method: refit at each origin on the training part only, judge the horizon
 * that follows.
 *
 * <p>Stateless and thread-safe.
 */
public final class Backtest {
  private Backtest() {}

  /**
   * Judges a method on many series.
   *
   * @param series one history per row
   * @param origins where to cut
   * @param request season, levels, seed; its horizon is replaced by that of the origins
   */
  public static Accuracy run(
      SeriesForecaster method, double[][] series, RollingOrigins origins, ForecastRequest request) {
    AccuracyTally tally = new AccuracyTally();
    for (double[] history : series) {
      tally.add(tally(method, history, origins, request));
    }
    return tally.accuracy();
  }

  /** Judges a method on one series. */
  public static AccuracyTally tally(
      SeriesForecaster method, double[] history, RollingOrigins origins, ForecastRequest request) {
    ForecastRequest ahead =
        new ForecastRequest(
            request.season(),
            origins.horizon(),
            request.levels(),
            request.nonNegative(),
            request.seed());
    AccuracyTally tally = new AccuracyTally();
    for (int cut : origins.cuts(history.length)) {
      double[] training = Arrays.copyOf(history, cut);
      ForecastResult result = method.forecast(training, ahead);
      if (result instanceof SeriesForecast forecast) {
        tally.add(
            Arrays.copyOfRange(history, cut, cut + origins.horizon()),
            forecast,
            training,
            request.season());
      } else {
        tally.refuse();
      }
    }
    return tally;
  }
}

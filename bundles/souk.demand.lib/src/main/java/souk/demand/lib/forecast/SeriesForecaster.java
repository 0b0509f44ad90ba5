package souk.demand.lib.forecast;

/**
 * A forecasting method for a single series.
 *
 * <p>Implementations are stateless: thread-safe, deterministic for a given seed, and leave the
 * history untouched.
 */
@FunctionalInterface
public interface SeriesForecaster {
  /**
   * Forecasts the steps right after the history.
   *
   * @param history observations, oldest first, equally spaced
   * @param request season, horizon, quantile levels
   */
  ForecastResult forecast(double[] history, ForecastRequest request);
}

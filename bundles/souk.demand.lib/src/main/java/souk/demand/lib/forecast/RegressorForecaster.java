package souk.demand.lib.forecast;

/** A forecasting method that can use what is known in advance: prices, promotions, holidays. */
public interface RegressorForecaster extends SeriesForecaster {
  /**
   * Forecasts the steps right after the history.
   *
   * @param regressors one array per regressor, each as long as the history and the horizon
   */
  ForecastResult forecast(double[] history, ForecastRequest request, double[][] regressors);

  @Override
  default ForecastResult forecast(double[] history, ForecastRequest request) {
    return forecast(history, request, new double[0][]);
  }
}

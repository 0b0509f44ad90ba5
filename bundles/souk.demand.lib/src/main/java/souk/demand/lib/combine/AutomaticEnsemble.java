package souk.demand.lib.combine;

import java.util.List;
import souk.demand.lib.arima.AutomaticArima;
import souk.demand.lib.ces.ComplexSmoothing;
import souk.demand.lib.ets.AutomaticEts;
import souk.demand.lib.forecast.ForecastRequest;
import souk.demand.lib.forecast.ForecastResult;
import souk.demand.lib.forecast.SeriesForecaster;
import souk.demand.lib.theta.DynamicOptimisedTheta;
import souk.demand.lib.theta.Theta;

/**
 * The default: automatic exponential smoothing, ARIMA, complex smoothing, dynamic optimised Theta
 * and Theta, the lowest and the highest left out and the rest averaged; after the simple
 * combination of univariate models of Petropoulos and Svetunkov (International Journal of
 * Forecasting 36, 2020).
 *
 * <p>Each member chooses its own model inside the history. Members and trimming were chosen on the
 * held-out ends of training parts, never on a test part. Stateless, thread-safe; deterministic for
 * a seed.
 */
public final class AutomaticEnsemble implements SeriesForecaster {
  /** Fewest observations. */
  public static final int MINIMUM = 4;

  private static final SeriesForecaster METHOD =
      Combination.trimmed(
          List.of(
              new AutomaticEts(),
              new AutomaticArima(),
              new ComplexSmoothing(),
              new DynamicOptimisedTheta(),
              new Theta()));

  @Override
  public ForecastResult forecast(double[] history, ForecastRequest request) {
    return METHOD.forecast(history, request);
  }
}

package souk.demand.lib.combine;

import java.util.Arrays;
import souk.demand.lib.arima.ArimaFit;
import souk.demand.lib.arima.AutomaticArima;
import souk.demand.lib.forecast.Distributions;
import souk.demand.lib.forecast.ForecastRequest;
import souk.demand.lib.forecast.ForecastResult;
import souk.demand.lib.forecast.History;
import souk.demand.lib.forecast.RegressorForecaster;
import souk.demand.lib.forecast.SeriesForecast;
import souk.demand.lib.forecast.SeriesForecaster;

/**
 * A method on the history without the effects of what is known in advance, such as prices,
 * promotions and holidays; what is known of the steps ahead puts them back. The effects come from a
 * regression with ARIMA errors: factors where no value is below zero, sums elsewhere. They count
 * from the usual value, the median, and reach no further than the values seen in the history.
 *
 * <p>Stateless if the method is, thread-safe, deterministic.
 */
final class KnownEffects implements RegressorForecaster {
  /** Part of the mean size that keeps zeros apart from minus infinity. */
  private static final double OFFSET = 0.1;

  private static final double FEWEST_PER_REGRESSOR = 4;

  private final SeriesForecaster method;

  /**
   * @param method what forecasts the history without the effects
   */
  KnownEffects(SeriesForecaster method) {
    this.method = method;
  }

  @Override
  public ForecastResult forecast(double[] history, ForecastRequest request, double[][] regressors) {
    int n = history.length;
    if (n < AutomaticArima.MINIMUM + FEWEST_PER_REGRESSOR * regressors.length
        || History.refusal(history, 1).isPresent()
        || History.isConstant(history)) {
      return method.forecast(history, request);
    }
    double scale = History.scale(history);
    double[] y = History.scaled(history, scale);
    boolean factors = Arrays.stream(y).min().orElse(-1) >= 0;
    double[] effects = effects(y, factors, request.season(), regressors);
    for (int t = 0; t < n; t++) {
      y[t] = shifted(y[t], -effects[t], factors);
    }
    ForecastRequest plain =
        new ForecastRequest(
            request.season(), request.horizon(), request.levels(), factors, request.seed());
    if (!(method.forecast(y, plain) instanceof SeriesForecast inner)) {
      return method.forecast(history, request);
    }
    double[] mean = inner.mean();
    double[][] quantiles = inner.quantiles();
    for (int h = 0; h < mean.length; h++) {
      mean[h] = shifted(mean[h], effects[n + h], factors);
      for (double[] row : quantiles) {
        row[h] = shifted(row[h], effects[n + h], factors);
      }
    }
    String model = inner.model() + " with " + regressors.length + " known";
    return Distributions.rescaled(model, mean, quantiles, scale, request);
  }

  private static double shifted(double value, double effect, boolean factors) {
    return factors
        ? StrictMath.max(0, (value + OFFSET) * StrictMath.exp(effect) - OFFSET)
        : value + effect;
  }

  /** One effect per step of the history and the horizon, in logarithms if they are factors. */
  private static double[] effects(double[] y, boolean factors, int season, double[][] regressors) {
    int n = y.length;
    double[] response = y.clone();
    for (int t = 0; t < n && factors; t++) {
      response[t] = StrictMath.log(y[t] + OFFSET);
    }
    double[][] columns = new double[regressors.length][];
    double[][] seen = new double[regressors.length][];
    for (int i = 0; i < columns.length; i++) {
      columns[i] = fromUsual(regressors[i], n);
      seen[i] = Arrays.copyOf(columns[i], n);
    }
    ArimaFit fit =
        AutomaticArima.choose(response, season > AutomaticArima.LONGEST_SEASON ? 1 : season, seen);
    double[] beta = fit.beta();
    double[] effects = new double[regressors.length == 0 ? n : regressors[0].length];
    for (int i = 0; i < columns.length && i < beta.length; i++) {
      for (int t = 0; t < effects.length; t++) {
        effects[t] += beta[i] * columns[i][t];
      }
    }
    return effects;
  }

  /** Distance from the median of the history, within what was seen there. */
  private static double[] fromUsual(double[] regressor, int observed) {
    double[] sorted = Arrays.copyOf(regressor, observed);
    Arrays.sort(sorted);
    double usual = sorted[observed / 2];
    double[] column = new double[regressor.length];
    for (int t = 0; t < column.length; t++) {
      double within = StrictMath.max(sorted[0], StrictMath.min(sorted[observed - 1], regressor[t]));
      column[t] = within - usual;
    }
    return column;
  }
}

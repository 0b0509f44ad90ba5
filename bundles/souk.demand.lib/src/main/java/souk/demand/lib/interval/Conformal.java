package souk.demand.lib.interval;

import java.util.Arrays;
import java.util.List;
import souk.demand.lib.backtest.RollingOrigins;
import souk.demand.lib.forecast.Distributions;
import souk.demand.lib.forecast.ForecastRequest;
import souk.demand.lib.forecast.ForecastResult;
import souk.demand.lib.forecast.SeriesForecast;
import souk.demand.lib.forecast.SeriesForecaster;

/**
 * A method whose quantiles are corrected by what they missed in the past: at rolling origins inside
 * the history each quantile is moved by the conformal quantile of its misses (Romano, Patterson,
 * Candes, Advances in Neural Information Processing Systems 32, 2019), in units of the method's own
 * spread at that step.
 *
 * <p>The mean stays. Fewer than {@value #FEWEST} judged steps leave the quantiles as they are.
 * Stateless if the method is, thread-safe; takes as many more fits as there are origins.
 */
public final class Conformal implements SeriesForecaster {
  /** Fewest judged steps that correct anything. */
  public static final int FEWEST = 20;

  private static final double TINY = 1e-12;

  private final SeriesForecaster method;
  private final int origins;
  private final int minimumTraining;

  /**
   * @param origins how often the method is fitted again inside the history, at least 1
   * @param minimumTraining fewest observations before an origin
   */
  public Conformal(SeriesForecaster method, int origins, int minimumTraining) {
    this.method = method;
    this.origins = origins;
    this.minimumTraining = minimumTraining;
  }

  @Override
  public ForecastResult forecast(double[] history, ForecastRequest request) {
    ForecastResult result = method.forecast(history, request);
    List<Double> levels = request.levels();
    if (levels.size() < 2 || !(result instanceof SeriesForecast plain)) {
      return result;
    }
    int horizon = request.horizon();
    int step = StrictMath.max(1, horizon / 2);
    List<Integer> cuts =
        new RollingOrigins(origins, horizon, step, minimumTraining).cuts(history.length);
    double[][] misses = new double[levels.size()][cuts.size() * horizon];
    int judged = 0;
    for (int cut : cuts) {
      if (method.forecast(Arrays.copyOf(history, cut), request) instanceof SeriesForecast past) {
        for (int h = 0; h < horizon; h++) {
          double spread = spread(past, h);
          if (spread > 0) {
            for (int i = 0; i < misses.length; i++) {
              misses[i][judged] = (history[cut + h] - past.quantile(i, h)) / spread;
            }
            judged++;
          }
        }
      }
    }
    return judged < FEWEST ? plain : corrected(plain, misses, judged, request);
  }

  private static double spread(SeriesForecast forecast, int h) {
    int last = forecast.levels().size() - 1;
    double width = forecast.quantile(last, h) - forecast.quantile(0, h);
    return width > TINY * StrictMath.abs(forecast.mean(h)) ? width : 0;
  }

  private static SeriesForecast corrected(
      SeriesForecast plain, double[][] misses, int judged, ForecastRequest request) {
    double[][] quantiles = plain.quantiles();
    double[] moves = new double[quantiles.length];
    for (int i = 0; i < quantiles.length; i++) {
      double[] sorted = Arrays.copyOf(misses[i], judged);
      Arrays.sort(sorted);
      double level = request.levels().get(i);
      double outward = level + (level - 0.5) / judged;
      moves[i] = Distributions.quantile(sorted, StrictMath.max(0, StrictMath.min(1, outward)));
    }
    double[] column = new double[quantiles.length];
    for (int h = 0; h < plain.horizon(); h++) {
      double spread = spread(plain, h);
      for (int i = 0; i < quantiles.length; i++) {
        column[i] = quantiles[i][h] + moves[i] * spread;
      }
      Arrays.sort(column);
      for (int i = 0; i < quantiles.length; i++) {
        quantiles[i][h] = column[i];
      }
    }
    return Distributions.rescaled(
        plain.model() + " (conformal)", plain.mean(), quantiles, 1, request);
  }
}

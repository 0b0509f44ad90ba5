package souk.demand.lib.forecast;

import java.util.Arrays;
import souk.demand.lib.math.Normal;

/**
 * Turns means and spreads, or simulated paths, into a {@link SeriesForecast}.
 *
 * <p>Stateless and thread-safe.
 */
public final class Distributions {
  private Distributions() {}

  /**
   * Normal distributions per step.
   *
   * @param mean per step
   * @param deviation standard deviation per step
   * @param scale both are multiplied by it
   */
  public static SeriesForecast normal(
      String model, double[] mean, double[] deviation, double scale, ForecastRequest request) {
    int horizon = mean.length;
    double[] centre = new double[horizon];
    double[][] quantiles = new double[request.levels().size()][horizon];
    for (int h = 0; h < horizon; h++) {
      centre[h] = cut(mean[h] * scale, request);
    }
    for (int i = 0; i < quantiles.length; i++) {
      double z = Normal.quantile(request.levels().get(i));
      for (int h = 0; h < horizon; h++) {
        quantiles[i][h] = cut((mean[h] + z * deviation[h]) * scale, request);
      }
    }
    return new SeriesForecast(model, centre, request.levels(), quantiles);
  }

  /**
   * Empirical quantiles of simulated paths (Hyndman and Fan's type 7).
   *
   * @param mean per step
   * @param draws one array of simulated values per step; sorted in place
   * @param scale both are multiplied by it
   */
  public static SeriesForecast simulated(
      String model, double[] mean, double[][] draws, double scale, ForecastRequest request) {
    int horizon = mean.length;
    double[] centre = new double[horizon];
    double[][] quantiles = new double[request.levels().size()][horizon];
    for (int h = 0; h < horizon; h++) {
      centre[h] = cut(mean[h] * scale, request);
      Arrays.sort(draws[h]);
      for (int i = 0; i < quantiles.length; i++) {
        quantiles[i][h] = cut(quantile(draws[h], request.levels().get(i)) * scale, request);
      }
    }
    return new SeriesForecast(model, centre, request.levels(), quantiles);
  }

  /** Means and quantiles that were computed in units of the scale. */
  public static SeriesForecast rescaled(
      String model, double[] mean, double[][] quantiles, double scale, ForecastRequest request) {
    double[] centre = new double[mean.length];
    double[][] rows = new double[quantiles.length][mean.length];
    for (int h = 0; h < mean.length; h++) {
      centre[h] = cut(mean[h] * scale, request);
      for (int i = 0; i < rows.length; i++) {
        rows[i][h] = cut(quantiles[i][h] * scale, request);
      }
    }
    return new SeriesForecast(model, centre, request.levels(), rows);
  }

  /** Quantile of sorted values, type 7 of Hyndman and Fan (linear between order statistics). */
  public static double quantile(double[] sorted, double level) {
    double position = level * (sorted.length - 1);
    int below = (int) position;
    double above = below + 1 < sorted.length ? sorted[below + 1] : sorted[below];
    return sorted[below] + (position - below) * (above - sorted[below]);
  }

  private static double cut(double value, ForecastRequest request) {
    return request.nonNegative() && value < 0 ? 0 : value;
  }
}

package souk.demand.lib.forecast;

import java.util.List;

/**
 * Forecast of one series.
 *
 * <p>Holds its own copies; immutable and thread-safe. All values are finite.
 */
public final class SeriesForecast implements ForecastResult {
  private final String model;
  private final double[] mean;
  private final List<Double> levels;
  private final double[][] quantiles;

  /**
   * @param model what was fitted, for people, such as {@code ETS(A,N,N)}
   * @param mean one value per step, first step first
   * @param levels the quantile levels, increasing
   * @param quantiles one array per level, each as long as the mean
   * @throws ArithmeticException if a value is not finite
   */
  public SeriesForecast(String model, double[] mean, List<Double> levels, double[][] quantiles) {
    this.model = model;
    this.mean = finite(model, mean);
    this.levels = List.copyOf(levels);
    if (quantiles.length != levels.size()) {
      throw new IllegalArgumentException(
          "There are %d quantile rows for %d levels.".formatted(quantiles.length, levels.size()));
    }
    this.quantiles = new double[quantiles.length][];
    for (int i = 0; i < quantiles.length; i++) {
      if (quantiles[i].length != mean.length) {
        throw new IllegalArgumentException(
            "Quantile row %d has %d steps, the mean has %d."
                .formatted(i, quantiles[i].length, mean.length));
      }
      this.quantiles[i] = finite(model, quantiles[i]);
    }
  }

  private static double[] finite(String model, double[] values) {
    for (int i = 0; i < values.length; i++) {
      if (!Double.isFinite(values[i])) {
        throw new ArithmeticException(
            "The forecast of %s has the value %s at step %d.%nMaybe the series grows beyond the range of double."
                .formatted(model, values[i], i + 1));
      }
    }
    return values.clone();
  }

  /** What was fitted. */
  public String model() {
    return model;
  }

  /** Number of steps. */
  public int horizon() {
    return mean.length;
  }

  /** A copy of the means, first step first. */
  public double[] mean() {
    return mean.clone();
  }

  /** The mean of one step, 0-based. */
  public double mean(int step) {
    return mean[step];
  }

  /** The quantile levels. */
  public List<Double> levels() {
    return levels;
  }

  /** A copy of the quantiles, one row per level. */
  public double[][] quantiles() {
    double[][] copy = new double[quantiles.length][];
    for (int i = 0; i < copy.length; i++) {
      copy[i] = quantiles[i].clone();
    }
    return copy;
  }

  /** One quantile, by position of the level and 0-based step. */
  public double quantile(int level, int step) {
    return quantiles[level][step];
  }

  /** The same forecast under another name. */
  public SeriesForecast named(String name) {
    return new SeriesForecast(name, mean, levels, quantiles);
  }
}

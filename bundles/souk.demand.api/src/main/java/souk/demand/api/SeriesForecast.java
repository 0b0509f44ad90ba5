package souk.demand.api;

import java.util.Arrays;
import java.util.List;
import souk.model.Reason;

/** Forecast of one series: mean and quantiles per step ahead. Immutable: arrays are copied. */
public final class SeriesForecast {
  private final String seriesId;
  private final double[] mean;
  private final double[] levels;
  private final double[][] quantiles;
  private final String method;
  private final List<Reason> notes;

  /**
   * @param seriesId series of the panel
   * @param mean horizon values
   * @param levels increasing, each in (0, 1)
   * @param quantiles levels × horizon; not decreasing over levels
   * @param method what was fitted, for example {@code ETS(A,Ad,N)}
   * @param notes anything a reader must know
   * @throws IllegalArgumentException if shapes differ, or a value is not finite
   */
  public SeriesForecast(
      String seriesId,
      double[] mean,
      double[] levels,
      double[][] quantiles,
      String method,
      List<Reason> notes) {
    if (quantiles.length != levels.length) {
      throw new IllegalArgumentException(
          "Series %s has %d levels, but %d rows of quantiles."
              .formatted(seriesId, levels.length, quantiles.length));
    }
    this.seriesId = seriesId;
    this.mean = finite(seriesId, mean.clone(), mean.length);
    this.levels = levels.clone();
    this.quantiles = new double[levels.length][];
    for (int q = 0; q < levels.length; q++) {
      this.quantiles[q] = finite(seriesId, quantiles[q].clone(), mean.length);
    }
    this.method = method;
    this.notes = List.copyOf(notes);
  }

  public String seriesId() {
    return seriesId;
  }

  public int horizon() {
    return mean.length;
  }

  public double[] mean() {
    return mean.clone();
  }

  public double[] levels() {
    return levels.clone();
  }

  /** Values of one level, by its position in {@link #levels()}. */
  public double[] quantile(int levelIndex) {
    return quantiles[levelIndex].clone();
  }

  public String method() {
    return method;
  }

  public List<Reason> notes() {
    return notes;
  }

  private static double[] finite(String seriesId, double[] values, int length) {
    if (values.length != length || !Arrays.stream(values).allMatch(Double::isFinite)) {
      throw new IllegalArgumentException(
          "Series %s needs %d finite values, but got %s."
              .formatted(seriesId, length, Arrays.toString(values)));
    }
    return values;
  }
}

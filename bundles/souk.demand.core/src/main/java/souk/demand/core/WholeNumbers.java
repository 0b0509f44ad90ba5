package souk.demand.core;

import java.util.Arrays;
import souk.demand.api.SeriesForecast;
import souk.demand.lib.reconcile.LargestRemainder;

/**
 * Whole numbers: means by largest remainder, so that their sum over the horizon is the rounded sum;
 * quantiles outwards, so that intervals cover no less.
 */
final class WholeNumbers {
  private WholeNumbers() {}

  static SeriesForecast of(SeriesForecast forecast) {
    return with(forecast, LargestRemainder.round(forecast.mean()));
  }

  /** With means that were made whole elsewhere. */
  static SeriesForecast with(SeriesForecast forecast, double[] mean) {
    double[] levels = forecast.levels();
    double[][] quantiles = new double[levels.length][];
    for (int q = 0; q < levels.length; q++) {
      double level = levels[q];
      quantiles[q] =
          Arrays.stream(forecast.quantile(q))
              .map(
                  value ->
                      level < 0.5
                          ? StrictMath.floor(value)
                          : level > 0.5 ? StrictMath.ceil(value) : StrictMath.rint(value))
              .toArray();
    }
    return new SeriesForecast(
        forecast.seriesId(), mean, levels, quantiles, forecast.method(), forecast.notes());
  }
}

package souk.demand.spi;

import java.time.Instant;
import java.util.Arrays;

/**
 * What a forecaster is to do. Immutable: arrays are copied.
 *
 * @param horizon steps ahead, at least 1
 * @param seasonLength steps of one season; 1 for none
 * @param levels quantile levels, increasing, each in (0, 1); may be empty
 * @param nonNegative whether values below 0 are impossible
 * @param seed same seed, same answer
 * @param now instant for the provenance
 */
public record ForecastTask(
    int horizon, int seasonLength, double[] levels, boolean nonNegative, long seed, Instant now) {
  public ForecastTask {
    levels = levels.clone();
    if (horizon < 1 || seasonLength < 1) {
      throw new IllegalArgumentException(
          "A forecast needs a horizon and a season of at least 1 step, but got %d and %d."
              .formatted(horizon, seasonLength));
    }
    for (int i = 0; i < levels.length; i++) {
      if (!(levels[i] > 0 && levels[i] < 1) || (i > 0 && levels[i] <= levels[i - 1])) {
        throw new IllegalArgumentException(
            "Quantile levels must increase and lie in (0, 1), but are %s.%nMaybe they were given in percent."
                .formatted(Arrays.toString(levels)));
      }
    }
  }

  @Override
  public double[] levels() {
    return levels.clone();
  }
}

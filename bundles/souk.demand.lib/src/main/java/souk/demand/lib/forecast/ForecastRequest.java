package souk.demand.lib.forecast;

import java.util.List;

/**
 * What is asked of a forecasting method for one series.
 *
 * @param season length of the season in steps; 1 means none
 * @param horizon number of steps ahead, at least 1
 * @param levels quantile levels in (0, 1), strictly increasing; may be empty
 * @param nonNegative whether mean and quantiles are cut at zero
 * @param seed for methods that simulate; same seed, same answer
 */
public record ForecastRequest(
    int season, int horizon, List<Double> levels, boolean nonNegative, long seed) {
  /** Copies the levels and refuses impossible values. */
  public ForecastRequest {
    levels = List.copyOf(levels);
    if (season < 1 || horizon < 1) {
      throw new IllegalArgumentException(
          "The season (%d) and the horizon (%d) must be at least 1.".formatted(season, horizon));
    }
    double previous = 0;
    for (double level : levels) {
      if (!(level > previous && level < 1)) {
        throw new IllegalArgumentException(
            "The quantile levels %s must increase strictly within (0, 1).%nMaybe they were given in percent."
                .formatted(levels));
      }
      previous = level;
    }
  }

  /** The same request for a method that sees no season. */
  public ForecastRequest withSeason(int other) {
    return new ForecastRequest(other, horizon, levels, nonNegative, seed);
  }
}

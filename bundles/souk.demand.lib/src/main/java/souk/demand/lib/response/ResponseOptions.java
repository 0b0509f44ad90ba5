package souk.demand.lib.response;

/**
 * How price response is estimated.
 *
 * @param shrinkage whether estimates are drawn towards the pooled one (empirical Bayes)
 * @param level level of the intervals, in (0, 1)
 * @param trend whether each item has a linear trend
 * @param marketIndex whether the common movement of the other items (season, weather, holidays) is
 *     a regressor; needs at least {@value MarketIndex#MINIMUM_ITEMS} other items per step
 * @param minimumRows fewest rows with sales
 * @param minimumPrices fewest different prices, told apart by half a percent
 * @param minimumDeviation smallest standard deviation of log price that is left after the controls
 * @param maximumStandardError largest standard error of an item's own estimate
 */
public record ResponseOptions(
    boolean shrinkage,
    double level,
    boolean trend,
    boolean marketIndex,
    int minimumRows,
    int minimumPrices,
    double minimumDeviation,
    double maximumStandardError) {
  /** Refuses impossible values. */
  public ResponseOptions {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException(
          "The interval level (%s) must lie in (0, 1).%nMaybe it was given in percent."
              .formatted(level));
    }
    if (minimumRows < 3 || minimumPrices < 2 || !(minimumDeviation > 0)) {
      throw new IllegalArgumentException(
          "minimumRows (%d) must be at least 3, minimumPrices (%d) at least 2, minimumDeviation (%s) above 0."
              .formatted(minimumRows, minimumPrices, minimumDeviation));
    }
    if (!(maximumStandardError > 0)) {
      throw new IllegalArgumentException(
          "maximumStandardError (%s) must be above 0.".formatted(maximumStandardError));
    }
  }

  /** The default estimator: trend, market index, shrinkage. */
  public static ResponseOptions standard(boolean shrinkage, double level) {
    return new ResponseOptions(shrinkage, level, true, true, 12, 3, 0.01, 1.0);
  }

  /** Ordinary least squares of log units on log price and the given covariates, nothing else. */
  public static ResponseOptions plain(double level) {
    return new ResponseOptions(false, level, false, false, 3, 2, 1e-6, Double.POSITIVE_INFINITY);
  }
}

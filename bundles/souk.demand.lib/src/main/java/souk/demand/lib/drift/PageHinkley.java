package souk.demand.lib.drift;

/**
 * Page and Hinkley's test for a mean that has grown (Page, Biometrika 41, 1954; Hinkley, Biometrika
 * 58, 1971), one-sided: the sum of what exceeds the reference by more than a tolerance, in
 * reference deviations, above its lowest value so far. Not safe for use by many threads.
 */
public final class PageHinkley {
  /** Growth in deviations that is tolerated. */
  public static final double TOLERANCE = 0.5;

  /**
   * Statistic above which the mean has grown: with normal errors a false alarm comes once in about
   * 930 steps, a shift by one deviation is found after about ten.
   */
  public static final double LIMIT = 5;

  private final double mean;
  private final double deviation;
  private double statistic;

  /**
   * @param mean of the reference
   * @param deviation standard deviation of the reference, above 0
   */
  public PageHinkley(double mean, double deviation) {
    if (!(deviation > 0)) {
      throw new IllegalArgumentException(
          "The reference needs a standard deviation above 0, but has %s.".formatted(deviation));
    }
    this.mean = mean;
    this.deviation = deviation;
  }

  /** Takes the next value and returns the statistic, at least 0. */
  public double add(double value) {
    statistic = StrictMath.max(0, statistic + (value - mean) / deviation - TOLERANCE);
    return statistic;
  }

  public double statistic() {
    return statistic;
  }

  public boolean hasGrown() {
    return statistic > LIMIT;
  }
}

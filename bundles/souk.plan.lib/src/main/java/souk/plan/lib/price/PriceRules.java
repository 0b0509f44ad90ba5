package souk.plan.lib.price;

/**
 * What a proposed price must keep.
 *
 * @param maximumChange greatest change as a share of the current price, in (0, 1)
 * @param marginFloor least margin as a share of the price, in [0, 1)
 * @param leastMinor least price allowed, at least 1
 * @param mostMinor greatest price allowed, not below {@code leastMinor}
 * @param steps greatest number of price points, the current one included, at least 2
 * @param endings which prices look like prices
 */
public record PriceRules(
    double maximumChange,
    double marginFloor,
    long leastMinor,
    long mostMinor,
    int steps,
    PriceEndings endings) {
  public PriceRules {
    if (!(maximumChange > 0 && maximumChange < 1) || !(marginFloor >= 0 && marginFloor < 1)) {
      throw new IllegalArgumentException(
          "The maximum change (%s) must lie in (0, 1) and the margin floor (%s) in [0, 1).%nMaybe they were given in percent."
              .formatted(maximumChange, marginFloor));
    }
    if (leastMinor < 1 || mostMinor < leastMinor || steps < 2) {
      throw new IllegalArgumentException(
          "Price bounds must satisfy 1 ≤ least ≤ most with at least 2 steps, but got %d, %d and %d."
              .formatted(leastMinor, mostMinor, steps));
    }
  }

  /** Rules with bounds left open and 15 steps. */
  public static PriceRules of(double maximumChange, double marginFloor, PriceEndings endings) {
    return new PriceRules(maximumChange, marginFloor, 1, Long.MAX_VALUE / 4, 15, endings);
  }
}

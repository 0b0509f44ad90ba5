package souk.demand.api;

/**
 * What one series' sales are made of, per step: units are baseline + lift + dip and a remainder.
 * Immutable: arrays are copied.
 */
public final class DemandParts {
  private final String seriesId;
  private final int firstStep;
  private final double[] units;
  private final double[] baseline;
  private final double[] calendar;
  private final double[] lift;
  private final double[] dip;
  private final boolean[] stockOut;

  /**
   * @param firstStep grid step of the first value
   * @param units as sold
   * @param baseline demand without promotion, calendar included
   * @param calendar part of the baseline that is due to the season
   * @param lift more because of price and promotion
   * @param dip less because of a promotion before; above 0 where sales stayed up after it
   * @param stockOut steps in which nothing could be sold, known or found; units say nothing there
   */
  public DemandParts(
      String seriesId,
      int firstStep,
      double[] units,
      double[] baseline,
      double[] calendar,
      double[] lift,
      double[] dip,
      boolean[] stockOut) {
    this.seriesId = seriesId;
    this.firstStep = firstStep;
    this.units = units.clone();
    this.baseline = same(baseline, units.length);
    this.calendar = same(calendar, units.length);
    this.lift = same(lift, units.length);
    this.dip = same(dip, units.length);
    this.stockOut = stockOut.clone();
    if (stockOut.length != units.length) {
      throw new IllegalArgumentException(
          "Parts need %d steps, but got %d.".formatted(units.length, stockOut.length));
    }
  }

  private static double[] same(double[] values, int length) {
    if (values.length != length) {
      throw new IllegalArgumentException(
          "Parts need %d steps, but got %d.".formatted(length, values.length));
    }
    return values.clone();
  }

  public String seriesId() {
    return seriesId;
  }

  /** Grid step of the first value. */
  public int firstStep() {
    return firstStep;
  }

  public double[] units() {
    return units.clone();
  }

  public double[] baseline() {
    return baseline.clone();
  }

  public double[] calendar() {
    return calendar.clone();
  }

  public double[] lift() {
    return lift.clone();
  }

  public double[] dip() {
    return dip.clone();
  }

  public boolean[] stockOut() {
    return stockOut.clone();
  }
}

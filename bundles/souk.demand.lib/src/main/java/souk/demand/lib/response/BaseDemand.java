package souk.demand.lib.response;

import java.util.Arrays;

/**
 * Recent price and the units that would have been sold at it.
 *
 * @param price median price of the last eight steps with sales
 * @param units mean over the last eight steps of units x (price / price of that step)^slope; steps
 *     without sale count as zero
 */
public record BaseDemand(double price, double units) {
  private static final int RECENT = 8;
  private static final double LARGEST_CORRECTION = 4;

  /**
   * Computes from a series, oldest first; prices above 0 wherever units are above 0.
   *
   * @return price and units 0 if nothing was ever sold
   */
  public static BaseDemand of(double[] units, double[] price, double slope) {
    double[] recent = new double[RECENT];
    int found = 0;
    for (int t = units.length - 1; t >= 0 && found < RECENT; t--) {
      if (units[t] > 0) {
        recent[found++] = price[t];
      }
    }
    if (found == 0) {
      return new BaseDemand(0, 0);
    }
    double[] sorted = Arrays.copyOf(recent, found);
    Arrays.sort(sorted);
    double base =
        found % 2 == 1 ? sorted[found / 2] : (sorted[found / 2 - 1] + sorted[found / 2]) / 2;
    int from = StrictMath.max(0, units.length - RECENT);
    double sum = 0;
    for (int t = from; t < units.length; t++) {
      if (units[t] > 0) {
        double correction = StrictMath.pow(base / price[t], slope);
        sum +=
            units[t]
                * StrictMath.min(
                    LARGEST_CORRECTION, StrictMath.max(1 / LARGEST_CORRECTION, correction));
      }
    }
    return new BaseDemand(base, sum / (units.length - from));
  }
}

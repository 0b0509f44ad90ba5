package souk.plan.lib.promotion;

import souk.plan.lib.price.LogLogDemand;
import souk.plan.lib.price.Normal;
import souk.plan.lib.price.PriceLadder;

/**
 * Value of a percentage off one article for one segment. With depth {@code d}, price {@code p},
 * cost {@code c} and baseline units {@code q}: units {@code u = q·(1 − d)^e}; the discount costs
 * {@code p·d·u}, of which {@code p·d·q} goes to units that would have been sold anyway; the
 * additional units bring {@code (p − c)·(u − q)}.
 */
public final class PercentageOff {
  private PercentageOff() {}

  /**
   * @param demand baseline units of the segment over the whole period, with the response
   * @param depth in (0, 1)
   */
  public static PromotionValue of(
      long priceMinor, long unitCostMinor, LogLogDemand demand, double depth) {
    if (!(depth > 0 && depth < 1)) {
      throw new IllegalArgumentException(
          "The depth (%s) of a promotion must lie in (0, 1).%nMaybe it was given in percent."
              .formatted(depth));
    }
    double off = priceMinor * depth;
    double margin = priceMinor - unitCostMinor;
    double baseline = demand.baseUnits();
    double units = demand.expectedUnits(1 - depth);
    double strong =
        gain(margin, off, baseline, demand.unitsAtDeviation(1 - depth, -PriceLadder.Z95));
    double weak = gain(margin, off, baseline, demand.unitsAtDeviation(1 - depth, PriceLadder.Z95));
    return new PromotionValue(
        gain(margin, off, baseline, units),
        Math.min(weak, strong),
        Math.max(weak, strong),
        off * units,
        off * baseline,
        margin * (units - baseline));
  }

  /**
   * Probability that the discount gains: that the elasticity lies below the one at which additional
   * margin and discount are equal, {@code ln((p − c)/(p·(1 − d) − c)) / ln(1 − d)}.
   */
  public static double gainProbability(
      long priceMinor, long unitCostMinor, LogLogDemand demand, double depth) {
    double margin = priceMinor - unitCostMinor;
    double reduced = priceMinor * (1 - depth) - unitCostMinor;
    if (reduced <= 0) {
      return 0;
    }
    double breakEven = StrictMath.log(margin / reduced) / StrictMath.log(1 - depth);
    double ahead = breakEven - demand.elasticity();
    return demand.standardError() == 0
        ? (ahead > 0 ? 1 : 0)
        : Normal.cdf(ahead / demand.standardError());
  }

  private static double gain(double margin, double off, double baseline, double units) {
    return margin * (units - baseline) - off * units;
  }
}

package souk.plan.lib.promotion;

import souk.plan.lib.price.LogLogDemand;
import souk.plan.lib.price.PriceLadder;

/**
 * Value of "spend {@code T}, get {@code A} off" for one segment, from the baskets it bought before.
 *
 * <p>A basket of value {@code v ≥ T} sees a discount of {@code A/v}; such baskets become more
 * frequent by {@code (1 − A/v)^e}. A basket below {@code T} is topped up to {@code T} if its
 * spending under the discount {@code A/T}, {@code v·(1 − A/T)^e}, would reach {@code T}. Nothing is
 * known about thresholds as such here: the pooled price response {@code e} is all that is used,
 * which is an assumption the plan must state.
 */
public final class ThresholdMoneyOff {
  private ThresholdMoneyOff() {}

  /**
   * @param basketsMinor values of past baskets, each greater than zero
   * @param weight how often each past basket is expected in the period
   * @param costShare unit cost as a share of the price, in [0, 1)
   * @param response elasticity and its deviation; its base units are not used
   * @param thresholdMinor greater than zero
   * @param amountOffMinor greater than zero, below the threshold
   */
  public static PromotionValue of(
      long[] basketsMinor,
      double weight,
      double costShare,
      LogLogDemand response,
      long thresholdMinor,
      long amountOffMinor) {
    if (thresholdMinor <= 0 || amountOffMinor <= 0 || amountOffMinor >= thresholdMinor) {
      throw new IllegalArgumentException(
          "A threshold offer needs 0 < amount off < threshold, but got %d and %d minor units."
              .formatted(amountOffMinor, thresholdMinor));
    }
    LogLogDemand one = new LogLogDemand(1, response.elasticity(), response.standardError());
    double topUpRatio = 1 - (double) amountOffMinor / thresholdMinor;
    double[] deviations = {0, PriceLadder.Z95, -PriceLadder.Z95};
    double[] gains = new double[3];
    double cost = 0;
    double costAnyway = 0;
    double extra = 0;
    for (long basket : basketsMinor) {
      for (int k = 0; k < deviations.length; k++) {
        double z = deviations[k];
        double lift =
            basket >= thresholdMinor
                ? one.unitsAtDeviation(1 - (double) amountOffMinor / basket, z)
                : basket * one.unitsAtDeviation(topUpRatio, z) >= thresholdMinor ? 1 : 0;
        double added =
            basket >= thresholdMinor
                ? basket * (1 - costShare) * (lift - 1)
                : (thresholdMinor - basket) * (1 - costShare) * lift;
        gains[k] += added - amountOffMinor * lift;
        if (k == 0) {
          extra += added;
          cost += amountOffMinor * lift;
          costAnyway += basket >= thresholdMinor ? amountOffMinor : 0;
        }
      }
    }
    return new PromotionValue(
        weight * gains[0],
        weight * Math.min(gains[0], Math.min(gains[1], gains[2])),
        weight * Math.max(gains[0], Math.max(gains[1], gains[2])),
        weight * cost,
        weight * costAnyway,
        weight * extra);
  }
}

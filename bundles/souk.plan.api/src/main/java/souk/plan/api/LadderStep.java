package souk.plan.api;

/**
 * One allowed price point of an item.
 *
 * @param price price per unit, in major units
 * @param profit expected profit over the planning period; the objective sums it
 * @param units expected units
 * @param cost use of the budget if this step is chosen; at least 0
 */
public record LadderStep(double price, double profit, double units, double cost) {
  public LadderStep {
    if (!Double.isFinite(price)
        || !Double.isFinite(profit)
        || !Double.isFinite(units)
        || !Double.isFinite(cost)
        || price < 0
        || units < 0
        || cost < 0) {
      throw new IllegalArgumentException(
          "A ladder step needs finite numbers with price, units and cost of at least 0, but got price %s, profit %s, units %s, cost %s."
              .formatted(price, profit, units, cost));
    }
  }
}

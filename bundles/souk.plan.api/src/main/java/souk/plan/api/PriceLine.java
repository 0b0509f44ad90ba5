package souk.plan.api;

import java.util.List;
import souk.model.Interval;
import souk.model.Money;
import souk.model.Reason;
import souk.model.Sku;
import souk.model.WaterfallStep;

/**
 * The price of one article in a plan. Figures are expectations per week.
 *
 * @param sku the article
 * @param description for people
 * @param current price now
 * @param proposed price by the plan; equal to {@code current} if kept
 * @param unitCost cost per unit
 * @param costAssumed whether the cost is an assumption
 * @param unitsNow expected units at the current price
 * @param unitsThen expected units at the proposed price
 * @param profitNow expected profit at the current price
 * @param profitThen expected profit at the proposed price
 * @param profitChange interval of the change of profit in major units
 * @param elasticity used for the expectation
 * @param identified whether the response is identified; if not, the price is kept
 * @param reasons why this price; what would change the answer
 * @param waterfall from the current profit to the proposed one; sums exactly
 */
public record PriceLine(
    Sku sku,
    String description,
    Money current,
    Money proposed,
    Money unitCost,
    boolean costAssumed,
    double unitsNow,
    double unitsThen,
    Money profitNow,
    Money profitThen,
    Interval profitChange,
    double elasticity,
    boolean identified,
    List<Reason> reasons,
    List<WaterfallStep> waterfall) {
  public PriceLine {
    reasons = List.copyOf(reasons);
    waterfall = List.copyOf(waterfall);
  }

  public boolean changed() {
    return !current.equals(proposed);
  }
}

package souk.plan.api;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import souk.model.Interval;
import souk.model.Money;
import souk.model.Reason;
import souk.model.Sku;

/**
 * One promotion of a plan; becomes an offer when published. Figures are expectations over the
 * plan's period.
 *
 * @param id unique within the plan
 * @param name for people
 * @param type kind
 * @param percentOff for {@code PERCENTAGE}: in (0, 100)
 * @param threshold for {@code THRESHOLD}: cart value from which it applies; zero otherwise
 * @param amountOff for {@code THRESHOLD}: what is taken off; zero otherwise
 * @param segment segment id of the customers it is for
 * @param skus articles it is for; empty for all
 * @param incrementalProfit expected gain over no promotion, after its cost
 * @param profitInterval interval of that gain in major units
 * @param cost expected discount given, to those who would have bought anyway too
 * @param reasons why it was chosen
 */
public record PromotionLine(
    String id,
    String name,
    PromotionType type,
    BigDecimal percentOff,
    Money threshold,
    Money amountOff,
    String segment,
    Set<Sku> skus,
    Money incrementalProfit,
    Interval profitInterval,
    Money cost,
    List<Reason> reasons) {
  public PromotionLine {
    skus = Set.copyOf(skus);
    reasons = List.copyOf(reasons);
  }
}

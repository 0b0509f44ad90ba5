package souk.plan.spi;

import java.util.List;
import souk.model.Money;

/**
 * Choose promotions so that the expected gain is greatest and the discounts stay within the budget.
 *
 * @param candidates what may be chosen
 * @param budget greatest expected cost
 */
public record PromotionProblem(List<PromotionCandidate> candidates, Money budget) {
  public PromotionProblem {
    candidates = List.copyOf(candidates);
  }
}

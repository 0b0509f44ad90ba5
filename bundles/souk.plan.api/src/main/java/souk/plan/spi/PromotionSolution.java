package souk.plan.spi;

import java.util.List;
import souk.model.Money;
import souk.plan.api.ConstraintState;

/**
 * The chosen promotions.
 *
 * @param chosen positions in the problem's candidates, increasing
 * @param objective sum of expected gains
 * @param bound no choice can exceed this
 * @param constraints state of the budget
 */
public record PromotionSolution(
    List<Integer> chosen, Money objective, Money bound, List<ConstraintState> constraints) {
  public PromotionSolution {
    chosen = List.copyOf(chosen);
    constraints = List.copyOf(constraints);
  }
}

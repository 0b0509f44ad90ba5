package souk.plan.core;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import souk.kernel.spi.RoleProbe;
import souk.plan.api.LadderItem;
import souk.plan.api.LadderProblem;
import souk.plan.api.LadderSolution;
import souk.plan.api.LadderStep;
import souk.plan.spi.PriceOptimizer;

/** Self-test of price optimisers: two items whose best steps fit the budget only one at a time. */
@Component
public final class PriceOptimizerProbe implements RoleProbe {
  private static final LadderProblem PROBLEM =
      new LadderProblem(
          List.of(
              new LadderItem(
                  "tea", List.of(new LadderStep(2.5, 10, 5, 0), new LadderStep(2.25, 14, 8, 3))),
              new LadderItem(
                  "mug", List.of(new LadderStep(10, 20, 2, 0), new LadderStep(9, 30, 4, 4)))),
          5,
          0);

  @Override
  public String role() {
    return PriceOptimizer.class.getSimpleName();
  }

  @Override
  public Optional<String> probe(Object strategy) {
    PriceOptimizer optimizer = (PriceOptimizer) strategy;
    if (optimizer.refuses(PROBLEM).isPresent()) {
      return Optional.of("refuses a ladder of two items: " + optimizer.refuses(PROBLEM).get());
    }
    LadderSolution solution = optimizer.optimize(PROBLEM);
    Optional<String> complaint = LadderChecks.complaint(PROBLEM, solution);
    if (complaint.isEmpty() && solution.bound() < 40 - 1e-9) {
      return Optional.of("bound %s, but 40 can be earned".formatted(solution.bound()));
    }
    return complaint;
  }
}

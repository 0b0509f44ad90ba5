package souk.plan.pricing;

import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import souk.model.Refusal;
import souk.plan.api.LadderProblem;
import souk.plan.api.LadderSolution;
import souk.plan.lib.choice.GreedyChoice;
import souk.plan.spi.PriceOptimizer;

/**
 * Price ladder by a plain hill climb: the fall-back when no better optimizer is there. Feasible
 * always; its bound ignores the budget and is seldom close.
 */
@Component(
    property = {
      "souk.role=PriceOptimizer",
      "souk.strategy=greedy-ladder",
      "souk.version=1.0.0",
      "souk.family=greedy",
      "souk.title=Price ladder, plain hill climb",
      "souk.builtin:Boolean=true"
    })
public final class GreedyLadder implements PriceOptimizer {
  private final GreedyChoice greedy = new GreedyChoice();

  @Override
  public Optional<Refusal> refuses(LadderProblem problem) {
    return Ladders.refuses(problem);
  }

  @Override
  public LadderSolution optimize(LadderProblem problem) {
    return Ladders.solve(problem, greedy::solve);
  }
}

package souk.plan.promotion;

import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import souk.model.Refusal;
import souk.plan.lib.choice.ChoiceSolver;
import souk.plan.spi.PromotionPlanner;
import souk.plan.spi.PromotionProblem;
import souk.plan.spi.PromotionSolution;

/** Promotions as a multiple-choice knapsack: Lagrangian relaxation, then an exact search. */
@Component(
    property = {
      "souk.role=PromotionPlanner",
      "souk.strategy=promotion-knapsack",
      "souk.version=1.0.0",
      "souk.family=lagrangian-relaxation",
      "souk.title=Promotions, knapsack with certified bound",
      "service.ranking:Integer=100"
    })
public final class KnapsackPromotions implements PromotionPlanner {
  private final ChoiceSolver solver = new ChoiceSolver();

  @Override
  public Optional<Refusal> refuses(PromotionProblem problem) {
    return Candidates.refuses(problem);
  }

  @Override
  public PromotionSolution plan(PromotionProblem problem) {
    return Candidates.choose(problem, solver::solve);
  }
}

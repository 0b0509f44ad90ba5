package souk.plan.promotion;

import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import souk.model.Refusal;
import souk.plan.lib.choice.GreedyChoice;
import souk.plan.spi.PromotionPlanner;
import souk.plan.spi.PromotionProblem;
import souk.plan.spi.PromotionSolution;

/** Promotions by most gain per discount first: the fall-back when no better planner is there. */
@Component(
    property = {
      "souk.role=PromotionPlanner",
      "souk.strategy=promotion-greedy",
      "souk.version=1.0.0",
      "souk.family=greedy",
      "souk.title=Promotions, most gain per discount first",
      "souk.builtin:Boolean=true"
    })
public final class GreedyPromotions implements PromotionPlanner {
  private final GreedyChoice greedy = new GreedyChoice();

  @Override
  public Optional<Refusal> refuses(PromotionProblem problem) {
    return Candidates.refuses(problem);
  }

  @Override
  public PromotionSolution plan(PromotionProblem problem) {
    return Candidates.choose(problem, greedy::solve);
  }
}

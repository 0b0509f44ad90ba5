package souk.plan.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import souk.model.Money;
import souk.model.Refusal;
import souk.plan.api.LadderItem;
import souk.plan.api.LadderProblem;
import souk.plan.api.LadderSolution;
import souk.plan.spi.PriceOptimizer;
import souk.plan.spi.PromotionPlanner;
import souk.plan.spi.PromotionProblem;
import souk.plan.spi.PromotionSolution;

/** Takes the best step of each item whatever the budget; enough where the budget is wide. */
final class BestSteps implements PriceOptimizer {
  @Override
  public Optional<Refusal> refuses(LadderProblem problem) {
    return Optional.empty();
  }

  @Override
  public LadderSolution optimize(LadderProblem problem) {
    List<Integer> choice = new ArrayList<>();
    double objective = 0;
    for (LadderItem item : problem.items()) {
      int best =
          IntStream.range(0, item.steps().size())
              .reduce(
                  0, (a, b) -> item.steps().get(b).profit() > item.steps().get(a).profit() ? b : a);
      choice.add(best);
      objective += item.steps().get(best).profit();
    }
    return new LadderSolution(choice, objective, objective, List.of(), true);
  }

  /** Takes every promotion; right where there is one per segment and the budget is wide. */
  static final class AllPromotions implements PromotionPlanner {
    @Override
    public Optional<Refusal> refuses(PromotionProblem problem) {
      return Optional.empty();
    }

    @Override
    public PromotionSolution plan(PromotionProblem problem) {
      List<Integer> chosen = new ArrayList<>();
      List<String> groups = new ArrayList<>();
      Money gain = Money.zero(problem.budget().currency());
      for (int i = 0; i < problem.candidates().size(); i++) {
        if (!groups.contains(problem.candidates().get(i).group())) {
          groups.add(problem.candidates().get(i).group());
          chosen.add(i);
          gain = gain.plus(problem.candidates().get(i).line().incrementalProfit());
        }
      }
      return new PromotionSolution(chosen, gain, gain, List.of());
    }
  }
}

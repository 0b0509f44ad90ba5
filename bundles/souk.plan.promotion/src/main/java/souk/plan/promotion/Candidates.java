package souk.plan.promotion;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import souk.model.Money;
import souk.model.Refusal;
import souk.plan.api.ConstraintState;
import souk.plan.api.PromotionLine;
import souk.plan.lib.choice.ChoiceProblem;
import souk.plan.lib.choice.ChoiceSolution;
import souk.plan.spi.PromotionProblem;
import souk.plan.spi.PromotionSolution;

/**
 * Carries promotions into the library's form, one item per group whose first step is to promote
 * nothing, and the answer back. Amounts are whole minor units, so that sums are exact.
 */
final class Candidates {
  private static final int MOST = 1_000_000;

  private Candidates() {}

  static Optional<Refusal> refuses(PromotionProblem problem) {
    for (var candidate : problem.candidates()) {
      PromotionLine line = candidate.line();
      if (line.cost().isNegative()) {
        return Optional.of(
            new Refusal(
                "costs of at least 0", "promotion %s has %s".formatted(line.id(), line.cost())));
      }
      if (!line.cost().currency().equals(problem.budget().currency())
          || !line.incrementalProfit().currency().equals(problem.budget().currency())) {
        return Optional.of(
            new Refusal(
                "amounts in " + problem.budget().currency(),
                "promotion %s has %s".formatted(line.id(), line.cost())));
      }
    }
    return problem.candidates().size() > MOST
        ? Optional.of(
            new Refusal(
                "at most " + MOST + " candidates", "there are " + problem.candidates().size()))
        : Optional.empty();
  }

  static PromotionSolution choose(
      PromotionProblem problem, Function<ChoiceProblem, ChoiceSolution> solver) {
    Money zero = Money.zero(problem.budget().currency());
    Map<String, List<Integer>> positionsByGroup = new LinkedHashMap<>();
    for (int c = 0; c < problem.candidates().size(); c++) {
      positionsByGroup
          .computeIfAbsent(problem.candidates().get(c).group(), g -> new ArrayList<>())
          .add(c);
    }
    if (positionsByGroup.isEmpty()) {
      return new PromotionSolution(List.of(), zero, zero, List.of(budget(problem, 0, 0)));
    }
    ChoiceSolution solution = solver.apply(choiceProblem(problem, positionsByGroup));
    List<Integer> chosen = new ArrayList<>();
    long gain = 0;
    long cost = 0;
    int group = 0;
    for (List<Integer> positions : positionsByGroup.values()) {
      int step = solution.choice(group++);
      if (step > 0) {
        int position = positions.get(step - 1);
        PromotionLine line = problem.candidates().get(position).line();
        gain += line.incrementalProfit().amountMinor();
        cost += line.cost().amountMinor();
        chosen.add(position);
      }
    }
    chosen.sort(null);
    long bound = Math.max(gain, (long) Math.ceil(solution.bound() - 1e-6));
    return new PromotionSolution(
        chosen,
        Money.ofMinor(gain, zero.currency()),
        Money.ofMinor(bound, zero.currency()),
        List.of(budget(problem, cost, solution.budgetShadowPrice())));
  }

  private static ChoiceProblem choiceProblem(
      PromotionProblem problem, Map<String, List<Integer>> positionsByGroup) {
    ChoiceProblem.Builder builder = ChoiceProblem.builder().budget(problem.budget().amountMinor());
    positionsByGroup.forEach(
        (group, positions) -> {
          builder.item(group).step(0, 0, 0, 0);
          for (int position : positions) {
            PromotionLine line = problem.candidates().get(position).line();
            builder.step(0, line.incrementalProfit().amountMinor(), 0, line.cost().amountMinor());
          }
        });
    return builder.build();
  }

  private static ConstraintState budget(PromotionProblem problem, long usedMinor, double shadow) {
    return new ConstraintState(
        "budget",
        Money.ofMinor(usedMinor, problem.budget().currency()).toDecimal().doubleValue(),
        problem.budget().toDecimal().doubleValue(),
        shadow > 0,
        shadow);
  }
}

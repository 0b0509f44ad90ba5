package souk.plan.pricing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import souk.model.Refusal;
import souk.plan.api.ConstraintState;
import souk.plan.api.InfeasibleException;
import souk.plan.api.LadderItem;
import souk.plan.api.LadderProblem;
import souk.plan.api.LadderSolution;
import souk.plan.api.LadderStep;
import souk.plan.lib.choice.ChoiceProblem;
import souk.plan.lib.choice.ChoiceSolution;
import souk.plan.lib.choice.InfeasibleChoiceException;

/** Carries a ladder into the library's form and its answer back. */
final class Ladders {
  private static final long MOST_STEPS = 5_000_000;

  private Ladders() {}

  static Optional<Refusal> refuses(LadderProblem problem) {
    long steps = problem.items().stream().mapToLong(i -> i.steps().size()).sum();
    return steps > MOST_STEPS
        ? Optional.of(new Refusal("at most " + MOST_STEPS + " steps", "the ladder has " + steps))
        : Optional.empty();
  }

  static LadderSolution solve(
      LadderProblem problem, Function<ChoiceProblem, ChoiceSolution> solver) {
    try {
      return answer(problem, solver.apply(choiceProblem(problem)));
    } catch (InfeasibleChoiceException e) {
      InfeasibleException refusal =
          new InfeasibleException(e.getMessage(), List.of(e.conflict().split(", ")));
      refusal.initCause(e);
      throw refusal;
    }
  }

  private static ChoiceProblem choiceProblem(LadderProblem problem) {
    ChoiceProblem.Builder builder =
        ChoiceProblem.builder().budget(problem.budget()).minimumUnits(problem.minimumUnits());
    for (LadderItem item : problem.items()) {
      builder.item(item.id());
      for (LadderStep step : item.steps()) {
        builder.step(step.price(), step.profit(), step.units(), step.cost());
      }
    }
    return builder.build();
  }

  private static LadderSolution answer(LadderProblem problem, ChoiceSolution solution) {
    List<ConstraintState> constraints = new ArrayList<>();
    if (problem.budget() < Double.POSITIVE_INFINITY) {
      constraints.add(
          new ConstraintState(
              "budget",
              solution.cost(),
              problem.budget(),
              solution.budgetShadowPrice() > 0,
              solution.budgetShadowPrice()));
    }
    if (problem.minimumUnits() > 0) {
      constraints.add(
          new ConstraintState(
              "minimum-units",
              solution.units(),
              problem.minimumUnits(),
              solution.unitsShadowPrice() > 0,
              solution.unitsShadowPrice()));
    }
    return new LadderSolution(
        IntStream.of(solution.choice()).boxed().toList(),
        solution.objective(),
        solution.bound(),
        constraints,
        solution.optimal());
  }
}

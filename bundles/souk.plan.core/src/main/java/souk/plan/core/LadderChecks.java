package souk.plan.core;

import java.util.List;
import java.util.Optional;
import souk.plan.api.InfeasibleException;
import souk.plan.api.LadderItem;
import souk.plan.api.LadderProblem;
import souk.plan.api.LadderSolution;
import souk.plan.api.LadderStep;
import souk.plan.lib.choice.ChoiceProblem;
import souk.plan.lib.choice.ChoiceSolver;
import souk.plan.lib.choice.InfeasibleChoiceException;

/** Looks at a ladder before and after a strategy, so that nonsense never becomes a plan. */
final class LadderChecks {
  private static final double TOLERANCE = 1e-9;

  private LadderChecks() {}

  /**
   * Finds conflicts before any strategy is asked, so that an impossible wish is no failure of a
   * strategy.
   *
   * @throws InfeasibleException if no choice can meet the constraints
   * @throws IllegalArgumentException if a value is out of range
   */
  static void checkFeasible(LadderProblem problem) {
    ChoiceProblem.Builder builder =
        ChoiceProblem.builder().budget(problem.budget()).minimumUnits(problem.minimumUnits());
    for (LadderItem item : problem.items()) {
      builder.item(item.id());
      for (LadderStep step : item.steps()) {
        builder.step(step.price(), step.profit(), step.units(), step.cost());
      }
    }
    try {
      ChoiceSolver.checkFeasible(builder.build());
    } catch (InfeasibleChoiceException e) {
      InfeasibleException named =
          new InfeasibleException(e.getMessage(), List.of(e.conflict().split(", ")));
      named.initCause(e);
      throw named;
    }
  }

  /** What is wrong with an answer, or empty. */
  static Optional<String> complaint(LadderProblem problem, LadderSolution solution) {
    if (solution.choice().size() != problem.items().size()) {
      return Optional.of(
          "%d choices for %d items".formatted(solution.choice().size(), problem.items().size()));
    }
    double profit = 0;
    double cost = 0;
    double units = 0;
    double size = 1;
    for (int i = 0; i < problem.items().size(); i++) {
      LadderItem item = problem.items().get(i);
      int choice = solution.choice().get(i);
      if (choice < 0 || choice >= item.steps().size()) {
        return Optional.of("item %s has no step %d".formatted(item.id(), choice));
      }
      LadderStep step = item.steps().get(choice);
      profit += step.profit();
      cost += step.cost();
      units += step.units();
      size += Math.abs(step.profit());
    }
    if (cost > problem.budget() + TOLERANCE * (1 + problem.budget())) {
      return Optional.of("cost %s above the budget %s".formatted(cost, problem.budget()));
    }
    if (units < problem.minimumUnits() - TOLERANCE * (1 + problem.minimumUnits())) {
      return Optional.of("units %s below the minimum %s".formatted(units, problem.minimumUnits()));
    }
    if (!(Math.abs(profit - solution.objective()) <= TOLERANCE * size)) {
      return Optional.of(
          "objective %s, but the choice earns %s".formatted(solution.objective(), profit));
    }
    return solution.bound() >= solution.objective() - TOLERANCE * size
        ? Optional.empty()
        : Optional.of("bound %s below %s".formatted(solution.bound(), solution.objective()));
  }
}

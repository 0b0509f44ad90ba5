package souk.plan.core;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import souk.plan.api.InfeasibleException;
import souk.plan.api.LadderItem;
import souk.plan.api.LadderProblem;
import souk.plan.api.LadderSolution;
import souk.plan.api.LadderStep;

/** Looks at a ladder before and after a strategy, so that nonsense never becomes a plan. */
final class LadderChecks {
  private static final double TOLERANCE = 1e-9;

  private LadderChecks() {}

  /**
   * @throws InfeasibleException if even the extreme choices break a constraint
   */
  static void checkFeasible(LadderProblem problem) {
    double leastCost = 0;
    double mostUnits = 0;
    for (LadderItem item : problem.items()) {
      leastCost += item.steps().stream().mapToDouble(LadderStep::cost).min().orElse(0);
      mostUnits += item.steps().stream().mapToDouble(LadderStep::units).max().orElse(0);
    }
    if (leastCost > problem.budget() + TOLERANCE * (1 + problem.budget())) {
      throw new InfeasibleException(
          "The budget (%s) is below the least possible cost (%s) of the %d items; %s is missing.%nMaybe add a step of cost 0, such as keeping the current price."
              .formatted(
                  number(problem.budget()),
                  number(leastCost),
                  problem.items().size(),
                  number(leastCost - problem.budget())),
          List.of("budget"));
    }
    if (mostUnits < problem.minimumUnits() - TOLERANCE * (1 + problem.minimumUnits())) {
      throw new InfeasibleException(
          "The minimum units (%s) exceed the most units (%s) any choice can reach.%nMaybe the minimum counts another period than the steps do."
              .formatted(number(problem.minimumUnits()), number(mostUnits)),
          List.of("minimum-units"));
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

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.6g", value);
  }
}

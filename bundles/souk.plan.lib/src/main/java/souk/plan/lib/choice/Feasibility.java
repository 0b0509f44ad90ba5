package souk.plan.lib.choice;

import java.util.Locale;

/** Finds out before the search whether any plan exists, and names the rules in conflict. */
final class Feasibility {
  private Feasibility() {}

  static void check(ChoiceProblem problem) {
    double leastCost = sumOfExtremes(problem, problem.cost, -1);
    if (leastCost > problem.budget + Sums.slack(problem.budget)) {
      throw new InfeasibleChoiceException(
          "budget",
          """
          The budget (%s) is below the least possible cost (%s) of the %d items; %s is missing.
          Maybe the steps of cost zero, such as keeping the current price, were filtered out."""
              .formatted(
                  number(problem.budget),
                  number(leastCost),
                  problem.items(),
                  number(leastCost - problem.budget)));
    }
    if (problem.minimumUnits == 0) {
      return;
    }
    double mostUnits = sumOfExtremes(problem, problem.units, 1);
    double slack = Sums.slack(problem.minimumUnits);
    if (mostUnits < problem.minimumUnits - slack) {
      throw new InfeasibleChoiceException(
          "minimum-units",
          """
          The minimum units (%s) exceed the most units (%s) any choice of steps can reach.
          Maybe the minimum counts another period than the steps do."""
              .formatted(number(problem.minimumUnits), number(mostUnits)));
    }
    BudgetRelaxation units = new BudgetRelaxation(problem);
    units.solve(problem.units);
    if (units.bound < problem.minimumUnits - slack) {
      throw new InfeasibleChoiceException(
          "budget, minimum-units",
          """
          Within the budget (%s) at most %s units can be reached, fewer than the minimum units (%s).
          Maybe raise the budget or lower the minimum units."""
              .formatted(
                  number(problem.budget), number(units.bound), number(problem.minimumUnits)));
    }
  }

  static InfeasibleChoiceException noneFound(ChoiceProblem problem, boolean proven) {
    return new InfeasibleChoiceException(
        "budget, minimum-units",
        """
        %s meets the budget (%s) and the minimum units (%s) together.
        Maybe raise the budget or lower the minimum units a little."""
            .formatted(
                proven ? "No choice of whole steps" : "No choice of steps found within the effort",
                number(problem.budget),
                number(problem.minimumUnits)));
  }

  private static double sumOfExtremes(ChoiceProblem problem, double[] values, int sign) {
    int[] extreme = new int[problem.items()];
    for (int i = 0; i < extreme.length; i++) {
      int best = problem.offsets[i];
      for (int s = best + 1; s < problem.offsets[i + 1]; s++) {
        if (sign * values[s] > sign * values[best]) {
          best = s;
        }
      }
      extreme[i] = best;
    }
    return Sums.of(values, extreme);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.6g", value);
  }
}

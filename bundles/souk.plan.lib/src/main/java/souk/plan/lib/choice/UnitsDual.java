package souk.plan.lib.choice;

/**
 * Minimises the Lagrangian dual over the multiplier of the minimum units, {@code D(m) = max
 * Σ(profit + m·units) − m·minimum} under the budget, which is convex in {@code m}: doubling, then
 * bisection on its slope. Every whole-step plan met on the way is offered to the incumbent.
 */
final class UnitsDual {
  private static final int BISECTIONS = 45;

  private final ChoiceProblem problem;
  private final BudgetRelaxation relaxation;
  private final ChoiceSolver.Incumbent incumbent;
  private final double[] value;

  double bound = Double.POSITIVE_INFINITY;
  double budgetMultiplier;
  double unitsMultiplier;

  UnitsDual(ChoiceProblem problem, BudgetRelaxation relaxation, ChoiceSolver.Incumbent incumbent) {
    this.problem = problem;
    this.relaxation = relaxation;
    this.incumbent = incumbent;
    value = new double[problem.steps()];
  }

  void minimise() {
    double low = 0;
    double high = startingMultiplier();
    for (int i = 0; i < 200 && !reaches(high); i++) {
      low = high;
      high *= 2;
    }
    for (int i = 0; i < BISECTIONS && high - low > 1e-12 * high; i++) {
      double middle = (low + high) / 2;
      if (reaches(middle)) {
        high = middle;
      } else {
        low = middle;
      }
    }
    for (double m = high; incumbent.plan() == null && m < 1e12; m *= 4) {
      reaches(m);
    }
  }

  private boolean reaches(double multiplier) {
    for (int s = 0; s < value.length; s++) {
      value[s] = problem.profit[s] + multiplier * problem.units[s];
    }
    relaxation.solve(value);
    incumbent.offer(relaxation.plan);
    double dual = relaxation.bound - multiplier * problem.minimumUnits;
    if (dual < bound) {
      bound = dual;
      budgetMultiplier = relaxation.multiplier;
      unitsMultiplier = multiplier;
    }
    return relaxation.relaxedUnits >= problem.minimumUnits;
  }

  private double startingMultiplier() {
    double profit = 0;
    double units = 0;
    for (int s = 0; s < value.length; s++) {
      profit = Math.max(profit, Math.abs(problem.profit[s]));
      units = Math.max(units, problem.units[s]);
    }
    return Math.max(1e-9, 1e-3 * profit / Math.max(1e-9, units));
  }
}

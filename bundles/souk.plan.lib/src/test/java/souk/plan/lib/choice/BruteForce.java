package souk.plan.lib.choice;

/** Looks at every combination of steps; the judge of the solver on small problems. */
final class BruteForce {
  private BruteForce() {}

  /** The greatest profit, or negative infinity when no combination is feasible. */
  static double best(ChoiceProblem problem) {
    int[] choice = new int[problem.items()];
    double best = Double.NEGATIVE_INFINITY;
    while (true) {
      double profit = 0;
      double cost = 0;
      double units = 0;
      for (int i = 0; i < choice.length; i++) {
        profit += problem.profit(i, choice[i]);
        cost += problem.cost(i, choice[i]);
        units += problem.units(i, choice[i]);
      }
      if (cost <= problem.budget() * (1 + 1e-12)
          && units >= problem.minimumUnits() * (1 - 1e-12)
          && profit > best) {
        best = profit;
      }
      int i = 0;
      while (i < choice.length && ++choice[i] == problem.steps(i)) {
        choice[i++] = 0;
      }
      if (i == choice.length) {
        return best;
      }
    }
  }
}

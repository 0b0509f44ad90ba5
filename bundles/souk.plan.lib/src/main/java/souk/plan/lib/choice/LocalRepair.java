package souk.plan.lib.choice;

/**
 * Spends what the greedy fill left over: the best single-item change that keeps all constraints.
 */
final class LocalRepair {
  private static final int PASSES = 20;

  private LocalRepair() {}

  static void improve(ChoiceProblem problem, int[] plan) {
    double cost = Sums.of(problem.cost, plan);
    double units = Sums.of(problem.units, plan);
    for (int pass = 0; pass < PASSES; pass++) {
      int bestItem = -1;
      int bestStep = -1;
      double bestGain = 0;
      for (int item = 0; item < plan.length; item++) {
        int now = plan[item];
        for (int s = problem.offsets[item]; s < problem.offsets[item + 1]; s++) {
          double gain = problem.profit[s] - problem.profit[now];
          if (gain > bestGain
              && cost - problem.cost[now] + problem.cost[s] <= problem.budget
              && units - problem.units[now] + problem.units[s] >= problem.minimumUnits) {
            bestGain = gain;
            bestItem = item;
            bestStep = s;
          }
        }
      }
      if (bestItem < 0) {
        return;
      }
      plan[bestItem] = bestStep;
      cost = Sums.of(problem.cost, plan);
      units = Sums.of(problem.units, plan);
    }
  }
}

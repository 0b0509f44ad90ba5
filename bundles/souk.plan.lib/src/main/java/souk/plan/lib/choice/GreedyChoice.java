package souk.plan.lib.choice;

/**
 * A plain hill climb for a {@link ChoiceProblem}: from the cheapest steps, passes over the items
 * take the best affordable improvement of each, the items with most profit per cost first, until
 * nothing improves. Its bound is the sum of the best steps without any constraint: always true,
 * seldom close.
 *
 * <p>Independent of {@link ChoiceSolver} on purpose, as its fall-back. Deterministic and stateless.
 */
public final class GreedyChoice {
  private static final int PASSES = 100;

  /**
   * @throws InfeasibleChoiceException if no plan can meet the constraints, or none was found
   */
  public ChoiceSolution solve(ChoiceProblem problem) {
    Feasibility.check(problem);
    int[] plan = new int[problem.items()];
    int[] best = new int[problem.items()];
    for (int item = 0; item < plan.length; item++) {
      plan[item] = problem.offsets[item];
      best[item] = problem.offsets[item];
      for (int s = problem.offsets[item]; s < problem.offsets[item + 1]; s++) {
        if (problem.cost[s] < problem.cost[plan[item]]
            || (problem.cost[s] == problem.cost[plan[item]]
                && problem.profit[s] > problem.profit[plan[item]])) {
          plan[item] = s;
        }
        if (problem.profit[s] > problem.profit[best[item]]) {
          best[item] = s;
        }
      }
    }
    climb(problem, plan, problem.units, problem.minimumUnits, 0);
    if (Sums.of(problem.units, plan) < problem.minimumUnits - Sums.slack(problem.minimumUnits)) {
      throw Feasibility.noneFound(problem, false);
    }
    climb(problem, plan, problem.profit, Double.POSITIVE_INFINITY, problem.minimumUnits);
    double bound = Sums.of(problem.profit, best);
    double objective = Sums.of(problem.profit, plan);
    boolean optimal = objective >= bound - Sums.slack(bound);
    return new ChoiceSolution(problem, plan, bound, optimal, 0, 0);
  }

  /** Raises the summed goal until it reaches {@code enough}, keeping budget and minimum units. */
  private static void climb(
      ChoiceProblem problem, int[] plan, double[] goal, double enough, double minimumUnits) {
    int[] target = new int[plan.length];
    double[] negativeRatio = new double[plan.length];
    int[] order = new int[plan.length];
    for (int pass = 0; pass < PASSES; pass++) {
      for (int item = 0; item < plan.length; item++) {
        order[item] = item;
        aim(problem, plan, goal, item, target, negativeRatio);
      }
      IndexSort.ascending(order, 0, order.length, negativeRatio);
      double left = problem.budget - Sums.of(problem.cost, plan);
      double spareUnits = Sums.of(problem.units, plan) - minimumUnits;
      double reached = Sums.of(goal, plan);
      boolean changed = false;
      for (int item : order) {
        if (reached >= enough || negativeRatio[item] >= 0) {
          break;
        }
        int from = plan[item];
        int to = target[item];
        double extra = problem.cost[to] - problem.cost[from];
        double fewer = problem.units[from] - problem.units[to];
        if (extra <= left && fewer <= spareUnits) {
          left -= extra;
          spareUnits -= fewer;
          reached += goal[to] - goal[from];
          plan[item] = to;
          changed = true;
        }
      }
      if (!changed) {
        return;
      }
    }
  }

  private static void aim(
      ChoiceProblem problem,
      int[] plan,
      double[] goal,
      int item,
      int[] target,
      double[] negativeRatio) {
    int from = plan[item];
    target[item] = from;
    negativeRatio[item] = 0;
    for (int s = problem.offsets[item]; s < problem.offsets[item + 1]; s++) {
      double gain = goal[s] - goal[from];
      double extra = Math.max(1e-9, problem.cost[s] - problem.cost[from]);
      if (gain > 0 && -gain / extra < negativeRatio[item]) {
        negativeRatio[item] = -gain / extra;
        target[item] = s;
      }
    }
  }
}

package souk.plan.lib.choice;

import java.util.Arrays;

/**
 * The linear relaxation of the multiple-choice knapsack with one budget, solved exactly by convex
 * hulls and a greedy fill (Sinha and Zoltners, Operations Research 27, 1979), and the whole-step
 * plan the fill leaves behind.
 *
 * <p>Per item the steps are reduced to their upper convex hull in the (cost, value) plane. The
 * increments of all hulls, taken in falling order of value per cost, fill the budget; the first one
 * that no longer fits is the fractional one, and its slope is the budget's multiplier.
 */
final class BudgetRelaxation {
  private final ChoiceProblem problem;
  private final int[] byCost;
  private final int[] hull;
  private final int[] incrementItem;
  private final int[] incrementStep;
  private final double[] negativeSlope;
  private final int[] order;
  private final boolean[] blocked;

  /** The step taken by each item in the whole-step plan, as a flat index. */
  final int[] plan;

  /** Upper limit of the summed value. */
  double bound;

  /** Value per unit of budget at the fractional increment; zero when everything fits. */
  double multiplier;

  /** Summed units of the fractional solution. */
  double relaxedUnits;

  /** True when nothing had to be cut: the plan is then optimal for these values. */
  boolean whole;

  BudgetRelaxation(ChoiceProblem problem) {
    this.problem = problem;
    int steps = problem.steps();
    byCost = new int[steps];
    int longest = 0;
    for (int s = 0; s < steps; s++) {
      byCost[s] = s;
    }
    for (int i = 0; i < problem.items(); i++) {
      IndexSort.ascending(byCost, problem.offsets[i], problem.offsets[i + 1], problem.cost);
      longest = Math.max(longest, problem.steps(i));
    }
    hull = new int[longest];
    incrementItem = new int[steps];
    incrementStep = new int[steps];
    negativeSlope = new double[steps];
    order = new int[steps];
    blocked = new boolean[problem.items()];
    plan = new int[problem.items()];
  }

  /** Solves for the given value per step; results are left in the fields. */
  void solve(double[] value) {
    int increments = hulls(value);
    for (int k = 0; k < increments; k++) {
      order[k] = k;
    }
    IndexSort.ascending(order, 0, increments, negativeSlope);
    fill(value, increments);
  }

  private int hulls(double[] value) {
    double[] cost = problem.cost;
    int increments = 0;
    for (int item = 0; item < plan.length; item++) {
      int size = 0;
      for (int k = problem.offsets[item]; k < problem.offsets[item + 1]; k++) {
        int step = byCost[k];
        if (size > 0 && value[step] <= value[hull[size - 1]]) {
          continue;
        }
        if (size > 0 && cost[step] == cost[hull[size - 1]]) {
          size--;
        }
        while (size > 1
            && slope(value, hull[size - 2], hull[size - 1]) <= slope(value, hull[size - 2], step)) {
          size--;
        }
        hull[size++] = step;
      }
      plan[item] = hull[0];
      for (int h = 1; h < size; h++) {
        incrementItem[increments] = item;
        incrementStep[increments] = hull[h];
        negativeSlope[increments++] = -slope(value, hull[h - 1], hull[h]);
      }
    }
    return increments;
  }

  private double slope(double[] value, int from, int to) {
    double slope = (value[to] - value[from]) / (problem.cost[to] - problem.cost[from]);
    return Math.min(slope, 1e18);
  }

  private void fill(double[] value, int increments) {
    double[] cost = problem.cost;
    double left = problem.budget - Sums.of(cost, plan);
    double slack = Sums.slack(problem.budget);
    double filled = Sums.of(value, plan);
    double units = Sums.of(problem.units, plan);
    Arrays.fill(blocked, false);
    whole = true;
    multiplier = 0;
    for (int k = 0; k < increments; k++) {
      int increment = order[k];
      int item = incrementItem[increment];
      if (blocked[item]) {
        continue;
      }
      int to = incrementStep[increment];
      int from = plan[item];
      double extraCost = cost[to] - cost[from];
      if (extraCost <= left + slack) {
        left -= extraCost;
        plan[item] = to;
        if (whole) {
          filled += value[to] - value[from];
          units += problem.units[to] - problem.units[from];
        }
      } else {
        if (whole) {
          whole = false;
          multiplier = -negativeSlope[increment];
          double room = Math.max(0, left);
          filled += (value[to] - value[from]) * (room / extraCost);
          units += (problem.units[to] - problem.units[from]) * (room / extraCost);
        }
        blocked[item] = true;
      }
    }
    bound = filled;
    relaxedUnits = units;
  }
}

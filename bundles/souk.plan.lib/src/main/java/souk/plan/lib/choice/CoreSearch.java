package souk.plan.lib.choice;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Exact search on the expanding core (the idea of Pisinger, "A minimal algorithm for the
 * multiple-choice knapsack problem", EJOR 83, 1995).
 *
 * <p>With multipliers λ of the budget and μ of the units, a step's <em>loss</em> is the reduced
 * value {@code profit − λ·cost + μ·units} it gives up against the best step of its item. A plan's
 * profit is at most the Lagrangian bound less its summed losses, so that partial plans which have
 * lost more than the distance between bound and incumbent are dropped, and the search is over as
 * soon as the least loss of every item left exceeds that distance. Items enter by rising least
 * loss; of two partial plans over the same items the dominated one is dropped. Every partial plan
 * is completed with the best steps of the items left, which raises the incumbent early.
 */
final class CoreSearch {
  /** A relative gap below which only a thirty-second of the effort is spent on a proof. */
  private static final double CLOSE = 1e-7;

  private final ChoiceProblem problem;
  private final int effort;
  private final double bound;
  private final double tolerance;
  private final double[] loss;
  private final int[] bestStep;
  private final int[] order;
  private final double[] leastLoss;
  private final Remainder rest;
  private final double costLimit;
  private final double unitsLimit;
  private final boolean units;
  private final List<PartialPlans> layers = new ArrayList<>();

  private double incumbent;
  private int @Nullable [] bestPlan;
  private int looked;

  CoreSearch(ChoiceProblem problem, double lambda, double mu, double incumbent, int effort) {
    this.problem = problem;
    this.incumbent = incumbent;
    this.effort = effort;
    int items = problem.items();
    loss = new double[problem.steps()];
    bestStep = new int[items];
    leastLoss = new double[items];
    double[] reduced = new double[problem.steps()];
    for (int s = 0; s < reduced.length; s++) {
      reduced[s] = problem.profit[s] - lambda * problem.cost[s] + mu * problem.units[s];
    }
    for (int i = 0; i < items; i++) {
      measureLosses(i, reduced);
    }
    double fixed = Double.isInfinite(problem.budget) ? 0 : lambda * problem.budget;
    bound = fixed - mu * problem.minimumUnits + Sums.of(reduced, bestStep);
    tolerance = 1e-11 * Math.max(1, Math.abs(bound));
    order = new int[items];
    for (int i = 0; i < items; i++) {
      order[i] = i;
    }
    IndexSort.ascending(order, 0, items, leastLoss);
    units = problem.minimumUnits > 0;
    rest = new Remainder(problem, order, bestStep);
    costLimit = problem.budget + Sums.slack(problem.budget) / 2;
    unitsLimit = problem.minimumUnits - Sums.slack(problem.minimumUnits) / 2;
  }

  private void measureLosses(int item, double[] reduced) {
    int best = problem.offsets[item];
    for (int s = best + 1; s < problem.offsets[item + 1]; s++) {
      if (reduced[s] > reduced[best]) {
        best = s;
      }
    }
    bestStep[item] = best;
    double least = Double.POSITIVE_INFINITY;
    for (int s = problem.offsets[item]; s < problem.offsets[item + 1]; s++) {
      loss[s] = reduced[best] - reduced[s];
      if (s != best) {
        least = Math.min(least, loss[s]);
      }
    }
    leastLoss[item] = least;
  }

  /** True when the incumbent, or {@link #bestPlan()} if present, is proven optimal. */
  boolean run() {
    PartialPlans layer = PartialPlans.root();
    for (int k = 0; k < order.length; k++) {
      if (leastLoss[order[k]] >= allowedLoss()) {
        return true;
      }
      PartialPlans candidates = expand(layer, k);
      if (looked > effort || (looked > effort / 32 && allowedLoss() < CLOSE * Math.abs(bound))) {
        return false;
      }
      layer = candidates.undominated(units);
      layers.add(layer);
      if (layer.size == 0) {
        return true;
      }
    }
    return true;
  }

  private double allowedLoss() {
    return bound - incumbent - tolerance;
  }

  private PartialPlans expand(PartialPlans from, int k) {
    int item = order[k];
    int first = problem.offsets[item];
    int last = problem.offsets[item + 1];
    PartialPlans to = new PartialPlans(Math.max(16, from.size * 2));
    double restCost = rest.leastCost[k + 1];
    double restUnits = rest.mostUnits[k + 1];
    for (int state = 0; state < from.size; state++) {
      for (int s = first; s < last; s++) {
        double lost = from.loss[state] + loss[s];
        if (lost >= allowedLoss()) {
          continue;
        }
        double cost = from.cost[state] + problem.cost[s];
        double count = from.units[state] + problem.units[s];
        if (cost + restCost > costLimit || count + restUnits < unitsLimit) {
          continue;
        }
        if (++looked > effort) {
          return to;
        }
        double profit = from.profit[state] + problem.profit[s];
        to.add(profit, cost, count, lost, state, s);
        complete(k, state, s, profit, cost, count);
      }
    }
    return to;
  }

  private void complete(int k, int parent, int step, double profit, double cost, double count) {
    double whole = profit + rest.bestProfit[k + 1];
    if (whole <= incumbent
        || cost + rest.bestCost[k + 1] > costLimit
        || count + rest.bestUnits[k + 1] < unitsLimit) {
      return;
    }
    incumbent = whole;
    int[] plan = bestStep.clone();
    plan[order[k]] = step;
    int state = parent;
    for (int l = k - 1; l >= 0; l--) {
      PartialPlans layer = layers.get(l);
      plan[order[l]] = layer.step[state];
      state = layer.parent[state];
    }
    bestPlan = plan;
  }

  /** The best plan found beyond the given incumbent, as flat step indices, or null. */
  int @Nullable [] bestPlan() {
    return bestPlan;
  }
}

package souk.plan.lib.choice;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Solves a {@link ChoiceProblem}: relaxation by convex hulls, greedy fill, local repair, then an
 * exact search of the core that either proves the answer optimal or stops at its effort limit with
 * the best plan found and the relaxation's bound.
 *
 * <p>Deterministic: equal problems and efforts give equal answers. Holds no state; safe for use by
 * many threads.
 */
public final class ChoiceSolver {
  /** Effort that solves 5,000 items of 15 steps well under half a second on one core. */
  public static final int DEFAULT_EFFORT = 1_500_000;

  private final int effort;

  public ChoiceSolver() {
    this(DEFAULT_EFFORT);
  }

  /**
   * @param effort the greatest number of partial plans the exact search may look at; zero leaves it
   *     out
   */
  public ChoiceSolver(int effort) {
    if (effort < 0) {
      throw new IllegalArgumentException("The effort (%d) must not be negative.".formatted(effort));
    }
    this.effort = effort;
  }

  /**
   * Finds out without solving whether budget and minimum units can be met, up to the relaxation of
   * whole steps.
   *
   * @throws InfeasibleChoiceException if no plan can meet the constraints; names the conflict
   */
  public static void checkFeasible(ChoiceProblem problem) {
    Feasibility.check(problem);
  }

  /**
   * @throws InfeasibleChoiceException if no plan can meet the constraints, or, when budget and
   *     minimum units are both tight, if none was found within the effort
   */
  public ChoiceSolution solve(ChoiceProblem problem) {
    Feasibility.check(problem);
    BudgetRelaxation relaxation = new BudgetRelaxation(problem);
    relaxation.solve(problem.profit);
    Incumbent incumbent = new Incumbent(problem);
    incumbent.offer(relaxation.plan);
    double slackUnits = Sums.slack(problem.minimumUnits);
    if (relaxation.relaxedUnits >= problem.minimumUnits - slackUnits) {
      if (relaxation.whole) {
        return new ChoiceSolution(problem, relaxation.plan, relaxation.bound, true, 0, 0);
      }
      return finish(problem, relaxation.bound, relaxation.multiplier, 0, incumbent);
    }
    UnitsDual dual = new UnitsDual(problem, relaxation, incumbent);
    dual.minimise();
    return finish(problem, dual.bound, dual.budgetMultiplier, dual.unitsMultiplier, incumbent);
  }

  private ChoiceSolution finish(
      ChoiceProblem problem, double bound, double lambda, double mu, Incumbent incumbent) {
    int @Nullable [] plan = incumbent.plan();
    if (plan != null) {
      int[] repaired = plan.clone();
      LocalRepair.improve(problem, repaired);
      incumbent.offer(repaired);
    }
    CoreSearch core = new CoreSearch(problem, lambda, mu, incumbent.profit(), effort);
    boolean complete = core.run();
    int @Nullable [] found = core.bestPlan();
    boolean kept = found == null || incumbent.offer(found);
    int @Nullable [] best = incumbent.plan();
    if (best == null) {
      throw Feasibility.noneFound(problem, complete);
    }
    return new ChoiceSolution(problem, best, bound, complete && kept, lambda, mu);
  }

  /** The best plan so far that keeps every constraint by compensated sums in item order. */
  static final class Incumbent {
    private final ChoiceProblem problem;
    private int @Nullable [] plan;
    private double profit = Double.NEGATIVE_INFINITY;

    Incumbent(ChoiceProblem problem) {
      this.problem = problem;
    }

    /** Takes the plan if it is feasible and not worse; false when it breaks a constraint. */
    boolean offer(int[] candidate) {
      double cost = Sums.of(problem.cost, candidate);
      double units = Sums.of(problem.units, candidate);
      if (cost > problem.budget + Sums.slack(problem.budget)
          || units < problem.minimumUnits - Sums.slack(problem.minimumUnits)) {
        return false;
      }
      double value = Sums.of(problem.profit, candidate);
      if (value > profit) {
        profit = value;
        plan = Arrays.copyOf(candidate, candidate.length);
      }
      return true;
    }

    int @Nullable [] plan() {
      return plan;
    }

    double profit() {
      return profit;
    }
  }
}

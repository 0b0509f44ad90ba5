package souk.it.bench;

import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import souk.plan.lib.choice.ChoiceProblem;
import souk.plan.lib.choice.ChoiceSolution;
import souk.plan.lib.choice.ChoiceSolver;
import souk.plan.lib.choice.LadderGenerator;

/** The ladder solver on a retailer's problem, and against brute force on small ones. */
final class PricesBench {
  private static final int ITEMS = 5_000;
  private static final int STEPS = 15;
  private static final int SMALL = 1_000;
  private static final double LIMIT_SECONDS = 0.5;
  private static final double LIMIT_GAP = 1e-4;

  private PricesBench() {}

  static Result run() {
    ChoiceSolver solver = new ChoiceSolver();
    double[] seconds = new double[9];
    double worstGap = 0;
    for (int run = -4; run < seconds.length; run++) {
      ChoiceProblem problem = LadderGenerator.random(ITEMS, STEPS, 20 + run);
      long begin = System.nanoTime();
      ChoiceSolution solution = solver.solve(problem);
      double took = (System.nanoTime() - begin) / 1e9;
      if (run >= 0) {
        seconds[run] = took;
        worstGap = Math.max(worstGap, solution.gap());
        System.out.printf(
            Locale.ROOT,
            "run %d: %.3f s, objective %.2f, bound %.2f, gap %.2e%n",
            run + 1,
            took,
            solution.objective(),
            solution.bound(),
            solution.gap());
      }
    }
    int equal = equalToBruteForce(solver);
    Arrays.sort(seconds);
    double median = seconds[seconds.length / 2];
    return new Result("prices")
        .with("items", ITEMS)
        .with("steps", STEPS)
        .with("seconds", median, 3)
        .with("gap", String.format(Locale.ROOT, "%.2e", worstGap))
        .with("worstSeconds", seconds[seconds.length - 1], 3)
        .with("bruteForceEqual", equal + "/" + SMALL)
        .require(median <= LIMIT_SECONDS, "seconds <= " + LIMIT_SECONDS)
        .require(worstGap <= LIMIT_GAP, "gap <= " + LIMIT_GAP)
        .require(equal == SMALL, "equal to brute force on all small instances");
  }

  private static int equalToBruteForce(ChoiceSolver solver) {
    int equal = 0;
    SplittableRandom random = new SplittableRandom(4);
    for (int i = 0; i < SMALL; i++) {
      ChoiceProblem problem =
          LadderGenerator.random(random.nextInt(1, 7), random.nextInt(1, 6), random.nextLong());
      double best = bruteForce(problem);
      double found = solver.solve(problem).objective();
      equal += Math.abs(best - found) <= 1e-9 * Math.max(1, Math.abs(best)) ? 1 : 0;
    }
    return equal;
  }

  /** Every combination of steps, profits summed in item order. */
  private static double bruteForce(ChoiceProblem problem) {
    int[] choice = new int[problem.items()];
    double best = Double.NEGATIVE_INFINITY;
    int carried;
    do {
      double profit = 0;
      double cost = 0;
      for (int i = 0; i < choice.length; i++) {
        profit += problem.profit(i, choice[i]);
        cost += problem.cost(i, choice[i]);
      }
      if (cost <= problem.budget() * (1 + 1e-12)) {
        best = Math.max(best, profit);
      }
      carried = 0;
      while (carried < choice.length && ++choice[carried] == problem.steps(carried)) {
        choice[carried++] = 0;
      }
    } while (carried < choice.length);
    return best;
  }
}

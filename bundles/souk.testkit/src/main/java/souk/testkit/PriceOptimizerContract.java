package souk.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import souk.plan.api.InfeasibleException;
import souk.plan.api.LadderItem;
import souk.plan.api.LadderProblem;
import souk.plan.api.LadderSolution;
import souk.plan.api.LadderStep;
import souk.plan.spi.PriceOptimizer;

/** What every {@link PriceOptimizer} must keep. Extend it and give the strategy. */
public abstract class PriceOptimizerContract {
  /** The strategy under test; may be a new one each time. */
  protected abstract PriceOptimizer subject();

  @Test
  protected void choosesOneStepPerItemWithinTheBudget() {
    SplittableRandom random = new SplittableRandom(17);
    for (int n = 0; n < 100; n++) {
      LadderProblem problem = randomProblem(random, random.nextInt(1, 40), 8);
      LadderSolution solution = subject().optimize(problem);
      assertEquals(problem.items().size(), solution.choice().size());
      double profit = 0;
      double cost = 0;
      for (int i = 0; i < problem.items().size(); i++) {
        LadderStep step = problem.items().get(i).steps().get(solution.choice().get(i));
        profit += step.profit();
        cost += step.cost();
      }
      assertTrue(cost <= problem.budget() + 1e-9 * (1 + cost), "the budget is kept");
      assertEquals(profit, solution.objective(), 1e-9 * (1 + Math.abs(profit)), "objective");
      assertTrue(solution.bound() >= solution.objective() - 1e-9 * (1 + Math.abs(profit)), "bound");
    }
  }

  @Test
  protected void theBoundIsNeverBelowWhatBruteForceFinds() {
    SplittableRandom random = new SplittableRandom(18);
    for (int n = 0; n < 200; n++) {
      LadderProblem problem = randomProblem(random, random.nextInt(1, 6), 4);
      double best = bruteForce(problem, 0, 0, 0);
      LadderSolution solution = subject().optimize(problem);
      assertTrue(solution.bound() >= best - 1e-9, solution.bound() + " below " + best);
      assertTrue(solution.objective() <= best + 1e-9, solution.objective() + " above " + best);
      if (solution.optimal()) {
        assertEquals(best, solution.objective(), 1e-9);
      }
    }
  }

  @Test
  protected void sameProblemSameAnswer() {
    LadderProblem problem = randomProblem(new SplittableRandom(19), 200, 10);
    assertEquals(subject().optimize(problem), subject().optimize(problem));
  }

  @Test
  protected void safeUnderEightThreads() {
    PriceOptimizer shared = subject();
    LadderProblem problem = randomProblem(new SplittableRandom(20), 100, 10);
    LadderSolution expected = shared.optimize(problem);
    List<LadderSolution> answers =
        IntStream.range(0, 8).parallel().mapToObj(i -> shared.optimize(problem)).toList();
    answers.forEach(answer -> assertEquals(expected, answer));
  }

  @Test
  protected void aBudgetBelowTheLeastCostIsInfeasibleAndNamed() {
    LadderProblem problem =
        new LadderProblem(List.of(new LadderItem("a", List.of(new LadderStep(1, 1, 1, 10)))), 5, 0);
    InfeasibleException refusal =
        assertThrows(InfeasibleException.class, () -> subject().optimize(problem));
    assertFalse(refusal.conflict().isEmpty());
  }

  @Test
  protected void aSingleStepIsTaken() {
    LadderProblem problem =
        new LadderProblem(
            List.of(new LadderItem("a", List.of(new LadderStep(1, -3, 0, 0)))),
            Double.POSITIVE_INFINITY,
            0);
    LadderSolution solution = subject().optimize(problem);
    assertEquals(List.of(0), solution.choice());
    assertEquals(-3, solution.objective());
  }

  private static LadderProblem randomProblem(SplittableRandom random, int items, int steps) {
    List<LadderItem> itemList = new ArrayList<>();
    double most = 0;
    for (int i = 0; i < items; i++) {
      List<LadderStep> stepList = new ArrayList<>();
      double dearest = 0;
      for (int s = 0; s < random.nextInt(1, steps + 1); s++) {
        double cost = s == 0 ? 0 : random.nextInt(0, 20);
        stepList.add(
            new LadderStep(
                random.nextDouble(1, 9), random.nextInt(-5, 40), random.nextInt(0, 30), cost));
        dearest = Math.max(dearest, cost);
      }
      most += dearest;
      itemList.add(new LadderItem("item-" + i, stepList));
    }
    return new LadderProblem(itemList, Math.rint(most * random.nextDouble()), 0);
  }

  private static double bruteForce(LadderProblem problem, int item, double profit, double cost) {
    if (cost > problem.budget()) {
      return Double.NEGATIVE_INFINITY;
    }
    if (item == problem.items().size()) {
      return profit;
    }
    double best = Double.NEGATIVE_INFINITY;
    for (LadderStep s : problem.items().get(item).steps()) {
      best = Math.max(best, bruteForce(problem, item + 1, profit + s.profit(), cost + s.cost()));
    }
    return best;
  }
}

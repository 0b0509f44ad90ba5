package souk.plan.lib.choice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class GreedyChoiceTest {
  private final GreedyChoice greedy = new GreedyChoice();

  @Test
  void staysFeasibleAndBelowItsBoundOnSmallProblems() {
    SplittableRandom random = new SplittableRandom(21);
    double reached = 0;
    double possible = 0;
    for (int n = 0; n < 500; n++) {
      ChoiceProblem problem = SmallProblems.random(random, false);
      double best = BruteForce.best(problem);
      if (!Double.isInfinite(best)) {
        ChoiceSolution solution = greedy.solve(problem);
        assertTrue(solution.cost() <= problem.budget() + 1e-9, "budget of problem " + n);
        assertTrue(solution.objective() <= best + 1e-9, "problem " + n);
        assertTrue(solution.bound() >= best - 1e-9, "bound of problem " + n);
        reached += solution.objective();
        possible += best;
      }
    }
    assertTrue(reached > 0.93 * possible, reached + " of " + possible);
  }

  @Test
  void comesCloseToTheOptimumOnALargeProblem() {
    ChoiceProblem problem = LadderGenerator.random(2_000, 15, 4);
    double optimum = new ChoiceSolver().solve(problem).objective();
    double reached = greedy.solve(problem).objective();
    assertTrue(reached > 0.95 * optimum && reached <= optimum, reached + " of " + optimum);
  }

  @Test
  void reachesAMinimumOfUnits() {
    ChoiceProblem problem =
        ChoiceProblem.builder()
            .item("a")
            .step(3, 9, 1, 0)
            .step(2, 5, 10, 3)
            .item("b")
            .step(3, 9, 1, 0)
            .step(2, 8, 10, 3)
            .budget(5)
            .minimumUnits(11)
            .build();
    ChoiceSolution solution = greedy.solve(problem);
    assertTrue(solution.units() >= 11);
    assertTrue(solution.cost() <= 5);
  }

  @Test
  void namesTheConflictLikeTheSolver() {
    ChoiceProblem problem = ChoiceProblem.builder().item("a").step(1, 5, 1, 40).budget(3).build();
    InfeasibleChoiceException refusal =
        assertThrows(InfeasibleChoiceException.class, () -> greedy.solve(problem));
    assertEquals("budget", refusal.conflict());
  }
}

package souk.plan.lib.ladder;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LadderSolverTest {
  private final LadderSolver solver = new LadderSolver();

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void equalsBruteForceOnAThousandSmallProblems(boolean withUnits) {
    SplittableRandom random = new SplittableRandom(withUnits ? 11 : 7);
    int solved = 0;
    int refused = 0;
    for (int n = 0; n < 1_000; n++) {
      LadderProblem problem = SmallProblems.random(random, withUnits);
      double best = BruteForce.best(problem);
      if (Double.isInfinite(best)) {
        assertThrows(InfeasibleLadderException.class, () -> solver.solve(problem));
        refused++;
        continue;
      }
      LadderSolution solution = solver.solve(problem);
      assertEquals(best, solution.objective(), 1e-9, "problem " + n);
      assertTrue(solution.optimal(), "problem " + n);
      assertTrue(solution.relaxationBound() >= best - 1e-9, "bound of problem " + n);
      assertTrue(solution.cost() <= problem.budget() + 1e-9, "budget of problem " + n);
      assertTrue(solution.units() >= problem.minimumUnits() - 1e-9, "units of problem " + n);
      solved++;
    }
    assertTrue(solved > 500 && refused > 10, solved + " solved, " + refused + " refused");
  }

  @Test
  void withoutTheExactSearchTheAnswerStaysFeasibleAndBounded() {
    SplittableRandom random = new SplittableRandom(3);
    LadderSolver quick = new LadderSolver(0);
    for (int n = 0; n < 300; n++) {
      LadderProblem problem = SmallProblems.random(random, false);
      double best = BruteForce.best(problem);
      if (!Double.isInfinite(best)) {
        LadderSolution solution = quick.solve(problem);
        assertTrue(solution.objective() <= best + 1e-9);
        assertTrue(solution.bound() >= best - 1e-9, "bound of problem " + n);
        assertTrue(solution.cost() <= problem.budget() + 1e-9);
      }
    }
  }

  @Test
  void fiveThousandItemsOfFifteenStepsHaveATinyGapAndTheSameAnswerTwice() {
    LadderProblem problem = LadderGenerator.random(5_000, 15, 42);
    LadderSolution first = solver.solve(problem);
    LadderSolution second = solver.solve(problem);
    assertTrue(first.relaxationGap() <= 1e-4, "gap " + first.relaxationGap());
    assertTrue(first.cost() <= problem.budget() * (1 + 1e-12));
    assertArrayEquals(first.choice(), second.choice());
    assertTrue(first.budgetShadowPrice() > 0);
  }

  @Test
  void shadowPriceTellsWhatMoreBudgetBrings() {
    LadderProblem.Builder tight = ladderOfHundred().budget(1_000);
    LadderProblem.Builder wider = ladderOfHundred().budget(1_010);
    LadderSolution at = solver.solve(tight.build());
    LadderSolution more = solver.solve(wider.build());
    double gained = (more.objective() - at.objective()) / 10;
    assertEquals(at.budgetShadowPrice(), gained, 0.05 * gained + 0.02);
  }

  private static LadderProblem.Builder ladderOfHundred() {
    SplittableRandom random = new SplittableRandom(5);
    LadderProblem.Builder builder = LadderProblem.builder();
    for (int i = 0; i < 400; i++) {
      builder.item("i" + i);
      double scale = random.nextDouble(1, 3);
      for (int s = 0; s < 10; s++) {
        builder.step(s, scale * Math.sqrt(s), 1, s);
      }
    }
    return builder;
  }

  @Test
  void decimalsThatHaveNoBinaryFormStillMeetTheirSum() {
    LadderProblem problem =
        LadderProblem.builder()
            .item("a")
            .step(1, 0, 1, 0)
            .step(1, 1, 1, 0.1)
            .item("b")
            .step(1, 0, 1, 0)
            .step(1, 1, 1, 0.2)
            .budget(0.3)
            .build();
    assertEquals(2, solver.solve(problem).objective());
  }

  @Test
  void aBudgetBelowTheLeastCostIsNamed() {
    LadderProblem problem =
        LadderProblem.builder().item("a").step(1, 5, 1, 40).step(2, 9, 1, 50).budget(30).build();
    InfeasibleLadderException refusal =
        assertThrows(InfeasibleLadderException.class, () -> solver.solve(problem));
    assertEquals("budget", refusal.conflict());
    assertTrue(refusal.getMessage().contains("40"), refusal.getMessage());
    assertTrue(refusal.getMessage().contains("30"), refusal.getMessage());
  }

  @Test
  void budgetAndMinimumUnitsInConflictAreNamedTogether() {
    LadderProblem problem =
        LadderProblem.builder()
            .item("a")
            .step(1, 5, 10, 0)
            .step(2, 9, 100, 50)
            .budget(30)
            .minimumUnits(90)
            .build();
    InfeasibleLadderException refusal =
        assertThrows(InfeasibleLadderException.class, () -> solver.solve(problem));
    assertEquals("budget, minimum units", refusal.conflict());
  }

  @Test
  void aTightMinimumOfUnitsOnALargeProblemIsKept() {
    LadderProblem free = LadderGenerator.random(500, 10, 9);
    LadderSolution loose = solver.solve(free);
    LadderProblem.Builder builder = LadderProblem.builder();
    for (int i = 0; i < free.items(); i++) {
      builder.item(free.id(i));
      for (int s = 0; s < free.steps(i); s++) {
        builder.step(free.price(i, s), free.profit(i, s), free.units(i, s), free.cost(i, s));
      }
    }
    double wanted = loose.units() * 1.02;
    LadderSolution bound = solver.solve(builder.budget(free.budget()).minimumUnits(wanted).build());
    assertTrue(bound.units() >= wanted * (1 - 1e-12));
    assertTrue(bound.objective() <= loose.objective());
    assertTrue(bound.unitsShadowPrice() > 0);
    assertTrue(bound.gap() < 1e-3, "gap " + bound.gap());
  }
}

package souk.plan.lib.choice;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChoiceSolverTest {
  private final ChoiceSolver solver = new ChoiceSolver();

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void equalsBruteForceOnAThousandSmallProblems(boolean withUnits) {
    SplittableRandom random = new SplittableRandom(withUnits ? 11 : 7);
    int solved = 0;
    int refused = 0;
    for (int n = 0; n < 1_000; n++) {
      ChoiceProblem problem = SmallProblems.random(random, withUnits);
      double best = BruteForce.best(problem);
      if (Double.isInfinite(best)) {
        assertThrows(InfeasibleChoiceException.class, () -> solver.solve(problem));
        refused++;
        continue;
      }
      ChoiceSolution solution = solver.solve(problem);
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
    ChoiceSolver quick = new ChoiceSolver(0);
    for (int n = 0; n < 300; n++) {
      ChoiceProblem problem = SmallProblems.random(random, false);
      double best = BruteForce.best(problem);
      if (!Double.isInfinite(best)) {
        ChoiceSolution solution = quick.solve(problem);
        assertTrue(solution.objective() <= best + 1e-9);
        assertTrue(solution.bound() >= best - 1e-9, "bound of problem " + n);
        assertTrue(solution.cost() <= problem.budget() + 1e-9);
      }
    }
  }

  @Test
  void fiveThousandItemsOfFifteenStepsHaveATinyGapAndTheSameAnswerTwice() {
    ChoiceProblem problem = LadderGenerator.random(5_000, 15, 42);
    ChoiceSolution first = solver.solve(problem);
    ChoiceSolution second = solver.solve(problem);
    assertTrue(first.relaxationGap() <= 1e-4, "gap " + first.relaxationGap());
    assertTrue(first.cost() <= problem.budget() * (1 + 1e-12));
    assertArrayEquals(first.choice(), second.choice());
    assertTrue(first.budgetShadowPrice() > 0);
  }

  @Test
  void shadowPriceTellsWhatMoreBudgetBrings() {
    ChoiceProblem.Builder tight = ladderOfHundred().budget(1_000);
    ChoiceProblem.Builder wider = ladderOfHundred().budget(1_010);
    ChoiceSolution at = solver.solve(tight.build());
    ChoiceSolution more = solver.solve(wider.build());
    double gained = (more.objective() - at.objective()) / 10;
    assertEquals(at.budgetShadowPrice(), gained, 0.05 * gained + 0.02);
  }

  private static ChoiceProblem.Builder ladderOfHundred() {
    SplittableRandom random = new SplittableRandom(5);
    ChoiceProblem.Builder builder = ChoiceProblem.builder();
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
    ChoiceProblem problem =
        ChoiceProblem.builder()
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
    ChoiceProblem problem =
        ChoiceProblem.builder().item("a").step(1, 5, 1, 40).step(2, 9, 1, 50).budget(30).build();
    InfeasibleChoiceException refusal =
        assertThrows(InfeasibleChoiceException.class, () -> solver.solve(problem));
    assertEquals("budget", refusal.conflict());
    assertTrue(refusal.getMessage().contains("40"), refusal.getMessage());
    assertTrue(refusal.getMessage().contains("30"), refusal.getMessage());
  }

  @Test
  void budgetAndMinimumUnitsInConflictAreNamedTogether() {
    ChoiceProblem problem =
        ChoiceProblem.builder()
            .item("a")
            .step(1, 5, 10, 0)
            .step(2, 9, 100, 50)
            .budget(30)
            .minimumUnits(90)
            .build();
    InfeasibleChoiceException refusal =
        assertThrows(InfeasibleChoiceException.class, () -> solver.solve(problem));
    assertEquals("budget, minimum-units", refusal.conflict());
  }

  @Test
  void aTightMinimumOfUnitsOnALargeProblemIsKept() {
    ChoiceProblem free = LadderGenerator.random(500, 10, 9);
    ChoiceSolution loose = solver.solve(free);
    ChoiceProblem.Builder builder = ChoiceProblem.builder();
    for (int i = 0; i < free.items(); i++) {
      builder.item(free.id(i));
      for (int s = 0; s < free.steps(i); s++) {
        builder.step(free.price(i, s), free.profit(i, s), free.units(i, s), free.cost(i, s));
      }
    }
    double wanted = loose.units() * 1.02;
    ChoiceSolution bound = solver.solve(builder.budget(free.budget()).minimumUnits(wanted).build());
    assertTrue(bound.units() >= wanted * (1 - 1e-12));
    assertTrue(bound.objective() <= loose.objective());
    assertTrue(bound.unitsShadowPrice() > 0);
    assertTrue(bound.gap() < 1e-3, "gap " + bound.gap());
  }
}

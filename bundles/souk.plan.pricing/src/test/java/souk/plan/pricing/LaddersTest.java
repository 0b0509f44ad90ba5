package souk.plan.pricing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import souk.plan.api.ConstraintState;
import souk.plan.api.InfeasibleException;
import souk.plan.api.LadderItem;
import souk.plan.api.LadderProblem;
import souk.plan.api.LadderSolution;
import souk.plan.api.LadderStep;

class LaddersTest {
  private static final LadderItem TEA =
      new LadderItem("tea", List.of(new LadderStep(3, 10, 5, 0), new LadderStep(2, 14, 12, 8)));

  private final LadderLagrangian optimizer = new LadderLagrangian(1_000);

  @Test
  void aBindingBudgetIsReportedWithItsShadowPrice() {
    LadderItem mug = new LadderItem("mug", List.of(new LadderStep(5, 1, 1, 0)));
    LadderSolution solution = optimizer.optimize(new LadderProblem(List.of(TEA, mug), 4, 0));
    ConstraintState budget = solution.constraints().get(0);
    assertEquals("budget", budget.name());
    assertEquals(4, budget.limit());
    assertEquals(0, budget.used());
    assertTrue(budget.binding());
    assertEquals(0.5, budget.shadowPrice(), 1e-12);
    assertEquals(11, solution.objective());
    assertTrue(solution.optimal());
  }

  @Test
  void minimumUnitsAndBudgetInConflictAreBothNamed() {
    LadderProblem problem = new LadderProblem(List.of(TEA), 4, 10);
    InfeasibleException refusal =
        assertThrows(InfeasibleException.class, () -> optimizer.optimize(problem));
    assertEquals(List.of("budget", "minimum-units"), refusal.conflict());
  }

  @Test
  void noBudgetMeansNoBudgetConstraint() {
    LadderSolution solution =
        optimizer.optimize(new LadderProblem(List.of(TEA), Double.POSITIVE_INFINITY, 0));
    assertEquals(List.of(1), solution.choice());
    assertTrue(solution.constraints().isEmpty());
  }
}

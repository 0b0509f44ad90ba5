package souk.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import souk.plan.api.Plan;
import souk.trust.api.Violation;
import souk.trust.spi.PolicyGuard;

/** What every {@link PolicyGuard} must keep. Extend it, give the guard and two plans. */
public abstract class PolicyGuardContract {
  /** The guard under test; may be a new one each time. */
  protected abstract PolicyGuard subject();

  /** A plan this guard has nothing against. */
  protected abstract Plan allowedPlan();

  /** A plan this guard must stop. */
  protected abstract Plan forbiddenPlan();

  @Test
  protected void letsAnAllowedPlanPass() {
    assertTrue(subject().judge(allowedPlan()).isEmpty());
  }

  @Test
  protected void stopsAForbiddenPlanAndSaysWhereAndWhy() {
    List<Violation> violations = subject().judge(forbiddenPlan());
    assertTrue(violations.stream().anyMatch(v -> v.severity() == Violation.Severity.BLOCK));
    for (Violation violation : violations) {
      assertFalse(violation.rule().isBlank());
      assertFalse(violation.where().isBlank());
      assertFalse(violation.reason().code().isBlank());
      assertTrue(violation.reason().text().matches("(?s).*\\d.*"), "figures in the reason");
    }
  }

  @Test
  protected void isPure() {
    PolicyGuard guard = subject();
    Plan plan = forbiddenPlan();
    assertEquals(guard.judge(plan), guard.judge(plan));
  }

  @Test
  protected void safeUnderEightThreads() {
    PolicyGuard guard = subject();
    Plan plan = forbiddenPlan();
    List<Violation> expected = guard.judge(plan);
    IntStream.range(0, 8)
        .parallel()
        .mapToObj(i -> guard.judge(plan))
        .toList()
        .forEach(answer -> assertEquals(expected, answer));
  }
}

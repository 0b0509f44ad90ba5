package souk.edge.shell.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.apache.felix.hc.api.Result;
import org.junit.jupiter.api.Test;
import souk.edge.shell.FakeRouter;
import souk.kernel.api.StrategyState;

class StrategiesCheckTest {
  private final FakeRouter router = new FakeRouter();
  private final StrategiesCheck check = new StrategiesCheck(router);

  @Test
  void healthyWhileTheSelectedOneServes() {
    router.add("theta", StrategyState.PRIMARY);
    router.selected = Optional.of(FakeRouter.ref("theta"));
    assertEquals(Result.Status.OK, check.execute().getStatus());
  }

  @Test
  void aTrippedOrAbsentOneIsAWarning() {
    router.add("theta", StrategyState.WARMED);
    router.add("bad", StrategyState.TRIPPED);
    assertEquals(Result.Status.WARN, check.execute().getStatus());
    router.strategies.remove(1);
    router.selected = Optional.of(FakeRouter.ref("gone"));
    Result result = check.execute();
    assertEquals(Result.Status.WARN, result.getStatus());
    assertTrue(result.toString().contains("gone"));
  }

  @Test
  void aRoleWithoutAnyInRotationIsCritical() {
    router.add("bad", StrategyState.TRIPPED);
    assertEquals(Result.Status.CRITICAL, check.execute().getStatus());
    router.strategies.clear();
    router.selected = Optional.of(FakeRouter.ref("gone"));
    assertEquals(Result.Status.CRITICAL, check.execute().getStatus());
  }
}

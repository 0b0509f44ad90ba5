package souk.edge.shell.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import souk.edge.shell.FakeRouter;
import souk.kernel.api.StrategyState;

class StrategyCommandsTest {
  private final FakeRouter router = new FakeRouter();
  private final StrategyCommands commands = new StrategyCommands(router);

  @Test
  void strategiesAreShownInColumns() {
    assertEquals("No strategy is here.\n", commands.strategies());
    router.add("theta", StrategyState.PRIMARY);
    String[] lines = commands.strategies("Forecaster").split("\n");
    assertEquals(2, lines.length);
    assertTrue(lines[1].startsWith("Forecaster  theta@1.0.0  PRIMARY  12"), lines[1]);
    assertTrue(commands.strategies("Nobody").contains("Forecaster"));
  }

  @Test
  void selectGivesTheReasonOn() {
    router.add("theta", StrategyState.WARMED);
    commands.select("Forecaster", "theta@1.0.0", "better backtest");
    assertEquals(
        List.of("select Forecaster:theta@1.0.0 through shell: better backtest"), router.asked);
  }

  @Test
  void mistakesAreAnsweredWithWords() {
    assertTrue(commands.select("Forecaster", "theta").contains("strategy@version"));
    assertTrue(commands.select("Forecaster", "gone@1").contains("no strategy"));
    router.add("theta", StrategyState.PRIMARY);
    assertTrue(commands.drain("Forecaster", "theta@1.0.0").contains("2 calls"));
  }
}

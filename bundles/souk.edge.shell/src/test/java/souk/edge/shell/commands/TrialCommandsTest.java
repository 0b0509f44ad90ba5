package souk.edge.shell.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import souk.edge.shell.FakeRouter;
import souk.edge.shell.FakeTrials;
import souk.kernel.api.TrialStatus.Verdict;

class TrialCommandsTest {
  private final FakeTrials trials = new FakeTrials();
  private final TrialCommands commands = new TrialCommands(trials, new FakeRouter(), trials);

  @Test
  void aCanaryIsGivenInPercent() {
    String shown = commands.canary("Forecaster", "theta@1.0.0", 5, 2_000, "spring");
    assertEquals(
        List.of("canary Forecaster:theta@1.0.0 0.05 2000 through shell: spring"), trials.asked);
    assertTrue(shown.contains("CANARY  RUNNING  7/2000"), shown);
    assertTrue(shown.contains("margin-per-quote -10.0 % [-12.0, -8.0] of 40"), shown);
    assertEquals(Verdict.RUNNING, trials.trials().get(0).verdict());
  }

  @Test
  void mistakesAreAnsweredWithWords() {
    assertTrue(commands.canary("Forecaster", "theta@1.0.0", 500, 10, "").contains("share"));
    assertTrue(commands.shadow("Forecaster", "theta").contains("strategy@version"));
    assertTrue(commands.rollback("Forecaster").contains("earlier selections"));
    assertEquals("No strategy was tried yet.\n", commands.trials());
  }

  @Test
  void theHistoryNamesWhoAndWhy() {
    commands.shadow("Forecaster", "theta@1.0.0", "see");
    String[] lines = commands.history("Forecaster").split("\n");
    assertEquals(2, lines.length);
    assertTrue(lines[1].endsWith("shadow  Forecaster:theta@1.0.0                 see"), lines[1]);
    assertEquals(1, commands.history("Nobody").split("\n").length);
  }
}

package souk.edge.webconsole.logs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogLevelsTest {
  private final LoggerContext context = new LoggerContext();
  private final LogLevels levels = new LogLevels(context);

  @Test
  void aChangeHoldsAtOnceAndCanBeTakenBack() {
    context.getLogger("souk").setLevel(Level.INFO);
    assertEquals("INFO", levels.set("souk", "DEBUG"));
    assertTrue(context.getLogger("souk.offer").isDebugEnabled());
    assertEquals(Optional.of("INFO"), entry("souk").before());
    levels.set("souk", "TRACE");
    assertEquals("INFO", levels.reset("souk"));
    assertEquals(Level.INFO, context.getLogger("souk").getLevel());
    assertEquals(Optional.empty(), entry("souk").before());
  }

  @Test
  void aLoggerWithoutLevelGoesBackToTheOneAboveIt() {
    assertEquals(LogLevels.INHERITED, levels.set("souk.plan", "ERROR"));
    assertEquals("ERROR", entry("souk.plan").level());
    assertEquals(LogLevels.INHERITED, levels.reset("souk.plan"));
    assertEquals(Level.DEBUG, context.getLogger("souk.plan").getEffectiveLevel());
    assertThrows(IllegalArgumentException.class, () -> levels.reset("souk.plan"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b", "x\ny", "<b>", "1x", "a..b"})
  void namesThatNoLoggerHasAreRefused(String name) {
    assertThrows(IllegalArgumentException.class, () -> levels.set(name, "INFO"));
  }

  @Test
  void unknownLevelsAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> levels.set("souk", "LOUD"));
  }

  private LogLevels.Entry entry(String logger) {
    return levels.entries().stream()
        .filter(e -> e.logger().equals(logger))
        .findFirst()
        .orElseThrow();
  }
}

package souk.trust.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GuardLimitsTest {
  private final GuardLimits check = new GuardLimits();

  @Test
  void refusesWhatTheGuardWouldRefuseAndNothingElse() {
    assertEquals(Optional.empty(), check.refuses(Map.of("marginFloorShare", "0.05")));
    assertEquals(
        "marginFloorShare (5 %) must be a decimal number such as 0.15.",
        check.refuses(Map.of("marginFloorShare", "5 %")).orElseThrow());
    String percent =
        check
            .refuses(Map.of("maximumDepthShare", "0.5", "secondPersonDepthShare", "30"))
            .orElseThrow();
    assertTrue(percent.contains("secondPersonDepthShare (30)"), percent);
    assertTrue(percent.contains("Maybe it was given in percent."), percent);
  }
}

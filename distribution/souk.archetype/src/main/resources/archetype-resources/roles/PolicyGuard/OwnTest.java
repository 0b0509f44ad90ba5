package ${package};

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import souk.testkit.PlantedPlans;

/** What this guard promises. */
class ${className}Test {
  @Test
  void allowsAsManyChangesAsWereSet() {
    assertTrue(new ${className}(0).judge(PlantedPlans.changing(0)).isEmpty());
    assertTrue(new ${className}(5).judge(PlantedPlans.changing(5)).isEmpty());
    assertEquals(1, new ${className}(4).judge(PlantedPlans.changing(5)).size());
  }

  @Test
  void refusesANegativeLimit() {
    assertThrows(IllegalArgumentException.class, () -> new ${className}(-1));
  }

  @Test
  void bundleAndStrategyHaveTheSameVersion() {
    assertEquals(System.getProperty("project.version"), ${className}.VERSION);
  }
}

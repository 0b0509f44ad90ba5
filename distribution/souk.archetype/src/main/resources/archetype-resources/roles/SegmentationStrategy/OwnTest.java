package ${package};

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import souk.customer.api.Segmentation;
import souk.customer.spi.SegmentationTask;
import souk.testkit.PlantedShop;

/** What this segmentation promises. */
class ${className}Test {
  private static final SegmentationTask TASK =
      new SegmentationTask(PlantedShop.UNTIL, Currency.getInstance("GBP"), 1, Instant.EPOCH);

  @Test
  void cutsWhereItWasSet() {
    Segmentation result = new ${className}(20).segment(PlantedShop.purchases(1), TASK);
    assertEquals("lower-spend", result.segments().get(1).id());
    assertEquals(PlantedShop.CUSTOMERS / 5, result.segments().get(1).customers());
  }

  @Test
  void refusesAShare() {
    assertThrows(IllegalArgumentException.class, () -> new ${className}(0));
  }

  @Test
  void bundleAndStrategyHaveTheSameVersion() {
    assertEquals(System.getProperty("project.version"), ${className}.VERSION);
  }
}

package souk.customer.segmentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Currency;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import souk.customer.api.Segmentation;
import souk.customer.spi.SegmentationStrategy;
import souk.customer.spi.SegmentationTask;
import souk.testkit.PlantedShop;
import souk.testkit.SegmentationStrategyContract;

@Tag("slow")
class LifetimeValueTest extends SegmentationStrategyContract {
  @Override
  protected SegmentationStrategy subject() {
    return new LifetimeValue();
  }

  @Test
  void whoWillSpendMostIsOfHighValue() {
    Segmentation result =
        subject()
            .segment(
                PlantedShop.purchases(1),
                new SegmentationTask(
                    PlantedShop.UNTIL, Currency.getInstance("GBP"), 1, Instant.EPOCH));
    assertEquals("high-value", result.segments().get(0).id());
    assertEquals("low-value", result.memberships().get(PlantedShop.customer(2)));
    assertTrue(result.segments().get(0).revenueShare() > 0.3);
  }
}

package souk.customer.segmentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import souk.customer.api.CustomerSegment;
import souk.customer.api.Segmentation;
import souk.customer.spi.SegmentationStrategy;
import souk.customer.spi.SegmentationTask;
import souk.testkit.PlantedShop;
import souk.testkit.SegmentationStrategyContract;

class RfmQuantileTest extends SegmentationStrategyContract {
  @Override
  protected SegmentationStrategy subject() {
    return new RfmQuantile();
  }

  @Test
  void championsLeadAndTheLongGoneHibernate() {
    Segmentation result =
        new RfmQuantile()
            .segment(
                PlantedShop.purchases(1),
                new SegmentationTask(
                    PlantedShop.UNTIL, Currency.getInstance("GBP"), 1, Instant.EPOCH));
    CustomerSegment first = result.segments().get(0);
    assertEquals("champions", first.id());
    assertEquals("Champions", first.name());
    assertEquals("segment.recency", first.reasons().get(0).code());
    assertTrue(first.revenueShare() > 0.3, "share " + first.revenueShare());
    assertEquals("hibernating", result.memberships().get(PlantedShop.customer(2)));
    assertTrue(Double.isNaN(result.stability()));
  }
}

package souk.customer.core;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.annotation.Annotation;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import souk.customer.spi.SegmentationStrategy;
import souk.data.api.Document;
import souk.data.spi.CustomerData;
import souk.kernel.api.Progress;
import souk.model.CustomerKey;
import souk.testkit.CustomerDataContract;
import souk.testkit.DirectRouter;
import souk.testkit.InMemoryDocuments;
import souk.testkit.PlantedShop;

/** A customer is taken out of every kept run, not of the latest alone. */
class SegmentsErasureTest extends CustomerDataContract {
  private final InMemoryDocuments documents =
      new InMemoryDocuments(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
  private final DefaultSegments segments =
      new DefaultSegments(
          new DirectRouter().add(SegmentationStrategy.class, "s", ToyStrategies.bySpend()),
          new LoadedSales().load(PlantedShop.purchases(1)),
          documents,
          new Settings(),
          Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));

  private static final class Settings implements DefaultSegments.Config {
    @Override
    public long seed() {
      return 7;
    }

    @Override
    public long deadlineMillis() {
      return 10_000;
    }

    @Override
    public Class<? extends Annotation> annotationType() {
      return DefaultSegments.Config.class;
    }
  }

  @Override
  protected CustomerData data() {
    segments.run(Optional.empty(), Progress.none());
    segments.run(Optional.empty(), Progress.none());
    return segments;
  }

  @Override
  protected CustomerKey erased() {
    return PlantedShop.customer(0);
  }

  @Override
  protected CustomerKey staying() {
    return PlantedShop.customer(2);
  }

  @Override
  protected boolean knows(CustomerKey customer) {
    return segments.segmentOf(customer).isPresent()
        || documents.history(RunStore.KIND, RunStore.ID).stream()
            .map(Document::bodyJson)
            .anyMatch(body -> body.contains('"' + customer.value() + '"'));
  }

  @Test
  void aRunThatReadTheCustomerBeforeIsNotKept() {
    Progress erasing =
        (done, total, message) -> {
          if (done == 2) {
            segments.erase(erased());
          }
        };
    IllegalStateException refused =
        assertThrows(IllegalStateException.class, () -> segments.run(Optional.empty(), erasing));
    assertTrue(refused.getMessage().contains("erased while"), refused.getMessage());
    assertTrue(segments.latest().isEmpty());
  }
}

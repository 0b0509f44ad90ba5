package souk.customer.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.annotation.Annotation;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import souk.customer.api.Segmentation;
import souk.customer.api.SegmentationRun;
import souk.customer.spi.SegmentationStrategy;
import souk.data.api.Documents;
import souk.kernel.api.Progress;
import souk.model.CustomerKey;
import souk.testkit.DirectRouter;
import souk.testkit.InMemoryDocuments;
import souk.testkit.PlantedShop;

class DefaultSegmentsTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2024-01-02T03:04:05Z"), ZoneOffset.UTC);
  private final InMemoryDocuments documents = new InMemoryDocuments(CLOCK);
  private final LoadedSales sales = new LoadedSales().load(PlantedShop.purchases(1));

  @Test
  void runsTheSelectedStrategyAndAnswersLookUps() {
    DefaultSegments segments = segments(router());
    assertEquals(Optional.empty(), segments.segmentOf(PlantedShop.customer(0)));
    SegmentationRun run = segments.run(Optional.empty(), Progress.none());
    assertEquals("by-spend@1.0.0", run.strategy());
    assertEquals(Optional.of(run), segments.latest());
    assertEquals(Optional.of("big"), segments.segmentOf(PlantedShop.customer(0)));
    assertEquals(Optional.of("small"), segments.segmentOf(PlantedShop.customer(2)));
    assertEquals(Optional.empty(), segments.segmentOf(new CustomerKey("nobody")));
    assertTrue(run.migration().isEmpty());
  }

  @Test
  void aRestartFindsTheSameRun() {
    SegmentationRun run = segments(router()).run(Optional.empty(), Progress.none());
    SegmentationRun found = segments(router()).latest().orElseThrow();
    assertEquals(run.id(), found.id());
    assertEquals(run.strategy(), found.strategy());
    assertEquals(run.migration(), found.migration());
    Segmentation before = run.segmentation();
    Segmentation after = found.segmentation();
    assertEquals(before.segments(), after.segments());
    assertEquals(before.memberships(), after.memberships());
    assertEquals(before.stability(), after.stability());
    assertEquals(before.provenance().options(), after.provenance().options());
    assertEquals(before.provenance().seed(), after.provenance().seed());
    assertEquals(before.provenance().createdAt(), after.provenance().createdAt());
  }

  @Test
  void countsWhoMovedAndKeepsTheRunBefore() {
    DefaultSegments segments = segments(router());
    segments.run(Optional.of("by-spend"), Progress.none());
    SegmentationRun second = segments.run(Optional.of("by-number"), Progress.none());
    assertEquals(
        Map.of("big→even", 25, "big→odd", 25, "small→even", 50, "small→odd", 50),
        second.migration());
    assertEquals(2, documents.history(RunStore.KIND, RunStore.ID).size());
  }

  @Test
  void namesTheStrategiesThatAreThere() {
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> segments(router()).run(Optional.of("horoscope"), Progress.none()));
    assertTrue(refused.getMessage().contains("horoscope"));
    assertTrue(refused.getMessage().contains("by-spend"));
  }

  @Test
  void aRefusingStrategyIsReplacedAndTheReasonKept() {
    DirectRouter router =
        new DirectRouter()
            .add(SegmentationStrategy.class, "refusing", ToyStrategies.refusing())
            .add(SegmentationStrategy.class, "by-spend", ToyStrategies.bySpend());
    SegmentationRun run = segments(router).run(Optional.empty(), Progress.none());
    assertEquals("by-spend@1.0.0", run.strategy());
    assertEquals(Optional.of("refusing needs a miracle, there was none"), run.fallbackReason());
    DefaultSegments segments = segments(router);
    IllegalStateException refused =
        assertThrows(
            IllegalStateException.class,
            () -> segments.run(Optional.of("refusing"), Progress.none()));
    assertTrue(refused.getMessage().contains("refusing needs a miracle"), refused.getMessage());
    assertEquals("by-spend@1.0.0", segments.latest().orElseThrow().strategy());
  }

  @Test
  void saysSoIfEveryStrategyRefusesOrFails() {
    DirectRouter router =
        new DirectRouter()
            .add(SegmentationStrategy.class, "refusing", ToyStrategies.refusing())
            .add(SegmentationStrategy.class, "inconsistent", ToyStrategies.inconsistent());
    DefaultSegments segments = segments(router);
    IllegalStateException failed =
        assertThrows(
            IllegalStateException.class, () -> segments.run(Optional.empty(), Progress.none()));
    assertTrue(failed.getMessage().contains("miracle"), failed.getMessage());
    assertTrue(failed.getMessage().contains("not described"), failed.getMessage());
    assertEquals(Optional.empty(), segments.latest());
  }

  @Test
  void saysThatNothingIsLoaded() {
    DefaultSegments segments =
        new DefaultSegments(router(), new LoadedSales(), documents, config(), CLOCK);
    IllegalStateException refused =
        assertThrows(
            IllegalStateException.class, () -> segments.run(Optional.empty(), Progress.none()));
    assertTrue(refused.getMessage().contains("Maybe"));
  }

  @Test
  void aDamagedDocumentDoesNotPreventTheStart() {
    documents.put(new Documents.Put(RunStore.KIND, RunStore.ID, -1, "{\"format\":99}"));
    DefaultSegments segments = segments(router());
    assertFalse(segments.latest().isPresent());
    segments.run(Optional.empty(), Progress.none());
    assertTrue(segments.latest().isPresent());
  }

  @Test
  void aLookUpTakesFarLessThanAMillisecond() {
    DefaultSegments segments = segments(router());
    segments.run(Optional.empty(), Progress.none());
    List<CustomerKey> keys =
        java.util.stream.IntStream.range(0, PlantedShop.CUSTOMERS)
            .mapToObj(PlantedShop::customer)
            .toList();
    long start = System.nanoTime();
    int found = 0;
    for (int i = 0; i < 100_000; i++) {
      found += segments.segmentOf(keys.get(i % keys.size())).isPresent() ? 1 : 0;
    }
    long nanosEach = (System.nanoTime() - start) / 100_000;
    assertEquals(100_000, found);
    assertTrue(nanosEach < 100_000, nanosEach + " ns per look-up");
  }

  private DefaultSegments segments(DirectRouter router) {
    return new DefaultSegments(router, sales, documents, config(), CLOCK);
  }

  private static DirectRouter router() {
    return new DirectRouter()
        .add(SegmentationStrategy.class, "by-spend", ToyStrategies.bySpend())
        .add(SegmentationStrategy.class, "by-number", ToyStrategies.byNumber());
  }

  private static DefaultSegments.Config config() {
    return new DefaultSegments.Config() {
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
    };
  }
}

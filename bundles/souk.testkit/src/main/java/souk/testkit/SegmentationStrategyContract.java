package souk.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import souk.customer.api.CustomerSegment;
import souk.customer.api.Segmentation;
import souk.customer.spi.SegmentationStrategy;
import souk.customer.spi.SegmentationTask;
import souk.model.PurchaseLog;

/**
 * What every {@link SegmentationStrategy} must keep. Extend it and name your strategy. All tests
 * run on one instance, so that what several of them look at is computed once.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class SegmentationStrategyContract {
  private static final SegmentationTask TASK =
      new SegmentationTask(
          PlantedShop.UNTIL,
          Currency.getInstance("GBP"),
          42,
          Instant.parse("2024-01-01T06:00:00Z"));

  private final Once<Segmentation> usual =
      new Once<>(() -> subject().segment(PlantedShop.purchases(1), TASK));

  /** The strategy under test. */
  protected abstract SegmentationStrategy subject();

  @Test
  void putsEveryKnownCustomerIntoExactlyOneNamedSegment() {
    Segmentation result = usual.get();
    assertEquals(PlantedShop.CUSTOMERS, result.memberships().size());
    Map<String, Integer> members = new HashMap<>();
    result.memberships().values().forEach(id -> members.merge(id, 1, Integer::sum));
    Set<String> ids = new HashSet<>();
    for (CustomerSegment segment : result.segments()) {
      assertTrue(ids.add(segment.id()), segment.id() + " occurs twice");
      assertTrue(segment.id().matches("[a-z0-9]+(-[a-z0-9]+)*"), segment.id());
      assertFalse(segment.name().isBlank());
      assertFalse(segment.reasons().isEmpty());
      assertEquals(members.getOrDefault(segment.id(), 0), segment.customers());
    }
    assertTrue(ids.containsAll(members.keySet()), members.keySet() + " against " + ids);
  }

  @Test
  void figuresAddUpToTheLog() {
    PurchaseLog log = PlantedShop.purchases(1);
    Segmentation result = usual.get();
    long spent =
        IntStream.range(0, log.rows())
            .filter(r -> log.customer(r) >= 0)
            .mapToLong(log::amountMinor)
            .sum();
    assertEquals(spent, result.segments().stream().mapToLong(s -> s.revenue().amountMinor()).sum());
    assertEquals(
        1, result.segments().stream().mapToDouble(CustomerSegment::revenueShare).sum(), 1e-9);
    for (CustomerSegment segment : result.segments()) {
      assertEquals(TASK.currency(), segment.revenue().currency());
      assertTrue(segment.meanRecencyDays() > 0 && segment.meanFrequency() > 0);
    }
  }

  @Test
  void theMostValuableSegmentIsFirst() {
    List<CustomerSegment> segments = usual.get().segments();
    for (int i = 1; i < segments.size(); i++) {
      assertTrue(segments.get(i - 1).meanRevenue().compareTo(segments.get(i).meanRevenue()) >= 0);
    }
  }

  @Test
  void neverMixesThePlantedBestAndWorstThird() {
    Map<?, String> memberships = usual.get().memberships();
    Set<String> best = new HashSet<>();
    Set<String> worst = new HashSet<>();
    for (int c = 0; c < PlantedShop.CUSTOMERS; c++) {
      String id = memberships.get(PlantedShop.customer(c));
      if (c % 3 == 0) {
        best.add(id);
      } else if (c % 3 == 2) {
        worst.add(id);
      }
    }
    best.retainAll(worst);
    assertEquals(Set.of(), best);
  }

  @Test
  void sameSeedSameAnswerAlsoUnderEightThreads() {
    SegmentationStrategy strategy = subject();
    PurchaseLog log = PlantedShop.purchases(1);
    Segmentation expected = usual.get();
    IntStream.range(0, 8)
        .parallel()
        .mapToObj(i -> strategy.segment(log, TASK))
        .forEach(
            answer -> {
              assertEquals(expected.memberships(), answer.memberships());
              assertEquals(expected.segments(), answer.segments());
              assertEquals(expected.stability(), answer.stability());
            });
  }

  @Test
  void howTheLogNumbersCustomersDoesNotMatter() {
    PurchaseLog log = PlantedShop.purchases(4);
    Segmentation expected = subject().segment(log, TASK);
    Segmentation answer = subject().segment(PlantedShop.renumbered(log), TASK);
    assertEquals(expected.memberships(), answer.memberships());
    assertEquals(expected.segments(), answer.segments());
    assertEquals(expected.provenance().inputFingerprint(), answer.provenance().inputFingerprint());
  }

  @Test
  void doesNotLookAtTheDayOfTheTaskOrLater() {
    SegmentationTask earlier =
        new SegmentationTask(
            PlantedShop.UNTIL.minusDays(100), TASK.currency(), TASK.seed(), TASK.now());
    PurchaseLog log = PlantedShop.purchases(1);
    long until = earlier.until().toEpochDay();
    long spent =
        IntStream.range(0, log.rows())
            .filter(r -> log.customer(r) >= 0 && log.epochDay(r) < until)
            .mapToLong(log::amountMinor)
            .sum();
    Segmentation result = subject().segment(log, earlier);
    assertEquals(spent, result.segments().stream().mapToLong(s -> s.revenue().amountMinor()).sum());
  }

  @Test
  void refusesAnEmptyLogWithAReason() {
    PurchaseLog empty =
        new PurchaseLog(
            List.of(),
            List.of(),
            new int[0],
            new int[0],
            new int[0],
            new int[0],
            new double[0],
            new long[0]);
    assertTrue(subject().refuses(empty, TASK).isPresent());
    assertTrue(subject().refuses(PlantedShop.purchases(1), TASK).isEmpty());
  }
}

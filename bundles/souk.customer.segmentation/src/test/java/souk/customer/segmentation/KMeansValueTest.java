package souk.customer.segmentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.annotation.Annotation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import souk.customer.api.CustomerSegment;
import souk.customer.api.Segmentation;
import souk.customer.spi.SegmentationStrategy;
import souk.customer.spi.SegmentationTask;
import souk.kernel.api.RoutingException;
import souk.learn.api.Clustering;
import souk.learn.spi.Clusterer;
import souk.model.PurchaseLog;
import souk.model.Reason;
import souk.testkit.DirectRouter;
import souk.testkit.OnlineRetail;
import souk.testkit.PlantedShop;
import souk.testkit.SegmentationStrategyContract;

class KMeansValueTest extends SegmentationStrategyContract {
  private static final SegmentationTask TASK =
      new SegmentationTask(PlantedShop.UNTIL, Currency.getInstance("GBP"), 5, Instant.EPOCH);

  @Override
  protected SegmentationStrategy subject() {
    return new KMeansValue(
        new DirectRouter().add(Clusterer.class, "lloyd", new LloydClusterer()), config());
  }

  @Test
  void namesThePlantedThirdsAndCallsThemStable() {
    Segmentation result = subject().segment(PlantedShop.purchases(1), TASK);
    assertEquals(
        List.of("high-value", "ordinary-value", "low-value"),
        result.segments().stream().map(CustomerSegment::id).toList());
    for (int c = 0; c < PlantedShop.CUSTOMERS; c++) {
      assertEquals(
          result.segments().get(c % 3).id(),
          result.memberships().get(PlantedShop.customer(c)),
          "customer " + c);
    }
    assertTrue(result.stability() > 0.95, "stability " + result.stability());
    String stable = result.segments().get(0).reasons().get(4).text();
    assertTrue(stable.contains("Jaccard coefficient of 1.00"), stable);
  }

  @Tag("slow")
  @Test
  void separatesTheRealCustomersOfOnlineRetail() throws IOException {
    PurchaseLog log = OnlineRetail.logOrSkip();
    SegmentationTask task =
        new SegmentationTask(
            LocalDate.ofEpochDay(log.epochDay(log.rows() - 1) + 1L),
            TASK.currency(),
            5,
            Instant.EPOCH);
    Segmentation result = subject().segment(log, task);
    for (CustomerSegment segment : result.segments()) {
      System.out.printf(
          Locale.ROOT,
          "RESULT segment id=%s customers=%d revenueShare=%.3f reasons=%s%n",
          segment.id(),
          segment.customers(),
          segment.revenueShare(),
          segment.reasons().stream().map(Reason::text).toList());
    }
    System.out.printf(Locale.ROOT, "RESULT segments adjustedRand=%.3f%n", result.stability());
    assertEquals("high-value", result.segments().get(0).id());
    assertTrue(result.segments().get(0).revenueShare() > 0.5);
    assertEquals("low-value", result.segments().get(2).id());
    assertTrue(result.segments().get(2).revenueShare() < 0.15);
    assertTrue(result.segments().stream().allMatch(s -> s.customers() > 400));
    assertTrue(result.stability() > 0.8, "stability " + result.stability());
  }

  @Test
  void refusesClearlyWithoutAClusterer() {
    KMeansValue alone = new KMeansValue(new DirectRouter(), config());
    String refusal = alone.refuses(PlantedShop.purchases(1), TASK).orElseThrow().toString();
    assertTrue(refusal.contains("Clusterer") && refusal.contains("souk.learn.tribuo"), refusal);
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class, () -> alone.segment(PlantedShop.purchases(1), TASK));
    assertTrue(refused.getMessage().contains("souk.learn.tribuo"), refused.getMessage());
  }

  @Test
  void nonsenseOfAClustererNeverBecomesASegment() {
    LloydClusterer good = new LloydClusterer();
    Clusterer bad =
        new LloydClusterer() {
          @Override
          public Clustering cluster(double[][] rows, souk.learn.api.ClusteringTask task) {
            return new Clustering(new double[3][3], new int[] {0, 1, 7}, 0);
          }
        };
    KMeansValue onlyBad =
        new KMeansValue(new DirectRouter().add(Clusterer.class, "bad", bad), config());
    assertThrows(RoutingException.class, () -> onlyBad.segment(PlantedShop.purchases(1), TASK));
    KMeansValue withFallback =
        new KMeansValue(
            new DirectRouter().add(Clusterer.class, "bad", bad).add(Clusterer.class, "ok", good),
            config());
    assertEquals(3, withFallback.segment(PlantedShop.purchases(1), TASK).segments().size());
  }

  private static KMeansValue.Config config() {
    return new KMeansValue.Config() {
      @Override
      public int stabilityRepeats() {
        return 3;
      }

      @Override
      public long clusteringDeadlineMillis() {
        return 10_000;
      }

      @Override
      public Class<? extends Annotation> annotationType() {
        return KMeansValue.Config.class;
      }
    };
  }
}

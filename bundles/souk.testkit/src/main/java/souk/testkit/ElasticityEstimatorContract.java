package souk.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import souk.demand.api.ItemResponse;
import souk.demand.api.ResponseModel;
import souk.demand.spi.ElasticityEstimator;
import souk.demand.spi.EstimationTask;
import souk.model.EvidenceLabel;
import souk.model.Frequency;
import souk.model.Panel;
import souk.model.Series;
import souk.model.TimeGrid;

/**
 * What every {@link ElasticityEstimator} must keep: planted elasticities are found, "not
 * identified" comes with a reason and a finite stand-in, the label is handed on, the same panel
 * gives the same answer.
 */
public abstract class ElasticityEstimatorContract {
  private static final TimeGrid GRID = new TimeGrid(LocalDate.of(2023, 1, 2), Frequency.WEEK);
  private static final int WEEKS = 104;
  private static final double TRUTH = -2.2;

  /** The estimator under test; may be the same one each time. */
  protected abstract ElasticityEstimator subject();

  private static EstimationTask task(boolean shrinkage, EvidenceLabel label) {
    return new EstimationTask(
        "price", shrinkage, 0.9, label, Instant.parse("2025-01-01T00:00:00Z"));
  }

  private static void add(Panel.Builder builder, String id, double[] units, double[] price) {
    builder.add(new Series(id, 0, units)).covariate("price", new Series(id, 0, price));
  }

  /** Twelve articles with a planted elasticity, one never sold, one with a single price. */
  private static Panel panel() {
    SplittableRandom random = new SplittableRandom(77);
    Panel.Builder builder = Panel.builder(GRID);
    for (int i = 0; i < 12; i++) {
      double[] units = new double[WEEKS];
      double[] price = new double[WEEKS];
      double base = 2 + i;
      for (int t = 0; t < WEEKS; t++) {
        price[t] = base * (random.nextInt(3) == 0 ? 0.75 : 1) * (0.98 + 0.04 * random.nextDouble());
        double noise = random.nextDouble() + random.nextDouble() - 1;
        units[t] =
            Math.rint(
                200
                    * Math.pow(price[t] / base, TRUTH)
                    * Math.exp(0.3 * Math.sin(t / 8.0) + 0.3 * noise));
      }
      add(builder, "good" + i, units, price);
    }
    double[] fixed = new double[WEEKS];
    Arrays.fill(fixed, 5);
    add(builder, "unsold", new double[WEEKS], fixed);
    double[] units = random.doubles(WEEKS, 20, 40).toArray();
    add(builder, "one-price", units, fixed);
    return builder.build();
  }

  @Test
  protected void findsPlantedElasticities() {
    for (boolean shrinkage : new boolean[] {false, true}) {
      Panel panel = panel();
      EstimationTask task = task(shrinkage, EvidenceLabel.OBSERVED);
      assertTrue(subject().refuses(panel, task).isEmpty());
      ResponseModel model = subject().estimate(panel, task);
      assertEquals(14, model.items().size());
      assertEquals(TRUTH, model.pooledElasticity(), 0.25);
      for (int i = 0; i < 12; i++) {
        ItemResponse item = model.items().get(i);
        assertEquals("good" + i, item.sku().value());
        assertTrue(item.identified(), item.toString());
        assertTrue(item.reason().isEmpty());
        assertEquals(TRUTH, item.elasticity(), 0.8, item.toString());
        assertTrue(item.interval().contains(item.elasticity()));
        assertEquals(0.9, item.interval().level());
        assertEquals(2 + i, item.basePrice(), 0.3 * (2 + i));
        assertTrue(item.baseUnits() > 50 && item.baseUnits() < 800, item.toString());
      }
    }
  }

  @Test
  protected void saysNotIdentifiedWithAReasonAndFigures() {
    ResponseModel model = subject().estimate(panel(), task(true, EvidenceLabel.OBSERVED));
    for (ItemResponse item : model.items().subList(12, 14)) {
      assertFalse(item.identified(), item.toString());
      assertTrue(item.reason().orElseThrow().text().matches(".*\\d.*"), item.toString());
      assertTrue(item.reason().orElseThrow().code().startsWith("response.not-identified."));
      assertTrue(Double.isFinite(item.elasticity()), item.toString());
      assertTrue(Double.isFinite(item.baseUnits()) && item.baseUnits() >= 0, item.toString());
    }
    assertEquals(2 / 14.0, model.shareNotIdentified(), 1e-12);
  }

  @Test
  protected void handsTheLabelOnAndNamesItsProvenance() {
    ResponseModel model = subject().estimate(panel(), task(true, EvidenceLabel.SIMULATED));
    assertEquals(EvidenceLabel.SIMULATED, model.label());
    assertFalse(model.id().isBlank());
    assertFalse(model.provenance().strategy().isBlank());
    assertEquals(Instant.parse("2025-01-01T00:00:00Z"), model.provenance().createdAt());
  }

  @Test
  protected void anEmptyPanelIsRefusedOrAnsweredEmpty() {
    Panel empty = Panel.builder(GRID).build();
    EstimationTask task = task(true, EvidenceLabel.OBSERVED);
    if (subject().refuses(empty, task).isEmpty()) {
      assertTrue(subject().estimate(empty, task).items().isEmpty());
    }
  }

  @Test
  protected void aPanelWithoutPricesIsRefused() {
    Panel bare = Panel.builder(GRID).add(new Series("a", 0, new double[WEEKS])).build();
    assertTrue(subject().refuses(bare, task(true, EvidenceLabel.OBSERVED)).isPresent());
  }

  @Test
  protected void sameAnswerAgainAndFromEightThreads() throws Exception {
    ElasticityEstimator estimator = subject();
    Panel panel = panel();
    EstimationTask task = task(true, EvidenceLabel.OBSERVED);
    List<ItemResponse> expected = estimator.estimate(panel, task).items();
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<ResponseModel>> answers = new ArrayList<>();
      for (int i = 0; i < 16; i++) {
        answers.add(threads.submit(() -> estimator.estimate(panel, task)));
      }
      for (Future<ResponseModel> answer : answers) {
        assertEquals(expected, answer.get().items());
      }
    } finally {
      threads.shutdownNow();
    }
  }
}

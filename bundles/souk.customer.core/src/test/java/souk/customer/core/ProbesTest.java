package souk.customer.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import souk.customer.api.Recommendation;
import souk.customer.api.RecommendationRequest;
import souk.customer.api.UpliftEstimate;
import souk.customer.api.UpliftTrial;
import souk.customer.spi.Recommender;
import souk.customer.spi.RecommenderState;
import souk.customer.spi.UpliftEstimator;
import souk.customer.spi.UpliftTask;
import souk.model.Provenance;
import souk.model.PurchaseLog;
import souk.model.Reason;
import souk.model.Refusal;

class ProbesTest {
  @Test
  void segmentationsPassOnlyIfTheyFitTheirCustomers() throws Exception {
    SegmentationProbe probe = new SegmentationProbe();
    assertEquals("SegmentationStrategy", probe.role());
    assertEquals(Optional.empty(), probe.probe(ToyStrategies.bySpend()));
    assertTrue(probe.probe(ToyStrategies.inconsistent()).orElseThrow().contains("not described"));
    assertTrue(probe.probe(ToyStrategies.byNumber()).orElseThrow().contains("best and the worst"));
    assertTrue(probe.probe(ToyStrategies.refusing()).orElseThrow().contains("miracle"));
  }

  @Test
  void recommendersPassOnlyIfTheyLookIntoTheBasket() throws Exception {
    RecommenderProbe probe = new RecommenderProbe();
    assertEquals("Recommender", probe.role());
    assertEquals(Optional.empty(), probe.probe(recommender(1, 0.5)));
    assertTrue(probe.probe(recommender(0, 0.5)).orElseThrow().contains("basket"));
    assertTrue(probe.probe(recommender(1, Double.NaN)).orElseThrow().contains("finite"));
  }

  @Test
  void upliftEstimatorsPassOnlyIfTheyFindWhomTheTreatmentChanges() throws Exception {
    UpliftProbe probe = new UpliftProbe();
    assertEquals("UpliftEstimator", probe.role());
    assertEquals(Optional.empty(), probe.probe(estimator(1, 0)));
    assertTrue(probe.probe(estimator(0, 1)).orElseThrow().contains("less than the others"));
    assertTrue(probe.probe(estimator(Double.NaN, 0)).orElseThrow().contains("NaN"));
  }

  /** Answers what it is told for the two halves. */
  private static UpliftEstimator estimator(double changed, double others) {
    return new UpliftEstimator() {
      @Override
      public Optional<Refusal> refuses(UpliftTrial trial, UpliftTask task) {
        return Optional.empty();
      }

      @Override
      public UpliftEstimate estimate(UpliftTrial trial, double[][] rows, UpliftTask task) {
        double[] uplift = new double[rows.length];
        for (int r = 0; r < uplift.length; r++) {
          uplift[r] = rows[r][0] > 0 ? changed : others;
        }
        return UpliftEstimate.of(uplift, Provenance.builder(task.now(), "toy", "1").build());
      }
    };
  }

  /** Recommends always the same article. */
  static Recommender recommender(int article, double score) {
    return new Recommender() {
      @Override
      public RecommenderState learn(PurchaseLog log) {
        int items = log.skus().size();
        return new RecommenderState(
            "toy@1.0.0",
            log.skus(),
            new double[items],
            new int[items][0],
            new float[items][0],
            java.util.Map.of(),
            java.util.Map.of());
      }

      @Override
      public List<Recommendation> recommend(RecommenderState state, RecommendationRequest request) {
        return List.of(
            new Recommendation(state.skus().get(article), score, Reason.of("toy", "Always.")));
      }
    };
  }
}

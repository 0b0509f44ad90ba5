package souk.demand.response;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.annotation.Annotation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import souk.demand.api.ResponseModel;
import souk.demand.spi.ElasticityEstimator;
import souk.demand.spi.EstimationTask;
import souk.model.EvidenceLabel;
import souk.model.Frequency;
import souk.model.Panel;
import souk.model.Series;
import souk.model.TimeGrid;
import souk.testkit.ElasticityEstimatorContract;

/** The contract of estimators, and how odd panels are read. */
class LogLogEstimatorTest extends ElasticityEstimatorContract {
  private static final TimeGrid GRID = new TimeGrid(LocalDate.of(2024, 1, 1), Frequency.WEEK);
  private static final EstimationTask TASK =
      new EstimationTask("price", true, 0.9, EvidenceLabel.OBSERVED, Instant.EPOCH);

  private static LogLogEstimator.Config config(int minimumWeeks) {
    return new LogLogEstimator.Config() {
      @Override
      public boolean trend() {
        return true;
      }

      @Override
      public boolean marketIndex() {
        return true;
      }

      @Override
      public int minimumWeeks() {
        return minimumWeeks;
      }

      @Override
      public int minimumPrices() {
        return 3;
      }

      @Override
      public double minimumLogPriceDeviation() {
        return 0.01;
      }

      @Override
      public double maximumStandardError() {
        return 1;
      }

      @Override
      public Class<? extends Annotation> annotationType() {
        return LogLogEstimator.Config.class;
      }
    };
  }

  @Override
  protected ElasticityEstimator subject() {
    return new LogLogEstimator(config(12));
  }

  @Test
  void anImpossibleConfigurationFailsAtActivation() {
    IllegalArgumentException error =
        assertThrows(IllegalArgumentException.class, () -> new LogLogEstimator(config(1)));
    assertTrue(error.getMessage().contains("minimumRows (1)"), error.getMessage());
  }

  @Test
  void aPriceThatEndsTooEarlyIsRefusedWithSteps() {
    Panel panel =
        Panel.builder(GRID)
            .add(new Series("a", 5, new double[20]))
            .covariate("price", new Series("a", 5, new double[10]))
            .build();
    assertEquals(
        "needs prices for the steps 5 to 24, series a has them for 5 to 14",
        subject().refuses(panel, TASK).orElseThrow().toString());
  }

  @Test
  void negativeUnitsAreRefusedWithTheirPlace() {
    double[] units = new double[20];
    units[7] = -3;
    Panel panel =
        Panel.builder(GRID)
            .add(new Series("a", 5, units))
            .covariate("price", new Series("a", 0, new double[30]))
            .build();
    assertTrue(subject().refuses(panel, TASK).orElseThrow().found().contains("-3.0 at step 12"));
  }

  @Test
  void unitsGivenAwayAreCountedNotUsed() {
    double[] units = new double[30];
    double[] price = new double[30];
    Arrays.fill(units, 8);
    for (int t = 0; t < 30; t++) {
      price[t] = t == 11 ? 0 : 2 + t % 4;
    }
    Panel panel =
        Panel.builder(GRID)
            .add(new Series("a", 0, units))
            .covariate("price", new Series("a", 0, price))
            .build();
    ResponseModel model = subject().estimate(panel, TASK);
    assertEquals("1", model.provenance().options().get("rowsGivenAway"));
    assertEquals(29, model.items().get(0).weeks());
  }

  @Test
  void aPromotionFlagIsTakenOutOfThePriceEffect() {
    int n = 104;
    double[] units = new double[n];
    double[] price = new double[n];
    double[] deal = new double[n];
    for (int t = 0; t < n; t++) {
      deal[t] = t % 5 == 0 ? 1 : 0;
      price[t] = 4 * (1 - 0.2 * deal[t]) * (1 + 0.1 * Math.sin(t * 1.7));
      units[t] =
          100 * Math.pow(price[t] / 4, -1.5) * Math.exp(0.8 * deal[t] + 0.05 * Math.sin(t * 12.9));
    }
    Panel panel =
        Panel.builder(GRID)
            .add(new Series("a", 0, units))
            .covariate("price", new Series("a", 0, price))
            .covariate("deal", new Series("a", 0, deal))
            .build();
    assertEquals(-1.5, subject().estimate(panel, TASK).items().get(0).elasticity(), 0.15);
  }
}

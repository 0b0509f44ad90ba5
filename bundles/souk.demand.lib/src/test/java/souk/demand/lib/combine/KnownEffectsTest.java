package souk.demand.lib.combine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import souk.demand.lib.forecast.ForecastRequest;
import souk.demand.lib.forecast.SeriesForecast;
import souk.demand.lib.math.Normal;

/** Planted effects of promotions, holidays and prices come back in the steps ahead. */
class KnownEffectsTest {
  private static final int WEEKS = 120;
  private static final int AHEAD = 6;
  private static final double LIFT = 2.5;
  private static final double ELASTICITY = -2;

  /** Promotion, holiday and logarithm of price; all of them move in the steps ahead. */
  private static double[][] known() {
    double[][] known = new double[3][WEEKS + AHEAD];
    for (int t = 0; t < WEEKS + AHEAD; t++) {
      known[0][t] = t % 9 == 4 || t == WEEKS + 1 ? 1 : 0;
      known[1][t] = t % 52 == 50 || t == WEEKS + 3 ? 1 : 0;
      known[2][t] = Math.log(t % 13 < 3 || t == WEEKS + 5 ? 0.8 : 1);
    }
    return known;
  }

  private static double effect(double[][] known, int t, double holiday) {
    return Math.pow(LIFT, known[0][t])
        * Math.pow(holiday, known[1][t])
        * Math.exp(ELASTICITY * known[2][t]);
  }

  @Test
  void factorsAreFoundAndPutBack() {
    double[][] known = known();
    SplittableRandom random = new SplittableRandom(5);
    double[] y = new double[WEEKS];
    for (int t = 0; t < WEEKS; t++) {
      double noise = Normal.quantile((random.nextInt(1 << 20) + 0.5) / (1 << 20));
      y[t] = 200 * effect(known, t, 3) * Math.exp(0.08 * noise);
    }
    ForecastRequest request = new ForecastRequest(1, AHEAD, List.of(0.1, 0.9), true, 1);
    SeriesForecast forecast = (SeriesForecast) new AutomaticEnsemble().forecast(y, request, known);
    for (int h = 0; h < AHEAD; h++) {
      double truth = 200 * effect(known, WEEKS + h, 3);
      assertEquals(truth, forecast.mean(h), 0.1 * truth, "step " + h + " " + forecast.model());
      assertTrue(forecast.quantile(0, h) < truth && truth < forecast.quantile(1, h));
    }
    assertTrue(forecast.model().endsWith("with 3 known"), forecast.model());
  }

  @Test
  void belowZeroEffectsAreSums() {
    double[][] known = known();
    double[] y = new double[WEEKS];
    for (int t = 0; t < WEEKS; t++) {
      y[t] = t % 3 - 1 + 10 * known[0][t];
    }
    ForecastRequest request = new ForecastRequest(1, AHEAD, List.of(), false, 1);
    SeriesForecast forecast =
        (SeriesForecast) new AutomaticEnsemble().forecast(y, request, new double[][] {known[0]});
    assertEquals(10, forecast.mean(1) - forecast.mean(0), 1);
  }

  @Test
  void valuesNeverSeenReachNoFurtherThanThoseSeen() {
    double[][] known = known();
    double[] y = new double[WEEKS];
    for (int t = 0; t < WEEKS; t++) {
      y[t] = 200 * Math.exp(ELASTICITY * known[2][t]);
    }
    double[][] wild = {known[2].clone()};
    wild[0][WEEKS + 2] = Math.log(0.01);
    ForecastRequest request = new ForecastRequest(1, AHEAD, List.of(), true, 1);
    SeriesForecast forecast = (SeriesForecast) new AutomaticEnsemble().forecast(y, request, wild);
    assertEquals(200 * Math.pow(0.8, ELASTICITY), forecast.mean(2), 20);
  }
}

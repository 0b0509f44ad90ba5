package souk.demand.lib.regression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import souk.demand.lib.forecast.ForecastRequest;
import souk.demand.lib.forecast.SeriesForecast;

/** The additive regression on planted bends, seasons and promotions. */
class TrendSeasonsTest {
  private static final int WEEKS = 156;

  private static double[] promotions() {
    double[] promotion = new double[WEEKS + 13];
    for (int t = 0; t < promotion.length; t++) {
      promotion[t] = t % 17 == 3 || t % 23 == 5 ? 1 : 0;
    }
    return promotion;
  }

  private static double truth(int t, double promotion) {
    return 200 + (t < 80 ? t : 80) + 30 * Math.sin(2 * Math.PI * t / 52) + 60 * promotion;
  }

  private static double[] history() {
    SplittableRandom random = new SplittableRandom(8);
    double[] promotion = promotions();
    double[] y = new double[WEEKS];
    for (int t = 0; t < WEEKS; t++) {
      y[t] = truth(t, promotion[t]) + 10 * random.nextDouble() - 5;
    }
    return y;
  }

  @Test
  void aheadOfTimeItKnowsBendSeasonAndPromotion() {
    double[] promotion = promotions();
    for (boolean nonNegative : new boolean[] {false, true}) {
      SeriesForecast forecast =
          (SeriesForecast)
              new TrendSeasons()
                  .forecast(
                      history(),
                      new ForecastRequest(52, 13, List.of(0.1, 0.9), nonNegative, 1),
                      new double[][] {promotion});
      for (int h = 0; h < 13; h++) {
        double truth = truth(WEEKS + h, promotion[WEEKS + h]);
        assertEquals(truth, forecast.mean(h), 0.06 * truth, "step " + h);
      }
    }
  }

  @Test
  void aPlantedLiftIsRecoveredWithinATenth() {
    double[] promotion = java.util.Arrays.copyOf(promotions(), WEEKS);
    TrendSeasons.Parts parts =
        new TrendSeasons().decompose(history(), 52, new double[][] {promotion});
    double[] y = history();
    for (int t = 0; t < WEEKS; t++) {
      assertEquals(60 * promotion[t], parts.regressors()[t], 6);
      double sum = parts.trend()[t] + parts.season()[t] + parts.regressors()[t] + parts.rest()[t];
      assertEquals(y[t], sum, 1e-9);
    }
  }

  @Test
  void aFallingSeriesNeverGetsNegative() {
    double[] y = new double[60];
    for (int t = 0; t < y.length; t++) {
      y[t] = 100 * Math.exp(-0.08 * t);
    }
    SeriesForecast forecast =
        (SeriesForecast)
            new TrendSeasons()
                .forecast(y, new ForecastRequest(1, 30, List.of(0.05, 0.95), true, 1));
    assertTrue(forecast.mean(29) > 0 && forecast.mean(29) < 1, "" + forecast.mean(29));
    assertTrue(forecast.quantile(0, 29) >= 0);
  }
}

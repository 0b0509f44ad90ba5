package souk.demand.lib.theta;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import souk.demand.lib.forecast.ForecastRequest;
import souk.demand.lib.forecast.SeriesForecast;

/** Dynamic optimised Theta on planted lines and levels. */
class DynamicOptimisedThetaTest {
  private static double[] mean(double[] y, int season) {
    return ((SeriesForecast)
            new DynamicOptimisedTheta()
                .forecast(y, new ForecastRequest(season, 8, List.of(), false, 1)))
        .mean();
  }

  @Test
  void aLineKeepsMostOfItsSlope() {
    double[] y = new double[60];
    for (int t = 0; t < y.length; t++) {
      y[t] = 20 + 2 * t;
    }
    double[] mean = mean(y, 1);
    assertEquals(2, mean[7] - mean[6], 0.3);
    assertEquals(140, mean[0], 2);
  }

  @Test
  void aNoisyLevelStays() {
    double[] y = new SplittableRandom(9).doubles(100, 90, 110).toArray();
    assertEquals(100, mean(y, 1)[7], 4);
  }

  @Test
  void aSeasonComesBack() {
    SplittableRandom random = new SplittableRandom(9);
    double[] index = {0.7, 1.3, 1.1, 0.9};
    double[] y = new double[48];
    for (int t = 0; t < y.length; t++) {
      y[t] = 100 * index[t % 4] * (0.98 + 0.04 * random.nextDouble());
    }
    double[] mean = mean(y, 4);
    for (int h = 0; h < 8; h++) {
      assertEquals(100 * index[h % 4], mean[h], 5);
    }
  }
}

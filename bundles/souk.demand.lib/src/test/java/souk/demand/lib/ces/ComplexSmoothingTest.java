package souk.demand.lib.ces;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import souk.demand.lib.forecast.ForecastRequest;
import souk.demand.lib.forecast.SeriesForecast;

/** Complex smoothing on planted levels, lines and seasons. */
class ComplexSmoothingTest {
  private static SeriesForecast forecast(double[] y, int season, int horizon) {
    return (SeriesForecast)
        new ComplexSmoothing()
            .forecast(y, new ForecastRequest(season, horizon, List.of(0.1, 0.9), false, 1));
  }

  @Test
  void staysAtANoisyLevelAndFollowsALine() {
    SplittableRandom random = new SplittableRandom(1);
    double[] level = random.doubles(80, 95, 105).toArray();
    assertEquals(100, forecast(level, 1, 6).mean(5), 4);
    double[] line = new double[80];
    for (int t = 0; t < line.length; t++) {
      line[t] = 100 + 2 * t + random.nextDouble();
    }
    assertEquals(100 + 2 * 85, forecast(line, 1, 6).mean(5), 6);
  }

  @Test
  void repeatsAPlantedSeason() {
    SplittableRandom random = new SplittableRandom(2);
    double[] index = {-30, 10, 40, -20};
    double[] y = new double[60];
    for (int t = 0; t < y.length; t++) {
      y[t] = 200 + index[t % 4] + 6 * random.nextDouble();
    }
    SeriesForecast forecast = forecast(y, 4, 8);
    assertTrue(forecast.model().contains("season 4"), forecast.model());
    for (int h = 0; h < 8; h++) {
      assertEquals(203 + index[h % 4], forecast.mean(h), 6);
      assertTrue(forecast.quantile(1, h) > forecast.quantile(0, h));
    }
  }
}

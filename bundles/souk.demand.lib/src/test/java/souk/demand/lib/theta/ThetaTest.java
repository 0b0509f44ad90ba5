package souk.demand.lib.theta;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import souk.demand.lib.forecast.ForecastRequest;
import souk.demand.lib.forecast.SeriesForecast;

/** Theta on planted lines and seasons. */
class ThetaTest {
  @Test
  void goesOnWithHalfTheSlopeAfterAStep() {
    double[] line = new double[40];
    for (int t = 0; t < line.length; t++) {
      line[t] = 10 + 2 * t;
    }
    SeriesForecast forecast =
        (SeriesForecast) new Theta().forecast(line, new ForecastRequest(1, 5, List.of(), false, 1));
    assertEquals(1, forecast.mean(4) - forecast.mean(3), 0.01);
    assertEquals(90, forecast.mean(0), 1.5);
  }

  @Test
  void repeatsAPlantedSeason() {
    SplittableRandom random = new SplittableRandom(4);
    double[] index = {0.6, 1.4, 1.2, 0.8};
    double[] y = new double[60];
    for (int t = 0; t < y.length; t++) {
      y[t] = 100 * index[t % 4] * (0.97 + 0.06 * random.nextDouble());
    }
    SeriesForecast forecast =
        (SeriesForecast)
            new Theta().forecast(y, new ForecastRequest(4, 4, List.of(0.1, 0.9), false, 1));
    assertTrue(forecast.model().startsWith("STA(4)"), forecast.model());
    for (int h = 0; h < 4; h++) {
      assertEquals(100 * index[h], forecast.mean(h), 4);
      assertTrue(forecast.quantile(1, h) - forecast.quantile(0, h) > 1);
    }
  }

  @Test
  void seesNoSeasonInNoise() {
    SplittableRandom random = new SplittableRandom(5);
    int seasonal = 0;
    for (int series = 0; series < 200; series++) {
      double[] y = random.doubles(60, 50, 60).toArray();
      SeriesForecast forecast =
          (SeriesForecast) new Theta().forecast(y, new ForecastRequest(12, 1, List.of(), false, 1));
      seasonal += forecast.model().startsWith("STA") ? 1 : 0;
    }
    assertTrue(seasonal < 40, seasonal + " of 200 noise series were called seasonal");
  }
}

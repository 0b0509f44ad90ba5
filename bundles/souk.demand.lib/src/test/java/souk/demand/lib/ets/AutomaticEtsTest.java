package souk.demand.lib.ets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import souk.demand.lib.forecast.ForecastRequest;
import souk.demand.lib.forecast.SeriesForecast;
import souk.demand.lib.math.Normal;

/** Automatic ETS on series whose truth is planted. */
class AutomaticEtsTest {
  private static final List<Double> LEVELS = List.of(0.1, 0.5, 0.9);

  private static double gauss(SplittableRandom random) {
    return Normal.quantile((random.nextInt(1 << 20) + 0.5) / (1 << 20));
  }

  @Test
  void recoversTheSmoothingOfALocalLevel() {
    SplittableRandom random = new SplittableRandom(11);
    double[] y = new double[3000];
    double level = 100;
    for (int t = 0; t < y.length; t++) {
      double e = gauss(random);
      y[t] = level + e;
      level += 0.3 * e;
    }
    EtsFit fit = EtsFit.of(y, new EtsShape(false, EtsShape.Trend.NONE, EtsShape.Season.NONE), 1);
    assertEquals(0.3, fit.alpha(), 0.04);
    assertEquals(1, fit.variance(), 0.06);
  }

  @Test
  void intervalsOfALocalLevelCoverAsPromised() {
    SplittableRandom random = new SplittableRandom(12);
    int inside = 0;
    int all = 0;
    for (int series = 0; series < 300; series++) {
      double[] y = new double[80];
      double[] future = new double[6];
      double level = 50;
      for (int t = 0; t < 86; t++) {
        double e = gauss(random);
        if (t < 80) {
          y[t] = level + e;
        } else {
          future[t - 80] = level + e;
        }
        level += 0.4 * e;
      }
      SeriesForecast forecast =
          (SeriesForecast)
              new AutomaticEts().forecast(y, new ForecastRequest(1, 6, LEVELS, false, 1));
      for (int h = 0; h < 6; h++) {
        all++;
        if (future[h] >= forecast.quantile(0, h) && future[h] <= forecast.quantile(2, h)) {
          inside++;
        }
      }
    }
    assertEquals(0.8, inside / (double) all, 0.04);
  }

  @Test
  void findsAPlantedMultiplicativeSeasonAndSimulatesItRepeatably() {
    SplittableRandom random = new SplittableRandom(13);
    double[] index = {0.5, 1.6, 0.9, 1.0};
    double[] y = new double[80];
    for (int t = 0; t < y.length; t++) {
      y[t] = (100 + 3 * t) * index[t % 4] * (1 + 0.02 * gauss(random));
    }
    ForecastRequest request = new ForecastRequest(4, 8, LEVELS, false, 5);
    SeriesForecast forecast = (SeriesForecast) new AutomaticEts(true).forecast(y, request);
    assertTrue(forecast.model().endsWith("M)"), forecast.model());
    for (int h = 0; h < 8; h++) {
      double truth = (100 + 3 * (80 + h)) * index[h % 4];
      assertEquals(truth, forecast.mean(h), 0.05 * truth);
      assertTrue(forecast.quantile(0, h) < forecast.mean(h));
      assertTrue(forecast.quantile(2, h) > forecast.mean(h));
    }
    SeriesForecast again = (SeriesForecast) new AutomaticEts(true).forecast(y, request);
    assertEquals(forecast.quantile(2, 7), again.quantile(2, 7), 0);
  }

  @Test
  void aLongSeasonIsTakenOutAndPutBack() {
    double[] y = new double[160];
    for (int t = 0; t < y.length; t++) {
      y[t] = t % 52 < 4 ? 600 : 200 + t % 3;
    }
    SeriesForecast forecast =
        (SeriesForecast)
            new AutomaticEts().forecast(y, new ForecastRequest(52, 52, LEVELS, true, 1));
    assertTrue(forecast.model().startsWith("STA("), forecast.model());
    for (int h = 0; h < 52; h++) {
      assertEquals((160 + h) % 52 < 4 ? 600 : 201, forecast.mean(h), 15);
    }
  }
}

package souk.demand.lib.arima;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import souk.demand.lib.forecast.ForecastRequest;
import souk.demand.lib.forecast.SeriesForecast;
import souk.demand.lib.math.Normal;

/** Automatic ARIMA on series whose truth is planted. */
class AutomaticArimaTest {
  private static final double[][] NONE = {};

  private static double gauss(SplittableRandom random) {
    return Normal.quantile((random.nextInt(1 << 20) + 0.5) / (1 << 20));
  }

  /** The airline model: differences and seasonal differences of moving averages. */
  private static double[] airline(SplittableRandom random, int n, double theta, double seasonal) {
    double[] e = new double[n + 13];
    double[] y = new double[n + 13];
    for (int t = 0; t < e.length; t++) {
      e[t] = gauss(random);
      if (t >= 13) {
        double w = e[t] + theta * e[t - 1] + seasonal * e[t - 12] + theta * seasonal * e[t - 13];
        y[t] = w + y[t - 1] + y[t - 12] - y[t - 13];
      }
    }
    return java.util.Arrays.copyOfRange(y, 13, n + 13);
  }

  @Test
  void recoversAPlantedAutoregression() {
    SplittableRandom random = new SplittableRandom(2);
    double[] y = new double[2000];
    for (int t = 1; t < y.length; t++) {
      y[t] = 5 + 0.6 * (y[t - 1] - 5) + gauss(random);
    }
    ArimaFit fit = AutomaticArima.fit(y, new ArimaOrder(1, 0, 0, 0, 0, 0, 1, true), NONE);
    assertEquals(0.6, fit.phi()[0], 0.05);
    assertEquals(5, fit.beta()[0], 0.3);
    assertEquals(1, fit.variance(), 0.1);
  }

  @Test
  void recoversThePlantedAirlineModelAndFindsItsDifferences() {
    SplittableRandom random = new SplittableRandom(3);
    double[] y = airline(random, 600, -0.4, -0.6);
    ArimaFit fit = AutomaticArima.fit(y, new ArimaOrder(0, 1, 1, 0, 1, 1, 12, false), NONE);
    assertEquals(-0.4, fit.theta()[0], 0.1);
    assertEquals(-0.6, fit.theta()[11], 0.1);
    assertEquals(0.24, fit.theta()[12], 0.1);
    ArimaFit chosen = AutomaticArima.choose(java.util.Arrays.copyOf(y, 120), 12, NONE);
    assertEquals(1, chosen.order().seasonalD(), chosen.order().title());
  }

  @Test
  void intervalsCoverAsPromised() {
    SplittableRandom random = new SplittableRandom(4);
    int inside = 0;
    int all = 0;
    for (int series = 0; series < 150; series++) {
      double[] y = new double[106];
      for (int t = 1; t < y.length; t++) {
        y[t] = 0.7 * y[t - 1] + gauss(random);
      }
      SeriesForecast forecast =
          (SeriesForecast)
              new AutomaticArima()
                  .forecast(
                      java.util.Arrays.copyOf(y, 100),
                      new ForecastRequest(1, 6, List.of(0.1, 0.9), false, 1));
      for (int h = 0; h < 6; h++) {
        all++;
        inside +=
            y[100 + h] >= forecast.quantile(0, h) && y[100 + h] <= forecast.quantile(1, h) ? 1 : 0;
      }
    }
    assertEquals(0.8, inside / (double) all, 0.06);
  }

  @Test
  void aRegressorKnownInAdvanceActsAheadOfTime() {
    SplittableRandom random = new SplittableRandom(6);
    double[] promotion = new double[110];
    double[] y = new double[100];
    double noise = 0;
    for (int t = 0; t < promotion.length; t++) {
      promotion[t] = t % 9 == 4 || t % 13 == 0 ? 1 : 0;
      noise = 0.5 * noise + gauss(random);
      if (t < 100) {
        y[t] = 50 + 20 * promotion[t] + noise;
      }
    }
    SeriesForecast forecast =
        (SeriesForecast)
            new AutomaticArima()
                .forecast(
                    y, new ForecastRequest(1, 10, List.of(), false, 1), new double[][] {promotion});
    for (int h = 0; h < 10; h++) {
      assertEquals(50 + 20 * promotion[100 + h], forecast.mean(h), 3);
    }
  }

  @Test
  void aLineGoesOn() {
    double[] y = new double[30];
    for (int t = 0; t < y.length; t++) {
      y[t] = 10 + 3 * t;
    }
    SeriesForecast forecast =
        (SeriesForecast)
            new AutomaticArima().forecast(y, new ForecastRequest(1, 4, List.of(), false, 1));
    assertEquals(10 + 3 * 33, forecast.mean(3), 1e-6);
    assertTrue(forecast.model().contains("drift"), forecast.model());
  }
}

package souk.demand.lib.interval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import souk.demand.lib.forecast.ForecastRequest;
import souk.demand.lib.forecast.SeriesForecast;
import souk.demand.lib.forecast.SeriesForecaster;

/** A method that is far too sure of itself, before and after. */
class ConformalTest {
  private static final List<Double> LEVELS = List.of(0.1, 0.5, 0.9);

  /** The mean of the history, plus or minus one. */
  private static final SeriesForecaster TOO_SURE =
      (history, request) -> {
        double mean = Arrays.stream(history).average().orElse(0);
        double[][] quantiles = new double[3][request.horizon()];
        double[] means = new double[request.horizon()];
        Arrays.fill(means, mean);
        for (int i = 0; i < 3; i++) {
          Arrays.fill(quantiles[i], mean + i - 1);
        }
        return new SeriesForecast("sure", means, LEVELS, quantiles);
      };

  private static double coverage(SeriesForecaster method) {
    SplittableRandom random = new SplittableRandom(2);
    int inside = 0;
    int all = 0;
    for (int series = 0; series < 200; series++) {
      double[] y = random.doubles(70, 0, 20).toArray();
      SeriesForecast forecast =
          (SeriesForecast)
              method.forecast(Arrays.copyOf(y, 64), new ForecastRequest(1, 6, LEVELS, false, 1));
      for (int h = 0; h < 6; h++) {
        all++;
        inside +=
            y[64 + h] >= forecast.quantile(0, h) && y[64 + h] <= forecast.quantile(2, h) ? 1 : 0;
      }
    }
    return inside / (double) all;
  }

  @Test
  void theIntervalKeepsItsPromise() {
    assertTrue(coverage(TOO_SURE) < 0.15);
    assertEquals(0.8, coverage(new Conformal(TOO_SURE, 8, 20)), 0.05);
  }

  @Test
  void tooLittleHistoryChangesNothing() {
    double[] y = new SplittableRandom(3).doubles(24, 0, 20).toArray();
    ForecastRequest request = new ForecastRequest(1, 6, LEVELS, false, 1);
    SeriesForecast plain = (SeriesForecast) TOO_SURE.forecast(y, request);
    SeriesForecast same = (SeriesForecast) new Conformal(TOO_SURE, 8, 20).forecast(y, request);
    assertEquals(plain.quantile(2, 5), same.quantile(2, 5), 0);
  }
}

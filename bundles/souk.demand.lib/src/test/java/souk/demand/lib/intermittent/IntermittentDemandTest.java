package souk.demand.lib.intermittent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import souk.demand.lib.forecast.ForecastRefusal;
import souk.demand.lib.forecast.ForecastRequest;
import souk.demand.lib.forecast.SeriesForecast;
import souk.demand.lib.intermittent.IntermittentDemand.Method;

/** Rates and quantiles of planted intermittent demand, and Croston's recursion by hand. */
class IntermittentDemandTest {
  private static final ForecastRequest REQUEST =
      new ForecastRequest(1, 3, List.of(0.1, 0.5, 0.9, 0.99), true, 1);

  private static SeriesForecast forecast(Method method, double[] y) {
    return (SeriesForecast) new IntermittentDemand(method).forecast(y, REQUEST);
  }

  @ParameterizedTest
  @EnumSource(Method.class)
  void findsAPlantedRateWithZerosWhereTheyBelong(Method method) {
    SplittableRandom random = new SplittableRandom(3);
    double rate = 0;
    int covered = 0;
    int empty = 0;
    int series = 200;
    for (int i = 0; i < series; i++) {
      double[] y = new double[121];
      for (int t = 0; t < y.length; t++) {
        y[t] = random.nextInt(4) == 0 ? 1 + random.nextInt(5) : 0;
      }
      SeriesForecast forecast = forecast(method, java.util.Arrays.copyOf(y, 120));
      rate += forecast.mean(0) / series;
      empty += forecast.quantile(1, 0) == 0 ? 1 : 0;
      covered += y[120] <= forecast.quantile(2, 0) ? 1 : 0;
    }
    assertEquals(0.75, rate, 0.06);
    assertTrue(empty > 0.95 * series, "three weeks of four are empty: " + empty);
    assertTrue(covered > 0.84 * series, covered + " of " + series);
  }

  @Test
  void crostonAndItsCorrectionByHand() {
    double[] y = {0, 4, 0, 0, 2};
    double size = 4 + 0.1 * (2 - 4);
    double interval = 2 + 0.1 * (3 - 2);
    assertEquals(size / interval, forecast(Method.CROSTON, y).mean(0), 1e-12);
    assertEquals(0.95 * size / interval, forecast(Method.SBA, y).mean(0), 1e-12);
  }

  @Test
  void onlyTsbFadesWhenNothingIsSoldAnyMore() {
    double[] y = new double[100];
    for (int t = 0; t < 40; t += 2) {
      y[t] = 5;
    }
    assertTrue(forecast(Method.TSB, y).mean(0) < 0.05);
    assertTrue(forecast(Method.CROSTON, y).mean(0) > 2);
  }

  @Test
  void nothingEverSoldAndValuesBelowZero() {
    assertEquals(0, forecast(Method.SBA, new double[20]).quantile(3, 2), 0);
    ForecastRefusal refusal =
        assertInstanceOf(
            ForecastRefusal.class,
            new IntermittentDemand(Method.SBA).forecast(new double[] {1, -2}, REQUEST));
    assertTrue(refusal.message().contains("-2.0 at position 2 of 2"), refusal.message());
  }
}

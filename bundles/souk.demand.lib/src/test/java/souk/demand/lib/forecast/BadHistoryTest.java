package souk.demand.lib.forecast;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import souk.demand.lib.arima.AutomaticArima;
import souk.demand.lib.ces.ComplexSmoothing;
import souk.demand.lib.combine.AutomaticEnsemble;
import souk.demand.lib.combine.Combination;
import souk.demand.lib.ets.AutomaticEts;
import souk.demand.lib.ets.FixedEts;
import souk.demand.lib.interval.Conformal;
import souk.demand.lib.naive.Drift;
import souk.demand.lib.naive.SeasonalNaive;
import souk.demand.lib.regression.TrendSeasons;
import souk.demand.lib.theta.DynamicOptimisedTheta;
import souk.demand.lib.theta.Theta;
import souk.demand.lib.transform.Transformed;

/** Every method on input nobody wants: an answer or a refusal with figures, never NaN. */
class BadHistoryTest {
  private static final List<Double> LEVELS = List.of(0.05, 0.5, 0.95);

  static List<SeriesForecaster> methods() {
    return List.of(
        new SeasonalNaive(),
        new AutomaticEts(),
        new AutomaticEts(true),
        new Theta(),
        new Combination(List.of(new AutomaticEts(), new Theta())),
        new DynamicOptimisedTheta(),
        new AutomaticArima(),
        new ComplexSmoothing(),
        new Transformed(new AutomaticEts()),
        new AutomaticEnsemble(),
        BadHistoryTest::withAPromotion,
        FixedEts.damped(),
        new Drift(),
        new TrendSeasons(),
        new Conformal(new SeasonalNaive(), 3, 6));
  }

  /** Every fifth step is on promotion, the price rises all the time. */
  private static ForecastResult withAPromotion(double[] history, ForecastRequest request) {
    double[][] known = new double[2][history.length + request.horizon()];
    for (int t = 0; t < known[0].length; t++) {
      known[0][t] = t % 5 == 0 ? 1 : 0;
      known[1][t] = 1 + 0.01 * t;
    }
    return new AutomaticArima().forecast(history, request, known);
  }

  private static ForecastResult check(SeriesForecaster method, double[] y, int season) {
    double[] before = y.clone();
    for (boolean nonNegative : new boolean[] {false, true}) {
      ForecastResult result =
          method.forecast(y, new ForecastRequest(season, 9, LEVELS, nonNegative, 3));
      if (result instanceof SeriesForecast forecast) {
        assertEquals(9, forecast.horizon());
        for (int h = 0; h < 9; h++) {
          assertTrue(forecast.quantile(0, h) <= forecast.quantile(1, h));
          assertTrue(forecast.quantile(1, h) <= forecast.quantile(2, h));
          assertTrue(!nonNegative || (forecast.mean(h) >= 0 && forecast.quantile(0, h) >= 0));
        }
      }
    }
    assertArrayEquals(before, y);
    return method.forecast(y, new ForecastRequest(season, 9, LEVELS, false, 3));
  }

  @Tag("slow")
  @ParameterizedTest
  @MethodSource("methods")
  void everyLengthFromNothingOn(SeriesForecaster method) {
    SplittableRandom random = new SplittableRandom(8);
    for (int season : new int[] {1, 2, 4, 7, 12, 52}) {
      for (int n = 0; n < 40; n++) {
        check(method, random.doubles(n, 1, 5).toArray(), season);
        check(method, random.doubles(n, -5, 5).toArray(), season);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("methods")
  void constantAndZero(SeriesForecaster method) {
    for (double value : new double[] {0, 7, -3, 1e-300, 1e140}) {
      double[] y = new double[30];
      Arrays.fill(y, value);
      SeriesForecast forecast = assertInstanceOf(SeriesForecast.class, check(method, y, 7));
      assertEquals(value, forecast.mean(8), Math.abs(value) * 1e-9);
      y[3] += 1;
      check(method, y, 7);
    }
  }

  @ParameterizedTest
  @MethodSource("methods")
  void perfectLinesSparseAndHugeValues(SeriesForecaster method) {
    double[] line = new double[30];
    double[] sparse = new double[60];
    double[] huge = new double[30];
    double[] explosive = new double[60];
    double[] tiny = new double[30];
    for (int t = 0; t < 30; t++) {
      line[t] = 3 * t;
      huge[t] = 1e140 * (1 + t % 3);
      tiny[t] = 1e-200 * (1 + t % 3);
    }
    for (int t = 0; t < 60; t++) {
      sparse[t] = t % 11 == 0 ? 4 : 0;
      explosive[t] = Math.pow(2, t);
    }
    for (double[] y : List.of(line, sparse, huge, explosive, tiny)) {
      assertInstanceOf(SeriesForecast.class, check(method, y, 1));
      assertInstanceOf(SeriesForecast.class, check(method, y, 12));
    }
  }

  @ParameterizedTest
  @MethodSource("methods")
  void refusalsNameTheFigures(SeriesForecaster method) {
    double[] broken = {1, 2, 3, Double.NaN, 5, 6, 7, 8, 9};
    ForecastRefusal refusal = assertInstanceOf(ForecastRefusal.class, check(method, broken, 1));
    assertTrue(refusal.message().contains("position 4 of 9"), refusal.message());
    ForecastRefusal empty =
        assertInstanceOf(ForecastRefusal.class, check(method, new double[0], 1));
    assertTrue(empty.message().contains("0"), empty.message());
  }

  @ParameterizedTest
  @MethodSource("methods")
  void percentLevelsAreRefused(SeriesForecaster method) {
    assertThrows(
        IllegalArgumentException.class,
        () -> new ForecastRequest(1, 1, List.of(10.0), false, method.hashCode()));
  }
}

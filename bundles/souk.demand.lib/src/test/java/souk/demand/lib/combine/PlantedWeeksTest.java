package souk.demand.lib.combine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import souk.demand.lib.backtest.Accuracy;
import souk.demand.lib.backtest.Backtest;
import souk.demand.lib.backtest.RollingOrigins;
import souk.demand.lib.forecast.ForecastRequest;
import souk.demand.lib.forecast.SeriesForecaster;
import souk.demand.lib.math.Normal;
import souk.demand.lib.naive.SeasonalNaive;

/**
 * The twin of M4's weekly series on made ones: a level that wanders, half of them with a season of
 * 52 weeks; 13 weeks ahead; always runs.
 */
class PlantedWeeksTest {
  private static final int YEAR = 52;

  private static double[][] planted() {
    SplittableRandom random = new SplittableRandom(52);
    double[][] series = new double[24][5 * YEAR];
    for (int i = 0; i < series.length; i++) {
      double level = 500 + 500 * random.nextDouble();
      double amplitude = i % 2 == 0 ? 0.15 + 0.2 * random.nextDouble() : 0;
      double phase = 2 * Math.PI * random.nextDouble();
      for (int t = 0; t < series[i].length; t++) {
        double season = 1 + amplitude * Math.sin(2 * Math.PI * t / YEAR + phase);
        series[i][t] = Math.max(1, level * season * (1 + 0.05 * normal(random)));
        level *= 1 + 0.01 * normal(random);
      }
    }
    return series;
  }

  private static double normal(SplittableRandom random) {
    return Normal.quantile((random.nextInt(1 << 20) + 0.5) / (1 << 20));
  }

  /** The overall weighted average of M4: sMAPE and MASE, each over that of the last value. */
  @Test
  void theEnsembleFindsWhichWeeksHaveASeason() {
    double[][] series = planted();
    ForecastRequest request = new ForecastRequest(YEAR, 13, List.of(0.1, 0.5, 0.9), true, 1);
    RollingOrigins origins = new RollingOrigins(1, 13, 1, 2 * YEAR);
    SeriesForecaster last =
        (history, asked) -> new SeasonalNaive().forecast(history, asked.withSeason(1));
    Accuracy naive = Backtest.run(last, series, origins, request);
    Accuracy ensemble = Backtest.run(new AutomaticEnsemble(), series, origins, request);
    double owa = (ensemble.smape() / naive.smape() + ensemble.mase() / naive.mase()) / 2;
    System.out.printf(
        "planted weeks: owa %.3f, 80 %% interval covers %.3f%n", owa, ensemble.coverage80());
    assertTrue(owa <= 0.87, owa + ": " + ensemble + " against " + naive);
    assertEquals(0.8, ensemble.coverage80(), 0.12, ensemble.toString());
  }
}

package souk.demand.lib.combine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import souk.demand.lib.backtest.Accuracy;
import souk.demand.lib.backtest.Backtest;
import souk.demand.lib.backtest.RollingOrigins;
import souk.demand.lib.ets.AutomaticEts;
import souk.demand.lib.forecast.ForecastRequest;
import souk.demand.lib.forecast.SeriesForecast;
import souk.demand.lib.naive.SeasonalNaive;
import souk.demand.lib.theta.Theta;

/**
 * The twin of the demonstration's backtest on made series: demand in pieces at a rate that wanders,
 * a year of weeks, four origins; always runs.
 */
class PlantedPiecesTest {
  private static final ForecastRequest REQUEST =
      new ForecastRequest(1, 8, List.of(0.1, 0.25, 0.5, 0.75, 0.9), true, 1);

  private static double[][] planted() {
    SplittableRandom random = new SplittableRandom(8);
    double[][] series = new double[60][53];
    for (double[] y : series) {
      double rate = 0.6 + 3 * random.nextDouble();
      double size = 1 + random.nextInt(8);
      for (int t = 0; t < y.length; t++) {
        double left = rate;
        while ((left += Math.log(1 - random.nextDouble())) > 0) {
          y[t] += 1 + (int) (-size * Math.log(1 - random.nextDouble()));
        }
        rate *= 0.97 + 0.06 * random.nextDouble();
      }
    }
    return series;
  }

  @Test
  void theEnsembleIsBetterThanItsYardsticks() {
    double[][] series = planted();
    RollingOrigins origins = new RollingOrigins(4, 8, 4, 8);
    Accuracy naive = Backtest.run(new SeasonalNaive(), series, origins, REQUEST);
    Accuracy average =
        Backtest.run(
            new Combination(List.of(new AutomaticEts(), new Theta())), series, origins, REQUEST);
    Accuracy ensemble = Backtest.run(new AutomaticEnsemble(), series, origins, REQUEST);
    System.out.printf(
        "planted pieces: wape %.3f of %.3f and %.3f, pinball %.3f of %.3f, coverage %.3f%n",
        ensemble.wape(),
        average.wape(),
        naive.wape(),
        ensemble.pinball(),
        average.pinball(),
        ensemble.coverage80());
    assertTrue(ensemble.wape() < 0.9 * naive.wape(), ensemble + " against " + naive);
    assertTrue(ensemble.wape() < average.wape(), ensemble + " against " + average);
    assertTrue(ensemble.pinball() < average.pinball(), ensemble + " against " + average);
    assertEquals(0.8, ensemble.coverage80(), 0.1, ensemble.toString());
  }

  @Test
  void onlyHistoriesWithZerosAndNothingBelowAreInPieces() {
    double[] y = new double[40];
    for (int t = 0; t < y.length; t++) {
      y[t] = 5 + t * 7 % 11;
    }
    assertEquals(-1, model(y).indexOf("TSB"));
    y[20] = 0;
    assertTrue(model(y).contains("TSB"), model(y));
    y[21] = -1;
    assertEquals(-1, model(y).indexOf("TSB"));
  }

  private static String model(double[] y) {
    ForecastRequest free = new ForecastRequest(1, 3, List.of(0.5), false, 1);
    return ((SeriesForecast) new AutomaticEnsemble().forecast(y, free)).model();
  }
}

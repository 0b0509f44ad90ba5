package souk.demand.lib.backtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import souk.demand.lib.ets.AutomaticEts;
import souk.demand.lib.forecast.ForecastRequest;
import souk.demand.lib.forecast.SeriesForecast;
import souk.demand.lib.math.Normal;
import souk.demand.lib.naive.SeasonalNaive;

/** Figures by hand, and a backtest that never looks ahead. */
class BacktestTest {
  private static final List<Double> LEVELS = List.of(0.1, 0.5, 0.9);

  @Test
  void figuresByHand() {
    AccuracyTally tally = new AccuracyTally();
    tally.add(
        new double[] {10, 0},
        new double[] {12, 0},
        LEVELS,
        new double[][] {{9, 1}, {11, 1}, {13, 2}},
        4);
    Accuracy accuracy = tally.accuracy();
    assertEquals(200 * 2 / 22.0 / 2, accuracy.smape(), 1e-12);
    assertEquals(0.25, accuracy.mase(), 1e-12);
    assertEquals(0.2, accuracy.wape(), 1e-12);
    assertEquals(0.2, accuracy.bias(), 1e-12);
    assertEquals(0.5, accuracy.coverage80(), 1e-12);
    double loss = 2 * (0.1 * 1 + 0.9 * 1 + 0.5 * 1 + 0.5 * 1 + 0.1 * 3 + 0.1 * 2) / 3 / 10;
    assertEquals(loss, accuracy.pinball(), 1e-12);
    assertEquals(2, accuracy.points());
  }

  @Test
  void cutsLeaveOneHorizonAndKeepEnoughTraining() {
    assertEquals(List.of(32, 36, 40), new RollingOrigins(3, 8, 4, 10).cuts(48));
    assertEquals(List.of(12), new RollingOrigins(3, 8, 4, 10).cuts(20));
    assertEquals(List.of(), new RollingOrigins(3, 8, 4, 10).cuts(17));
  }

  @Test
  void aMethodSeesOnlyTheTrainingPart() {
    double[] y = new double[30];
    for (int t = 0; t < y.length; t++) {
      y[t] = t;
    }
    Accuracy accuracy =
        Backtest.run(
            (history, request) -> {
              double last = history[history.length - 1];
              double[] mean = new double[request.horizon()];
              for (int h = 0; h < mean.length; h++) {
                mean[h] = last + h + 1;
              }
              assertEquals(history.length - 1, last);
              return new SeriesForecast("planted", mean, LEVELS, new double[][] {mean, mean, mean});
            },
            new double[][] {y},
            new RollingOrigins(4, 5, 2, 3),
            new ForecastRequest(1, 1, LEVELS, false, 1));
    assertEquals(4, accuracy.forecasts());
    assertEquals(0, accuracy.wape(), 0);
  }

  @Test
  void smoothingBeatsTheNaiveMethodOnANoisyLevel() {
    SplittableRandom random = new SplittableRandom(21);
    double[][] series = new double[60][60];
    for (double[] y : series) {
      for (int t = 0; t < y.length; t++) {
        y[t] = 100 + 20 * Normal.quantile((random.nextInt(1 << 20) + 0.5) / (1 << 20));
      }
    }
    RollingOrigins origins = new RollingOrigins(3, 4, 4, 20);
    ForecastRequest request = new ForecastRequest(1, 4, LEVELS, true, 1);
    Accuracy naive = Backtest.run(new SeasonalNaive(), series, origins, request);
    Accuracy ets = Backtest.run(new AutomaticEts(), series, origins, request);
    assertEquals(180, ets.forecasts());
    assertEquals(1 / Math.sqrt(2), ets.wape() / naive.wape(), 0.08);
    assertTrue(Math.abs(ets.coverage80() - 0.8) < 0.05, "coverage " + ets.coverage80());
  }
}

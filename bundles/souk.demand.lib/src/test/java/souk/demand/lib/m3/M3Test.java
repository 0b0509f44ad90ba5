package souk.demand.lib.m3;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import souk.demand.lib.backtest.Accuracy;
import souk.demand.lib.backtest.AccuracyTally;
import souk.demand.lib.combine.Combination;
import souk.demand.lib.ets.AutomaticEts;
import souk.demand.lib.forecast.ForecastRequest;
import souk.demand.lib.forecast.SeriesForecast;
import souk.demand.lib.forecast.SeriesForecaster;
import souk.demand.lib.theta.Theta;

/** Accuracy on the M3 competition beside the published figures. */
class M3Test {
  private static final SeriesForecaster THETA = new Theta();
  private static final SeriesForecaster ETS = new AutomaticEts();

  private static Map<String, Accuracy> judgeAll(List<M3Data.Entry> entries) {
    Map<String, AccuracyTally> tallies = new LinkedHashMap<>();
    long[] nanos = new long[2];
    for (M3Data.Entry entry : entries) {
      ForecastRequest request =
          new ForecastRequest(
              entry.season(), entry.test().length, List.of(0.1, 0.5, 0.9), false, 7);
      long start = System.nanoTime();
      SeriesForecast theta = (SeriesForecast) THETA.forecast(entry.train(), request);
      long middle = System.nanoTime();
      SeriesForecast ets = (SeriesForecast) ETS.forecast(entry.train(), request);
      nanos[0] += middle - start;
      nanos[1] += System.nanoTime() - middle;
      Map<String, SeriesForecast> answers =
          Map.of(
              "theta", theta,
              "ets", ets,
              "average", Combination.average(List.of(ets, theta)));
      double scale = AccuracyTally.scale(entry.train(), entry.season());
      answers.forEach(
          (name, forecast) ->
              tallies
                  .computeIfAbsent(name, key -> new AccuracyTally())
                  .add(
                      entry.test(),
                      forecast.mean(),
                      forecast.levels(),
                      forecast.quantiles(),
                      scale));
    }
    Map<String, Accuracy> accuracies = new TreeMap<>();
    tallies.forEach((name, tally) -> accuracies.put(name, tally.accuracy()));
    accuracies.forEach(
        (name, accuracy) ->
            System.out.printf(
                Locale.ROOT,
                "M3 %-8s series=%d smape=%.3f mase=%.3f coverage80=%.3f%n",
                name,
                accuracy.forecasts(),
                accuracy.smape(),
                accuracy.mase(),
                accuracy.coverage80()));
    System.out.printf(
        Locale.ROOT,
        "M3 millisPerSeries theta=%.3f ets=%.3f%n",
        nanos[0] / 1e6 / entries.size(),
        nanos[1] / 1e6 / entries.size());
    return accuracies;
  }

  @Test
  void monthlySeriesAgreeWithThePublishedTheta() throws IOException {
    List<M3Data.Entry> all = M3Data.read("MONTHLY");
    assertEquals(1428, all.size());
    Map<String, Accuracy> accuracies = judgeAll(all);
    assertEquals(13.892, accuracies.get("theta").smape(), 0.05, "published 13.892");
    assertTrue(accuracies.get("ets").smape() < 14.1);
    assertTrue(accuracies.get("average").smape() < 13.7);
  }

  @Test
  void quarterlySeriesAgreeWithThePublishedTheta() throws IOException {
    List<M3Data.Entry> all = M3Data.read("QUARTERLY");
    assertEquals(756, all.size());
    Map<String, Accuracy> accuracies = judgeAll(all);
    assertEquals(8.956, accuracies.get("theta").smape(), 0.3, "published 8.956");
    assertTrue(accuracies.get("ets").smape() < 9.5);
    assertTrue(accuracies.get("average").smape() < 9.0);
  }
}

package souk.demand.lib.m3;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
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
  private final SeriesForecaster theta = new Theta();
  private final SeriesForecaster ets = new AutomaticEts();

  private static Accuracy judge(String name, SeriesForecaster method, List<M3Data.Entry> entries) {
    AccuracyTally tally = new AccuracyTally();
    long start = System.nanoTime();
    for (M3Data.Entry entry : entries) {
      ForecastRequest request =
          new ForecastRequest(
              entry.season(), entry.test().length, List.of(0.1, 0.5, 0.9), false, 7);
      SeriesForecast forecast = (SeriesForecast) method.forecast(entry.train(), request);
      tally.add(
          entry.test(),
          forecast.mean(),
          forecast.levels(),
          forecast.quantiles(),
          AccuracyTally.scale(entry.train(), entry.season()));
    }
    Accuracy accuracy = tally.accuracy();
    System.out.printf(
        Locale.ROOT,
        "M3 %-14s series=%d smape=%.3f mase=%.3f coverage80=%.3f millisPerSeries=%.2f%n",
        name,
        accuracy.forecasts(),
        accuracy.smape(),
        accuracy.mase(),
        accuracy.coverage80(),
        (System.nanoTime() - start) / 1e6 / entries.size());
    return accuracy;
  }

  @Test
  void monthlySeriesAgreeWithThePublishedTheta() throws IOException {
    List<M3Data.Entry> all = M3Data.read("MONTHLY");
    assertEquals(1428, all.size());
    assertEquals(13.892, judge("theta", theta, all).smape(), 0.1, "published 13.892");
    assertTrue(judge("ets", ets, all).smape() < 14.1);
    assertTrue(judge("theta+ets", new Combination(List.of(theta, ets)), all).smape() < 13.7);
  }

  @Test
  void quarterlySeriesAgreeWithThePublishedTheta() throws IOException {
    List<M3Data.Entry> all = M3Data.read("QUARTERLY");
    assertEquals(756, all.size());
    assertEquals(8.956, judge("theta", theta, all).smape(), 0.3, "published 8.956");
    assertTrue(judge("ets", ets, all).smape() < 9.5);
    assertTrue(judge("theta+ets", new Combination(List.of(theta, ets)), all).smape() < 9.0);
  }
}

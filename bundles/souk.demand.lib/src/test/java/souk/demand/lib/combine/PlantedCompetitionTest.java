package souk.demand.lib.combine;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import souk.demand.lib.backtest.Accuracy;
import souk.demand.lib.backtest.Backtest;
import souk.demand.lib.backtest.RollingOrigins;
import souk.demand.lib.ets.AutomaticEts;
import souk.demand.lib.forecast.ForecastRequest;
import souk.demand.lib.forecast.SeriesForecaster;
import souk.demand.lib.math.Normal;
import souk.demand.lib.naive.SeasonalNaive;
import souk.demand.lib.theta.Theta;

/** The twin of the M3 competition on made series: trend, monthly season, noise; always runs. */
class PlantedCompetitionTest {
  @Tag("slow")
  @Test
  void everyMethodBeatsSeasonalNaiveByATenth() {
    SplittableRandom random = new SplittableRandom(31);
    double[][] series = new double[60][110];
    for (double[] y : series) {
      double level = 100;
      double amplitude = 0.3 * random.nextDouble();
      double slope = random.nextDouble() - 0.3;
      for (int t = 0; t < y.length; t++) {
        double noise = Normal.quantile((random.nextInt(1 << 20) + 0.5) / (1 << 20));
        double season = 1 + amplitude * Math.sin(2 * Math.PI * t / 12);
        y[t] = Math.max(1, level * season * (1 + 0.06 * noise));
        level += slope + 2 * 0.06 * noise;
      }
    }
    ForecastRequest request = new ForecastRequest(12, 18, List.of(0.1, 0.5, 0.9), false, 1);
    RollingOrigins origins = new RollingOrigins(1, 18, 1, 30);
    Accuracy naive = Backtest.run(new SeasonalNaive(), series, origins, request);
    SeriesForecaster ets = new AutomaticEts();
    SeriesForecaster theta = new Theta();
    for (SeriesForecaster method :
        List.of(ets, theta, new Combination(List.of(ets, theta)), new AutomaticEnsemble())) {
      Accuracy accuracy = Backtest.run(method, series, origins, request);
      assertTrue(
          accuracy.smape() < 0.9 * naive.smape(), accuracy + " against seasonal naive " + naive);
      assertTrue(accuracy.coverage80() > 0.65, accuracy.toString());
    }
  }
}

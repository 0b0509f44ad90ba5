package souk.demand.lib.naive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import souk.demand.lib.forecast.ForecastRequest;
import souk.demand.lib.forecast.SeriesForecast;

/** Seasonal naive by hand. */
class SeasonalNaiveTest {
  private static SeriesForecast forecast(double[] y, int season) {
    return (SeriesForecast)
        new SeasonalNaive()
            .forecast(y, new ForecastRequest(season, 5, List.of(0.5, 0.9), false, 1));
  }

  @Test
  void repeatsTheLastSeasonAndWidensPerSeason() {
    double[] y = {1, 2, 3, 2, 4, 6};
    SeriesForecast forecast = forecast(y, 3);
    assertArrayEquals(new double[] {2, 4, 6, 2, 4}, forecast.mean(), 1e-12);
    double sigma = Math.sqrt((1 + 4 + 9) / 3.0);
    assertEquals(2 + 1.2815515655 * sigma, forecast.quantile(1, 0), 1e-9);
    assertEquals(2 + 1.2815515655 * sigma * Math.sqrt(2), forecast.quantile(1, 3), 1e-9);
  }

  @Test
  void fallsBackToTheLastValueWithoutTwoSeasons() {
    double[] y = {1, 2, 3, 2, 4};
    assertArrayEquals(new double[] {4, 4, 4, 4, 4}, forecast(y, 3).mean(), 1e-12);
    assertEquals("SeasonalNaive(1)", forecast(y, 3).model());
  }
}

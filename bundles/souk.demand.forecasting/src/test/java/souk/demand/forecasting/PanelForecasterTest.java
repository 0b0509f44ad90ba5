package souk.demand.forecasting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import souk.demand.api.SeriesForecast;
import souk.demand.spi.ForecastTask;
import souk.demand.spi.Forecaster;
import souk.model.Frequency;
import souk.model.Panel;
import souk.model.Series;
import souk.model.TimeGrid;

/** What the adapter adds to the mathematics. */
class PanelForecasterTest {
  private static final TimeGrid GRID = new TimeGrid(LocalDate.of(2024, 1, 1), Frequency.WEEK);
  private static final ForecastTask TASK =
      new ForecastTask(2, 1, new double[0], true, 1, Instant.EPOCH);

  @Test
  void aShortSeriesIsAnsweredByTheYardstickWithANote() {
    Panel panel = Panel.builder(GRID).add(new Series("new", 50, new double[] {3, 5})).build();
    SeriesForecast forecast =
        new EtsForecaster(false).forecast(panel, TASK).series("new").orElseThrow();
    assertEquals(5, forecast.mean()[1]);
    assertEquals("SeasonalNaive(1)", forecast.method());
    assertEquals("forecast.short-history", forecast.notes().get(0).code());
    assertTrue(forecast.notes().get(0).text().contains("at least 4 observations"));
  }

  @Test
  void theFirstStepFollowsTheSeriesThatEndsLast() {
    Panel panel =
        Panel.builder(GRID)
            .add(new Series("a", 0, new double[20]))
            .add(new Series("b", 10, new double[20]))
            .build();
    assertEquals(30, new ThetaForecaster().forecast(panel, TASK).firstStep());
  }

  @Test
  void whatIsRefusedIsNotForecast() {
    Panel panel = Panel.builder(GRID).add(new Series("none", 0, new double[0])).build();
    IllegalArgumentException error =
        assertThrows(
            IllegalArgumentException.class, () -> new ThetaForecaster().forecast(panel, TASK));
    assertTrue(error.getMessage().contains("series none has 0"), error.getMessage());
  }

  @Test
  void covariatesWithoutInfluenceAreNamed() {
    Panel panel =
        Panel.builder(GRID)
            .add(new Series("a", 0, new double[] {1, 2, 3, 4, 5}))
            .covariate("price", new Series("a", 0, new double[7]))
            .build();
    SeriesForecast forecast = new ThetaForecaster().forecast(panel, TASK).seriesList().get(0);
    assertEquals("forecast.covariates-unused", forecast.notes().get(0).code());
    assertTrue(forecast.notes().get(0).text().contains("[price]"));
  }

  @Test
  void aKnownPromotionMovesTheForecastOfMethodsThatUseIt() {
    double[] promotion = new double[62];
    double[] units = new double[60];
    for (int t = 0; t < promotion.length; t++) {
      promotion[t] = t % 7 == 3 || t == 60 ? 1 : 0;
      if (t < 60) {
        units[t] = 20 + 15 * promotion[t] + t % 3;
      }
    }
    Panel panel =
        Panel.builder(GRID)
            .add(new Series("a", 0, units))
            .covariate("promotion", new Series("a", 0, promotion))
            .covariate("past", new Series("a", 0, new double[60]))
            .build();
    for (Forecaster forecaster : List.of(new ArimaForecaster(), new RegressionForecaster())) {
      SeriesForecast forecast = forecaster.forecast(panel, TASK).seriesList().get(0);
      assertEquals(15, forecast.mean()[0] - forecast.mean()[1], 3);
      assertTrue(forecast.notes().get(0).text().contains("[past]"));
    }
  }
}

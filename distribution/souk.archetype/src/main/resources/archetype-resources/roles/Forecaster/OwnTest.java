package ${package};

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import souk.demand.api.SeriesForecast;
import souk.demand.spi.ForecastTask;
import souk.model.Frequency;
import souk.model.Panel;
import souk.model.Series;
import souk.model.TimeGrid;

/** What this forecaster promises. */
class ${className}Test {
  private static final ForecastTask THREE_WEEKS =
      new ForecastTask(3, 1, new double[] {0.5}, true, 42, Instant.EPOCH);

  @Test
  void averagesTheLastSteps() {
    SeriesForecast forecast =
        new ${className}(2).forecast(panel(100, 4, 6), THREE_WEEKS).seriesList().get(0);
    assertArrayEquals(new double[] {5, 5, 5}, forecast.mean());
  }

  @Test
  void namesTheSeriesThatIsTooShort() {
    String refusal = new ${className}(8).refuses(panel(1, 2), THREE_WEEKS).orElseThrow().toString();
    assertTrue(refusal.contains("s has 2"), refusal);
  }

  @Test
  void refusesAnImpossibleWindow() {
    assertThrows(IllegalArgumentException.class, () -> new ${className}(0));
  }

  @Test
  void bundleAndStrategyHaveTheSameVersion() {
    assertEquals(System.getProperty("project.version"), ${className}.VERSION);
  }

  private static Panel panel(double... values) {
    TimeGrid weeks = new TimeGrid(LocalDate.of(2026, 1, 5), Frequency.WEEK);
    return Panel.builder(weeks).add(new Series("s", 0, values)).build();
  }
}

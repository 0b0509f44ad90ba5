package souk.demand.pooled;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import souk.demand.api.DemandForecast;
import souk.demand.spi.ForecastTask;
import souk.demand.spi.Forecaster;
import souk.kernel.api.Progress;
import souk.model.Frequency;
import souk.model.Panel;
import souk.model.Series;
import souk.model.TimeGrid;
import souk.testkit.ForecasterContract;

class PooledForecasterTest extends ForecasterContract {
  private static final int STEPS = 90;

  @Override
  protected Forecaster subject() {
    return Fixture.forecaster(Map.of());
  }

  private static ForecastTask task() {
    return new ForecastTask(4, 52, new double[] {0.5}, true, 1, Instant.EPOCH);
  }

  /** Twenty articles that sell three times as much in flagged weeks; some weeks are sold out. */
  private static Panel panel(boolean flagged, boolean marked) {
    Panel.Builder builder = Panel.builder(new TimeGrid(LocalDate.of(2024, 1, 1), Frequency.WEEK));
    for (int i = 0; i < 20; i++) {
      String id = "s" + i;
      double[] units = new double[STEPS];
      double[] flag = new double[STEPS + 4];
      double[] available = new double[STEPS];
      for (int t = 0; t < flag.length; t++) {
        flag[t] = (t * 7 + i * 3) % 9 == 0 ? 1 : 0;
        if (t < STEPS) {
          available[t] = (t * 5 + i * 11) % 13 == 0 ? 0 : 1;
          double demand = (20 + i) * (flag[t] == 1 ? 3 : 1) + (t * 31 + i * 17) % 5 - 2;
          units[t] = available[t] * demand;
        } else {
          flag[t] = flagged ? 1 : 0;
        }
      }
      builder.add(new Series(id, 0, units));
      builder.covariate("leaflet", new Series(id, 0, flag));
      if (marked) {
        builder.covariate("available", new Series(id, 0, available));
      }
      builder.covariate("weather", new Series(id, 0, units));
    }
    return builder.build();
  }

  private static double mean(Panel panel) {
    DemandForecast forecast = Fixture.forecaster(Map.of()).forecast(panel, task());
    double sum = 0;
    for (int i = 0; i < 20; i++) {
      sum += forecast.seriesList().get(i).mean()[2] / (20 + i) / 20;
    }
    return sum;
  }

  @Test
  void aFlagInTheFutureLiftsTheForecast() {
    assertEquals(3, mean(panel(true, true)), 0.2);
    assertEquals(1, mean(panel(false, true)), 0.05);
  }

  /** Planted stock-outs, marked as such, lower the forecast by less than two percent. */
  @Test
  void markedStockOutsAreNoDemand() {
    assertEquals(1, mean(panel(false, true)), 0.02);
    assertTrue(mean(panel(false, false)) < 0.98, "unmarked they must show");
  }

  @Test
  void whatItDoesNotUseOrAssumesIsNoted() {
    String notes =
        subject().forecast(panel(true, true), task()).seriesList().get(0).notes().toString();
    assertTrue(notes.contains("weather"), notes);
    String assumed =
        subject()
            .forecast(
                panel(true, true), new ForecastTask(6, 52, new double[0], true, 1, Instant.EPOCH))
            .seriesList()
            .get(0)
            .notes()
            .toString();
    assertTrue(assumed.contains("leaflet"), assumed);
  }

  @Test
  void wrongSettingsAreRefusedByName() {
    String message =
        assertThrows(
                IllegalArgumentException.class, () -> Fixture.forecaster(Map.of("country", "XX")))
            .getMessage();
    assertTrue(message.contains("XX") && message.contains("CN"), message);
    assertThrows(
        IllegalArgumentException.class,
        () -> Fixture.forecaster(Map.of("school", new String[] {"2025-08..x"})));
  }

  @Test
  void aCountryGivesItsCalendar() {
    PooledForecaster china =
        Fixture.forecaster(Map.of("trees", 20, "country", "CN", "paydays", new int[] {15}));
    assertEquals(
        "CN", china.forecast(panel(true, true), task()).provenance().options().get("calendar"));
  }

  @Test
  void aPanelOfMoreValuesThanAllowedIsRefusedWithFigures() {
    PooledForecaster small = Fixture.forecaster(Map.of("values", 1_000));
    String refusal = small.refuses(panel(true, true), task()).orElseThrow().toString();
    assertTrue(refusal.contains("1000") && refusal.contains("1880"), refusal);
    assertTrue(subject().refuses(panel(true, true), task()).isEmpty());
  }

  @Test
  void progressRisesToTheEndAndCancellationStopsIt() {
    List<Long> seen = new ArrayList<>();
    Progress progress = (done, total, message) -> seen.add(done * 1_000 / total);
    DemandForecast told =
        Fixture.forecaster(Map.of()).forecast(panel(true, true), task(), progress);
    assertArrayEquals(
        subject().forecast(panel(true, true), task()).seriesList().get(3).mean(),
        told.seriesList().get(3).mean());
    assertEquals(seen.stream().sorted().toList(), seen);
    assertTrue(seen.size() > 5 && seen.get(seen.size() - 1) == 1_000, seen.toString());
    Progress cancelled =
        new Progress() {
          @Override
          public void report(long done, long total, String message) {}

          @Override
          public boolean cancelled() {
            return true;
          }
        };
    assertThrows(
        CancellationException.class,
        () -> {
          subject().forecast(panel(true, true), task(), cancelled);
        });
  }
}

package souk.demand.core;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import souk.demand.api.DemandForecast;
import souk.demand.api.ForecastOptions;
import souk.demand.api.SeriesForecast;
import souk.demand.lib.naive.SeasonalNaive;
import souk.demand.spi.ForecastTask;
import souk.demand.spi.Forecaster;
import souk.kernel.api.Progress;
import souk.model.Panel;
import souk.model.Refusal;
import souk.model.Series;
import souk.testkit.DirectRouter;

/** What is done around any model: whole numbers, calibration, holidays, stock-outs. */
class AroundAModelTest {
  private static final Forecaster MEAN =
      new Services.Simple("mean", y -> new double[] {Arrays.stream(y).average().orElse(0)});

  private static ForecastTask task(int horizon) {
    return new ForecastTask(horizon, 1, new double[] {0.1, 0.5, 0.9}, true, 1, SupportingCast.NOW);
  }

  private static DemandForecast forecast(
      Forecaster forecaster, Panel panel, int horizon, ForecastOptions.Builder options) {
    return Services.forecasts(new DirectRouter().add(Forecaster.class, "one", forecaster))
        .forecast(
            panel, task(horizon), options.strategy(Optional.of("one")).build(), Progress.none());
  }

  @Test
  void wholeNumbersKeepTheSumAndTheInterval() {
    Panel panel = Services.panel(new Series("s", 0, new double[] {1, 2, 1, 2, 1, 1, 1, 1, 1, 3}));
    SeriesForecast whole =
        forecast(MEAN, panel, 5, ForecastOptions.builder().wholeNumbers(true)).seriesList().get(0);
    assertEquals(7, Arrays.stream(whole.mean()).sum());
    for (int h = 0; h < 5; h++) {
      assertEquals(Math.rint(whole.mean()[h]), whole.mean()[h]);
      assertEquals(0, whole.quantile(0)[h]);
      assertEquals(3, whole.quantile(2)[h]);
    }
  }

  @Test
  void calibratedIntervalsKeepTheirPromise() {
    SplittableRandom random = new SplittableRandom(2);
    Panel.Builder builder = Panel.builder(SupportingCast.GRID);
    double[][] future = new double[60][];
    for (int i = 0; i < future.length; i++) {
      double[] y = random.doubles(66, 10, 30).toArray();
      future[i] = Arrays.copyOfRange(y, 60, 66);
      builder.add(new Series("s" + i, 0, Arrays.copyOf(y, 60)));
    }
    Panel panel = builder.build();
    assertTrue(coverage(forecast(MEAN, panel, 6, ForecastOptions.builder()), future) < 0.15);
    DemandForecast calibrated =
        forecast(MEAN, panel, 6, ForecastOptions.builder().calibrated(true));
    assertEquals(0.8, coverage(calibrated, future), 0.06);
    assertEquals("forecast.calibration.own", calibrated.seriesList().get(0).notes().get(0).code());
    assertEquals("true", calibrated.provenance().options().get("calibrated"));
  }

  private static double coverage(DemandForecast forecast, double[][] future) {
    int inside = 0;
    for (int i = 0; i < future.length; i++) {
      for (int h = 0; h < 6; h++) {
        SeriesForecast one = forecast.seriesList().get(i);
        inside += future[i][h] >= one.quantile(0)[h] && future[i][h] <= one.quantile(2)[h] ? 1 : 0;
      }
    }
    return inside / 6.0 / future.length;
  }

  @Test
  void tooLittleToCalibrateIsSaidWithFigures() {
    Panel panel = Services.panel(new Series("s", 0, new double[] {1, 2, 3, 4, 5}));
    SeriesForecast plain =
        forecast(MEAN, panel, 6, ForecastOptions.builder().calibrated(true)).seriesList().get(0);
    assertTrue(plain.notes().get(0).text().contains("0 steps could be judged, 20 are needed"));
  }

  /** The grid begins on Monday 2024-01-01; the third week of 2024-12 holds no holiday. */
  @Test
  void holidaysAreKnownInAdvance() {
    AtomicReference<Panel> seen = new AtomicReference<>();
    Forecaster watching =
        new Forecaster() {
          @Override
          public Optional<Refusal> refuses(Panel history, ForecastTask task) {
            seen.set(history);
            return Optional.empty();
          }

          @Override
          public DemandForecast forecast(Panel history, ForecastTask task) {
            return MEAN.forecast(history, task);
          }
        };
    Panel panel = Services.panel(new Series("s", 0, new double[50]));
    forecast(watching, panel, 4, ForecastOptions.builder().holidays(Optional.of("US")));
    double[] counts = seen.get().covariate("holidays", "s").orElseThrow().values();
    assertEquals(54, counts.length);
    assertArrayEquals(new double[] {0, 1, 1, 0}, Arrays.copyOfRange(counts, 50, 54));
    assertEquals(1, counts[0]);
    assertTrue(
        assertThrows(
                IllegalArgumentException.class,
                () ->
                    forecast(MEAN, panel, 4, ForecastOptions.builder().holidays(Optional.of("XX"))))
            .getMessage()
            .contains("XX"));
  }

  private static Panel stocked(boolean emptied, boolean told) {
    SplittableRandom random = new SplittableRandom(7);
    Panel.Builder builder = Panel.builder(SupportingCast.GRID);
    for (int i = 0; i < 20; i++) {
      double[] units = new double[104];
      double[] available = new double[104];
      for (int t = 0; t < units.length; t++) {
        boolean out = random.nextInt(12) == 0;
        double noise = random.nextDouble() + random.nextDouble() - 1;
        units[t] = Math.rint(80 + 20 * noise) * (emptied && out ? 0 : 1);
        available[t] = out ? 0 : 1;
      }
      builder.add(new Series("s" + i, 0, units));
      if (told) {
        builder.covariate("available", new Series("s" + i, 0, available));
      }
    }
    return builder.build();
  }

  private static double total(DemandForecast forecast) {
    return forecast.seriesList().stream().mapToDouble(s -> Arrays.stream(s.mean()).sum()).sum();
  }

  /** One week in twelve has no stock; the mean of all weeks would fall by eight percent. */
  @Test
  void stockOutsDoNotLowerTheForecast() {
    double full = total(forecast(MEAN, stocked(false, false), 4, ForecastOptions.builder()));
    double blind = total(forecast(MEAN, stocked(true, false), 4, ForecastOptions.builder()));
    assertTrue(blind < 0.94 * full);
    DemandForecast told =
        forecast(
            MEAN,
            stocked(true, true),
            4,
            ForecastOptions.builder().stockOuts(ForecastOptions.StockOuts.FILL_KNOWN));
    assertEquals(1, total(told) / full, 0.02);
    assertEquals("forecast.stock-outs-filled", told.seriesList().get(0).notes().get(0).code());
    DemandForecast found =
        forecast(
            MEAN,
            stocked(true, false),
            4,
            ForecastOptions.builder().stockOuts(ForecastOptions.StockOuts.FILL_FOUND));
    assertEquals(1, total(found) / full, 0.02);
  }

  @Test
  void negativeUnitsCannotBeFilledAndAreNamed() {
    Panel panel = Services.panel(new Series("s", 0, new double[] {1, -4, 2}));
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () ->
                    forecast(
                        new SupportingCast.Method("naive", new SeasonalNaive()),
                        panel,
                        2,
                        ForecastOptions.builder().stockOuts(ForecastOptions.StockOuts.FILL_FOUND)))
            .getMessage();
    assertTrue(message.contains("series s has -4.0 at position 2"), message);
  }

  /** Daily sales with a week in them, and noise; in other units nothing changes. */
  @Test
  void theSeasonIsTheOneThatMostSeriesShow() {
    SplittableRandom random = new SplittableRandom(5);
    for (double unit : new double[] {1, 1e120}) {
      Panel.Builder weekly = Panel.builder(SupportingCast.GRID);
      Panel.Builder noise = Panel.builder(SupportingCast.GRID);
      for (int i = 0; i < 9; i++) {
        double[] y = new double[120];
        double[] z = new double[120];
        for (int t = 0; t < y.length; t++) {
          y[t] = unit * (50 + 30 * Math.sin(2 * Math.PI * t / 7) + 20 * random.nextDouble());
          z[t] = unit * random.nextDouble();
        }
        weekly.add(new Series("s" + i, 0, i < 6 ? y : z));
        noise.add(new Series("s" + i, 0, i < 3 ? y : z));
      }
      WarehouseForecasts service = Services.forecasts(new DirectRouter());
      assertEquals(7, service.season(weekly.build()));
      assertEquals(1, service.season(noise.build()));
    }
    assertEquals(1, Services.forecasts(new DirectRouter()).season(Services.panel()));
  }
}

package souk.demand.core;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import souk.demand.api.DemandForecast;
import souk.demand.api.ForecastRequest;
import souk.demand.api.ForecastRun;
import souk.demand.spi.ForecastTask;
import souk.demand.spi.Forecaster;
import souk.kernel.api.Progress;
import souk.model.Panel;
import souk.model.Refusal;
import souk.model.Series;
import souk.testkit.DirectRouter;
import souk.testkit.InMemoryDocuments;

class IncrementalRunTest {
  private static final ForecastRequest REQUEST = new ForecastRequest(4, 50, false, 1);

  private final InMemoryDocuments documents = Services.documents();
  private final List<String> asked = new ArrayList<>();

  private final class Watched implements Forecaster {
    private final Forecaster mean =
        new Services.Simple("mean", y -> new double[] {Arrays.stream(y).average().orElse(0)});

    @Override
    public Optional<Refusal> refuses(Panel history, ForecastTask task) {
      return Optional.empty();
    }

    @Override
    public DemandForecast forecast(Panel history, ForecastTask task) {
      history.seriesList().forEach(series -> asked.add(series.id()));
      return mean.forecast(history, task);
    }
  }

  private static Panel sold(int weeks, String changed) {
    Panel.Builder builder = Panel.builder(SupportingCast.GRID);
    for (int i = 0; i < 30; i++) {
      SplittableRandom random = new SplittableRandom(i);
      String id = "s" + i;
      double[] units = new double[weeks];
      Arrays.setAll(units, t -> Math.rint(50 * random.nextDouble()));
      if (id.equals(changed)) {
        units[7] += 100;
      }
      builder.add(new Series(id, 0, units));
    }
    return builder.build();
  }

  private WarehouseForecasts service(Panel panel, ForecasterCatalog catalog) {
    return Services.forecasts(
        Services.sales(panel),
        documents,
        new DirectRouter().add(Forecaster.class, "mean", new Watched()),
        catalog);
  }

  @Test
  void onlyWhatChangedIsForecastAnew() {
    ForecastRun first =
        service(sold(60, ""), new ForecasterCatalog()).run(REQUEST, Progress.none());
    asked.clear();
    WarehouseForecasts later = service(sold(60, "s7"), new ForecasterCatalog());
    ForecastRun refreshed = later.refresh(REQUEST, Progress.none());
    assertEquals(List.of("s7"), asked);
    assertEquals(30, refreshed.forecast().seriesList().size());
    assertEquals(first.chosen(), refreshed.chosen());
    assertEquals(first.backtest(), refreshed.backtest());
    assertArrayEquals(
        first.forecast().series("s8").orElseThrow().mean(),
        refreshed.forecast().series("s8").orElseThrow().mean());
    assertFalse(
        Arrays.equals(
            first.forecast().series("s7").orElseThrow().mean(),
            refreshed.forecast().series("s7").orElseThrow().mean()));
    assertEquals("1", refreshed.forecast().provenance().options().get("changed"));
    assertEquals(
        refreshed.id(), later.latestBacktest().orElseThrow().runId(), "the backtest goes along");
    asked.clear();
    service(sold(60, "s7"), new ForecasterCatalog()).refresh(REQUEST, Progress.none());
    assertEquals(List.of(), asked, "nothing changed since");
  }

  @Test
  void aNewWeekConcernsAll() {
    service(sold(60, ""), new ForecasterCatalog()).run(REQUEST, Progress.none());
    asked.clear();
    ForecastRun run =
        service(sold(61, ""), new ForecasterCatalog()).refresh(REQUEST, Progress.none());
    assertEquals(30, asked.size());
    assertEquals(61, run.forecast().firstStep());
  }

  @Test
  void anotherRequestIsRunAnew() {
    service(sold(60, ""), new ForecasterCatalog()).run(REQUEST, Progress.none());
    asked.clear();
    service(sold(60, ""), new ForecasterCatalog())
        .refresh(new ForecastRequest(5, 50, false, 1), Progress.none());
    assertTrue(asked.size() > 100, "backtest and forecast: " + asked.size());
  }

  /** One that learns across series gets them all in one call, however few are wanted. */
  @Test
  void whoLearnsAcrossSeriesSeesThemAll() {
    ForecasterCatalog catalog =
        new ForecasterCatalog()
            .with(
                new souk.demand.api.ForecasterInfo(
                    "mean", "1.0.0", "mean", "pooled", 1, "known", 0, true));
    service(sold(60, ""), catalog).run(REQUEST, Progress.none());
    asked.clear();
    service(sold(60, "s7"), catalog).refresh(REQUEST, Progress.none());
    assertEquals(30, asked.size());
  }
}

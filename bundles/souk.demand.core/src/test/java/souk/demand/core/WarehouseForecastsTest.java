package souk.demand.core;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import souk.demand.api.BacktestScore;
import souk.demand.api.DemandForecast;
import souk.demand.api.ForecastRequest;
import souk.demand.api.ForecastRun;
import souk.demand.api.SeriesForecast;
import souk.demand.core.SupportingCast.Method;
import souk.demand.core.SupportingCast.Sales;
import souk.demand.lib.ets.AutomaticEts;
import souk.demand.lib.forecast.ForecastRefusal;
import souk.demand.lib.naive.SeasonalNaive;
import souk.demand.lib.theta.Theta;
import souk.demand.spi.ForecastTask;
import souk.demand.spi.Forecaster;
import souk.kernel.api.Progress;
import souk.kernel.api.RoutingException;
import souk.model.Panel;
import souk.model.Reason;
import souk.model.Refusal;
import souk.model.Series;
import souk.testkit.Configured;
import souk.testkit.DirectRouter;
import souk.testkit.InMemoryDocuments;
import souk.testkit.SerialJobs;

/** Runs over planted sales. */
class WarehouseForecastsTest {
  private static final Clock CLOCK = Clock.fixed(SupportingCast.NOW, ZoneOffset.UTC);
  private static final ForecastRequest REQUEST = new ForecastRequest(6, 40, false, 7);

  private final InMemoryDocuments documents = new InMemoryDocuments(CLOCK);

  private static Panel noisyLevels(int count, int weeks) {
    SplittableRandom random = new SplittableRandom(3);
    Panel.Builder builder = Panel.builder(SupportingCast.GRID);
    for (int i = 0; i < count; i++) {
      double[] values = new double[weeks];
      for (int t = 0; t < weeks; t++) {
        values[t] = Math.max(0, 40 + 40 * (random.nextDouble() - 0.5));
      }
      builder.add(new Series("sku" + i, 0, values));
    }
    return builder.build();
  }

  private static DirectRouter router() {
    return new DirectRouter()
        .add(Forecaster.class, "seasonal-naive", new Method("seasonal-naive", new SeasonalNaive()))
        .add(Forecaster.class, "ets", new Method("ets", new AutomaticEts()))
        .add(Forecaster.class, "theta", new Method("theta", new Theta()));
  }

  private WarehouseForecasts service(Panel panel, DirectRouter router) {
    return service(panel, router, SupportingCast.forecastConfig());
  }

  private WarehouseForecasts service(
      Panel panel, DirectRouter router, WarehouseForecasts.Config config) {
    return new WarehouseForecasts(
        new Sales(panel, SupportingCast.noPurchases()),
        documents,
        router,
        new SerialJobs(),
        new ForecasterCatalog(),
        SupportingCast.noTable(),
        config,
        CLOCK);
  }

  private static boolean has(ForecastRun run, String code) {
    return run.reasons().stream().map(Reason::code).anyMatch(code::equals);
  }

  /** A chain is too large to judge every strategy on every series. */
  @Test
  void aSampleIsJudgedAndAllAreForecast() {
    ForecastRun run =
        service(
                noisyLevels(60, 53),
                router(),
                Configured.of(WarehouseForecasts.Config.class, Map.of("backtestSeries", 25)))
            .run(new ForecastRequest(6, 60, false, 7), Progress.none());
    assertEquals(60, run.forecast().seriesList().size());
    assertEquals(25, run.backtest().get(0).series());
    assertTrue(has(run, "forecast.backtest.sampled"));
  }

  @Test
  void backtestsChoosesForecastsAndKeeps() {
    WarehouseForecasts service = service(noisyLevels(40, 53), router());
    assertTrue(service.latest().isEmpty());
    ForecastRun run = service.run(REQUEST, Progress.none());
    assertEquals("forecast-run-20250304-050607-089", run.id());
    assertEquals(40, run.forecast().seriesList().size());
    assertEquals(53, run.forecast().firstStep());
    assertEquals(6, run.forecast().seriesList().get(0).horizon());
    assertEquals(3, run.backtest().size());
    BacktestScore best = run.backtest().get(0);
    assertTrue(best.wapeRatio() < 0.85, best.toString());
    assertEquals(4, best.origins());
    assertEquals(40, best.series());
    assertEquals(0.8, best.coverage80(), 0.1);
    BacktestScore last = run.backtest().get(2);
    assertEquals("seasonal-naive", last.strategy());
    assertEquals(1, last.wapeRatio(), 1e-9);
    assertEquals(best.strategy(), run.chosen().get("sku39"));
    assertTrue(has(run, "forecast.season.none"));
    assertTrue(has(run, "forecast.choice.backtest"));
    assertEquals(64, run.forecast().provenance().inputFingerprint().length());
  }

  @Test
  void whatIsKeptIsWhatWasMade() {
    WarehouseForecasts service = service(noisyLevels(20, 53), router());
    ForecastRun run = service.run(REQUEST, Progress.none());
    ForecastRun kept = service.latest().orElseThrow();
    assertEquals(run.id(), kept.id());
    assertEquals(run.backtest(), kept.backtest());
    assertEquals(run.chosen(), kept.chosen());
    assertEquals(run.reasons(), kept.reasons());
    assertEquals(run.forecast().grid(), kept.forecast().grid());
    assertEquals(run.forecast().provenance().options(), kept.forecast().provenance().options());
    for (int i = 0; i < 20; i++) {
      SeriesForecast made = run.forecast().seriesList().get(i);
      SeriesForecast read = kept.forecast().seriesList().get(i);
      assertEquals(made.method(), read.method());
      assertArrayEquals(made.mean(), read.mean());
      assertArrayEquals(made.quantile(4), read.quantile(4));
    }
  }

  @Test
  void twoYearsOfWeeksGetAYearlySeason() {
    ForecastRun run = service(noisyLevels(3, 140), router()).run(REQUEST, Progress.none());
    assertTrue(has(run, "forecast.season.used"));
    assertEquals("52", run.forecast().provenance().options().get("season"));
  }

  @Test
  void strategiesThatThrowOrTalkNonsenseAreReportedAndDoNotWin() {
    Method honest = new Method("naive", new SeasonalNaive());
    DirectRouter router =
        router()
            .add(
                Forecaster.class,
                "thrower",
                new Forecaster() {
                  @Override
                  public Optional<Refusal> refuses(Panel history, ForecastTask task) {
                    return Optional.empty();
                  }

                  @Override
                  public DemandForecast forecast(Panel history, ForecastTask task) {
                    throw new IllegalStateException("planted failure");
                  }
                })
            .add(
                Forecaster.class,
                "short",
                new Forecaster() {
                  @Override
                  public Optional<Refusal> refuses(Panel history, ForecastTask task) {
                    return Optional.empty();
                  }

                  @Override
                  public DemandForecast forecast(Panel history, ForecastTask task) {
                    DemandForecast all = honest.forecast(history, task);
                    return new DemandForecast(
                        all.grid(),
                        0,
                        all.seriesList().subList(1, all.seriesList().size()),
                        all.provenance());
                  }
                });
    ForecastRun run = service(noisyLevels(20, 53), router).run(REQUEST, Progress.none());
    assertEquals(3, run.backtest().size());
    List<String> failed =
        run.reasons().stream()
            .filter(reason -> reason.code().equals("forecast.strategy-failed"))
            .map(reason -> reason.arguments().get(0))
            .toList();
    assertEquals(List.of("thrower", "short"), failed);
    assertEquals(20, run.forecast().seriesList().size());
  }

  @Test
  void aRefusedSeriesGoesToTheNextBestStrategy() {
    DirectRouter router =
        new DirectRouter()
            .add(
                Forecaster.class,
                "choosy",
                new Method(
                    "choosy",
                    (history, request) ->
                        history.length < 30
                            ? new ForecastRefusal("30 weeks", history.length + " weeks")
                            : new AutomaticEts().forecast(history, request)))
            .add(Forecaster.class, "naive", new Method("naive", new SeasonalNaive()));
    Panel.Builder builder = Panel.builder(SupportingCast.GRID);
    noisyLevels(30, 60).seriesList().forEach(builder::add);
    builder.add(new Series("young", 57, new double[] {4, 5, 6}));
    ForecastRun run = service(builder.build(), router).run(REQUEST, Progress.none());
    assertEquals("choosy", run.chosen().get("sku3"));
    assertEquals("naive", run.chosen().get("young"));
    assertEquals(31, run.forecast().seriesList().size());
    assertFalse(has(run, "forecast.not-forecast"));
  }

  @Test
  void nothingLoadedIsSaidSo() {
    WarehouseForecasts service = service(noisyLevels(0, 0), router());
    assertTrue(
        assertThrows(IllegalStateException.class, () -> service.run(REQUEST, Progress.none()))
            .getMessage()
            .contains("no weekly sales"));
  }

  @Test
  void noStrategyAtAllIsARoutingProblem() {
    WarehouseForecasts service = service(noisyLevels(5, 53), new DirectRouter());
    assertThrows(RoutingException.class, () -> service.run(REQUEST, Progress.none()));
  }

  @Test
  void itCanBeCancelled() {
    WarehouseForecasts service = service(noisyLevels(5, 53), router());
    Progress impatient =
        new Progress() {
          @Override
          public void report(long done, long total, String message) {}

          @Override
          public boolean cancelled() {
            return true;
          }
        };
    assertThrows(CancellationException.class, () -> service.run(REQUEST, impatient));
  }

  @Test
  void progressIsReportedToTheEnd() {
    List<Long> done = new ArrayList<>();
    service(noisyLevels(5, 53), router()).run(REQUEST, (now, total, message) -> done.add(now));
    assertTrue(done.contains(1_200L), "twelve parts of a hundred percent each: " + done);
  }

  @Test
  void aHorizonBeyondTheHistoryShortensTheBacktestAndSaysSo() {
    ForecastRun run =
        service(noisyLevels(10, 30), router())
            .run(new ForecastRequest(52, 10, false, 7), Progress.none());
    assertTrue(has(run, "forecast.backtest.shortened"));
    assertEquals(22, run.backtest().get(0).horizon());
    assertEquals(1, run.backtest().get(0).origins());
    assertEquals(52, run.forecast().seriesList().get(0).horizon());
  }

  @Test
  void articlesYoungerThanTheTrainingAreForecastWithoutABacktest() {
    ForecastRun run =
        service(noisyLevels(4, 6), router())
            .run(new ForecastRequest(4, 10, false, 7), Progress.none());
    assertTrue(run.backtest().isEmpty());
    assertEquals(4, run.forecast().seriesList().size());
  }

  @Test
  void theLatestRunIsReadOnceUntilThereIsANewerOne() {
    WarehouseForecasts service = service(noisyLevels(4, 40), router());
    service.run(REQUEST, Progress.none());
    ForecastRun first = service.latest().orElseThrow();
    assertSame(first, service.latest().orElseThrow());
    service.run(new ForecastRequest(3, 40, false, 7), Progress.none());
    assertEquals(3, service.latest().orElseThrow().forecast().seriesList().get(0).horizon());
  }
}

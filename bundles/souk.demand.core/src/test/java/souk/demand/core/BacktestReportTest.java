package souk.demand.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import souk.demand.api.AccuracyScore;
import souk.demand.api.BacktestPlan;
import souk.demand.api.BacktestReport;
import souk.demand.api.Champion;
import souk.demand.api.ForecastRequest;
import souk.demand.api.ForecastRun;
import souk.demand.api.Measure;
import souk.demand.api.SeriesChoice;
import souk.demand.spi.ForecastTask;
import souk.demand.spi.Forecaster;
import souk.kernel.api.Progress;
import souk.model.Panel;
import souk.model.Series;
import souk.testkit.DirectRouter;
import souk.testkit.InMemoryDocuments;

/** Two kinds of articles, each with a method that is right for it. */
class BacktestReportTest {
  private static final int EACH = 12;

  /** Steady articles wander around a level; trending ones stay where they went. */
  private static Panel planted() {
    SplittableRandom random = new SplittableRandom(9);
    Panel.Builder builder = Panel.builder(SupportingCast.GRID);
    for (int i = 0; i < 2 * EACH; i++) {
      double[] values = new double[60];
      double level = 50;
      for (int t = 0; t < values.length; t++) {
        if (i >= EACH) {
          level += random.nextDouble() * 4;
        }
        values[t] = level + (i < EACH ? 20 : 1) * (random.nextDouble() - 0.5);
      }
      builder.add(new Series("a" + i, 0, values));
    }
    return builder.build();
  }

  private static String[] categories() {
    String[] categories = new String[2 * EACH];
    Arrays.fill(categories, 0, EACH, "steady");
    Arrays.fill(categories, EACH, 2 * EACH, "growing");
    return categories;
  }

  private static DirectRouter router() {
    return new DirectRouter()
        .add(
            Forecaster.class,
            "mean",
            new Services.Simple("mean", y -> new double[] {Arrays.stream(y).average().orElse(0)}))
        .add(
            Forecaster.class,
            "last",
            new Services.Simple("last", y -> new double[] {y[y.length - 1]}));
  }

  @Test
  void everyCategoryHasItsChampionWithFigures() {
    Panel panel = planted();
    InMemoryDocuments documents = Services.documents();
    WarehouseForecasts service =
        Services.forecasts(
            Services.sales(panel, categories()), documents, router(), new ForecasterCatalog());
    ForecastRun run = service.run(new ForecastRequest(4, 100, false, 1), Progress.none());
    BacktestReport report = service.latestBacktest().orElseThrow();
    assertEquals(run.id(), report.runId());
    assertEquals(
        List.of("", "steady", "growing"),
        report.champions().stream().map(Champion::group).toList());
    assertEquals("last", report.champions().get(0).strategy());
    assertEquals("mean", report.champions().get(1).strategy());
    assertEquals("forecast.champion.better", report.champions().get(1).reason().code());
    assertEquals("last", report.champions().get(2).strategy());
    assertEquals("mean", run.chosen().get("a0"));
    assertEquals("last", run.chosen().get("a20"));
    SeriesChoice choice = report.choice("a3").orElseThrow();
    assertEquals("steady", choice.group());
    assertTrue(choice.reason().text().matches(".*WAPE 0\\.\\d+ against 0\\.\\d+ of last.*"));
    assertEquals(6, report.scores().size());
    for (AccuracyScore score : report.scores()) {
      for (Measure measure : Measure.values()) {
        assertTrue(score.value(measure).isPresent(), measure + " of " + score);
      }
      assertEquals(score.group().isEmpty() ? 24 : 12, score.series());
    }
    assertEquals(
        report.scores().get(0).value(Measure.WAPE).orElseThrow(), run.backtest().get(0).wape());
  }

  /** The interval is plus or minus one, so coverage and scores can be told by hand. */
  @Test
  void measuresAreThoseOfTheDefinition() {
    double[] values = {10, 12, 10, 12, 10, 12, 10, 12, 10, 12, 13, 13};
    DirectRouter router =
        new DirectRouter()
            .add(Forecaster.class, "twelve", new Services.Simple("twelve", y -> new double[] {12}));
    BacktestReport report =
        Services.forecasts(router)
            .backtest(
                Services.panel(new Series("s", 0, values)),
                new ForecastTask(2, 1, new double[0], true, 1, SupportingCast.NOW),
                BacktestPlan.of(1, 1, 4).grouped(Map.of("s", "g")),
                Progress.none());
    AccuracyScore score = report.scores().get(0);
    assertEquals(200 / 25.0, score.value(Measure.SMAPE).orElseThrow(), 1e-9);
    assertEquals(0.5, score.value(Measure.MASE).orElseThrow(), 1e-9);
    assertEquals(0.5, score.value(Measure.RMSSE).orElseThrow(), 1e-9);
    assertEquals(2 / 26.0, score.value(Measure.WAPE).orElseThrow(), 1e-9);
    assertEquals(-2 / 26.0, score.value(Measure.BIAS).orElseThrow(), 1e-9);
    assertEquals(0, score.value(Measure.COVERAGE80).orElseThrow(), 1e-9);
    assertEquals((1.9 + 40 * 0.05) / 2, score.value(Measure.MSIS).orElseThrow(), 1e-9);
    assertEquals(List.of("", "g"), report.champions().stream().map(Champion::group).toList());
    assertEquals("", report.runId());
  }
}

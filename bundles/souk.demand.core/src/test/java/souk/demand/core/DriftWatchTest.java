package souk.demand.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import souk.demand.api.DriftFinding;
import souk.demand.api.DriftReport;
import souk.demand.api.ForecastRequest;
import souk.demand.api.ForecastRun;
import souk.demand.spi.Forecaster;
import souk.kernel.api.Progress;
import souk.model.Panel;
import souk.model.Series;
import souk.testkit.DirectRouter;
import souk.testkit.InMemoryDocuments;

/** Weeks that come after a run, as forecast or not. */
class DriftWatchTest {
  private static final ForecastRequest REQUEST = new ForecastRequest(13, 50, false, 1);
  private static final String[] CATEGORIES = {"x", "x", "x", "x", "x", "y", "y", "y", "y", "y"};

  private final InMemoryDocuments documents = Services.documents();

  /** Ten articles; from week 60 on those of category x sell by a factor more. */
  private static Panel sold(int weeks, double factor) {
    Panel.Builder builder = Panel.builder(SupportingCast.GRID);
    for (int i = 0; i < 10; i++) {
      SplittableRandom random = new SplittableRandom(i);
      double[] units = new double[weeks];
      for (int t = 0; t < weeks; t++) {
        double noise = random.nextDouble() + random.nextDouble();
        units[t] = 100 * noise * (t >= 60 && i < 5 ? factor : 1);
      }
      builder.add(new Series("s" + i, 0, units));
    }
    return builder.build();
  }

  private WarehouseForecasts forecasts(Panel panel) {
    return Services.forecasts(
        Services.sales(panel, CATEGORIES),
        documents,
        new DirectRouter()
            .add(
                Forecaster.class,
                "mean",
                new Services.Simple(
                    "mean", y -> new double[] {Arrays.stream(y).average().orElse(0)})),
        new ForecasterCatalog());
  }

  private DriftReport check(Panel panel) {
    return new DriftWatch(Services.sales(panel, CATEGORIES), documents, Services.CLOCK)
        .check(Progress.none());
  }

  private static DriftFinding of(DriftReport report, String group) {
    return report.findings().stream()
        .filter(finding -> finding.group().equals(group))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aPlantedShiftAsksForARefitWhereItIs() {
    forecasts(sold(60, 1)).run(REQUEST, Progress.none());
    DriftReport report = check(sold(70, 2.5));
    assertTrue(report.refitDue());
    assertTrue(of(report, "x").refitDue());
    assertFalse(of(report, "y").refitDue(), of(report, "y").toString());
    assertEquals(5, of(report, "x").series());
    assertEquals(10, of(report, "x").steps());
    assertTrue(of(report, "x").recentError() > 2 * of(report, "x").backtestError());
    assertTrue(report.reasons().get(0).text().startsWith("A refit is due: "));
  }

  @Test
  void noiseDoesNot() {
    forecasts(sold(60, 1)).run(REQUEST, Progress.none());
    DriftReport report = check(sold(70, 1));
    assertFalse(report.refitDue(), report.toString());
    assertEquals(3, report.findings().size());
    assertEquals("forecast.refit.not-due", report.reasons().get(0).code());
  }

  @Test
  void withoutNewWeeksNothingIsKnownAndWithoutARunNothingIsWatched() {
    DriftWatch watch = new DriftWatch(Services.sales(sold(60, 1)), documents, Services.CLOCK);
    assertThrows(IllegalStateException.class, () -> watch.check(Progress.none()));
    forecasts(sold(60, 1)).run(REQUEST, Progress.none());
    assertTrue(watch.latest().isEmpty());
    DriftReport report = watch.check(Progress.none());
    assertEquals("forecast.refit.unknown", report.reasons().get(0).code());
    assertEquals(report, watch.latest().orElseThrow());
  }

  /** A refresh keeps the strategy and the backtest; a refit that is due begins anew. */
  @Test
  void aRefreshRunsAnewWhenARefitIsDue() {
    WarehouseForecasts before = forecasts(sold(60, 1));
    before.run(REQUEST, Progress.none());
    ForecastRun refreshed = forecasts(sold(61, 1)).refresh(REQUEST, Progress.none());
    assertTrue(refreshed.forecast().provenance().options().containsKey("refreshOf"));
    ForecastRun anew = forecasts(sold(75, 2.5)).refresh(REQUEST, Progress.none());
    assertFalse(anew.forecast().provenance().options().containsKey("refreshOf"));
  }
}

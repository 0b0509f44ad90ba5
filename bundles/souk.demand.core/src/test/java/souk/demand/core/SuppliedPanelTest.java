package souk.demand.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import souk.demand.api.DemandForecast;
import souk.demand.api.ForecastRequest;
import souk.demand.core.SupportingCast.Method;
import souk.demand.core.SupportingCast.Sales;
import souk.demand.lib.ets.AutomaticEts;
import souk.demand.lib.naive.SeasonalNaive;
import souk.demand.lib.theta.Theta;
import souk.demand.spi.ForecastTask;
import souk.demand.spi.Forecaster;
import souk.kernel.api.Progress;
import souk.kernel.api.RoutingException;
import souk.model.Panel;
import souk.model.Refusal;
import souk.model.Series;
import souk.testkit.DirectRouter;
import souk.testkit.InMemoryDocuments;
import souk.testkit.SerialJobs;

/** Forecasts of panels a caller supplies. */
class SuppliedPanelTest {
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
    return new WarehouseForecasts(
        new Sales(panel, SupportingCast.noPurchases()),
        documents,
        router,
        new SerialJobs(),
        new ForecasterCatalog(),
        SupportingCast.noTable(),
        SupportingCast.forecastConfig(),
        CLOCK);
  }

  private final ForecastTask task =
      new ForecastTask(6, 1, new double[] {0.1, 0.5, 0.9}, false, 1, SupportingCast.NOW);

  private DemandForecast forecast(Panel panel, String strategy) {
    return service(noisyLevels(1, 20), router())
        .forecast(panel, task, Optional.ofNullable(strategy), Progress.none());
  }

  @Test
  void theCallerMayNameTheStrategy() {
    DemandForecast forecast = forecast(noisyLevels(40, 60), "theta");
    assertEquals("theta", forecast.provenance().strategy());
    assertEquals("Theta", forecast.seriesList().get(7).method());
    assertTrue(documents.list(RunStore.RUN, 9).isEmpty(), "nothing is kept");
  }

  @Test
  void theAutomaticChoiceLooksAtAHoldOut() {
    DemandForecast forecast = forecast(noisyLevels(300, 60), null);
    assertFalse(forecast.provenance().strategy().equals("seasonal-naive"));
    assertTrue(forecast.provenance().options().get("choice").contains("200 series"));
    assertEquals(300, forecast.seriesList().size());
  }

  @Test
  void howManySeriesAreDoneIsTold() {
    List<Long> told = new ArrayList<>();
    service(noisyLevels(1, 20), router())
        .forecast(
            noisyLevels(250, 60),
            task,
            Optional.of("theta"),
            (done, total, message) -> told.add(total == 250 ? done : -1));
    assertEquals(0, told.get(0));
    assertEquals(250, told.get(told.size() - 1));
    assertTrue(told.size() > 2, told::toString);
  }

  @Test
  void fewSeriesStayWithTheSelectedStrategy() {
    DemandForecast forecast = forecast(noisyLevels(3, 60), null);
    assertEquals("seasonal-naive", forecast.provenance().strategy());
    assertTrue(forecast.provenance().options().get("choice").contains("too few"));
  }

  /** Looks healthy and fails at work. */
  private static final class Broken implements Forecaster {
    @Override
    public Optional<Refusal> refuses(Panel history, ForecastTask task) {
      return Optional.empty();
    }

    @Override
    public DemandForecast forecast(Panel history, ForecastTask task) {
      throw new IllegalStateException("broken on purpose");
    }
  }

  private WarehouseForecasts withBrokenFirst() {
    DirectRouter router =
        new DirectRouter()
            .add(Forecaster.class, "broken", new Broken())
            .add(
                Forecaster.class,
                "seasonal-naive",
                new Method("seasonal-naive", new SeasonalNaive()));
    return service(noisyLevels(1, 20), router);
  }

  @Test
  void aFailingStrategyIsAnsweredByTheNextAndNamed() {
    DemandForecast forecast =
        withBrokenFirst().forecast(noisyLevels(3, 60), task, Optional.empty(), Progress.none());
    assertEquals("seasonal-naive", forecast.provenance().strategy());
    assertTrue(forecast.provenance().options().get("choice").contains("broken failed"));
  }

  @Test
  void aStrategyAskedForByNameIsNotReplaced() {
    RoutingException error =
        assertThrows(
            RoutingException.class,
            () ->
                withBrokenFirst()
                    .forecast(noisyLevels(3, 60), task, Optional.of("broken"), Progress.none()));
    assertTrue(error.getMessage().contains("broken on purpose"), error.getMessage());
  }

  @Test
  void anUnknownStrategyIsAnsweredWithTheKnownOnes() {
    IllegalArgumentException error =
        assertThrows(IllegalArgumentException.class, () -> forecast(noisyLevels(3, 60), "prophet"));
    assertTrue(error.getMessage().contains("[seasonal-naive, ets, theta]"));
  }

  @Test
  void aSeriesNobodyCanForecastIsNamedWithFigures() {
    Panel panel =
        Panel.builder(SupportingCast.GRID)
            .add(new Series("fine", 0, new double[] {1, 2, 3, 4, 5}))
            .add(new Series("hopeless", 0, new double[] {1, 2}))
            .build();
    IllegalArgumentException error =
        assertThrows(IllegalArgumentException.class, () -> forecast(panel, "ets"));
    assertTrue(error.getMessage().contains("hopeless has 2"), error.getMessage());
  }
}

package souk.demand.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import souk.demand.api.CovariateChange;
import souk.demand.api.CovariateChange.Kind;
import souk.demand.api.DemandForecast;
import souk.demand.api.ForecastOptions;
import souk.demand.api.ForecastRequest;
import souk.demand.api.Scenario;
import souk.demand.api.ScenarioComparison;
import souk.demand.api.SeriesForecast;
import souk.demand.spi.ForecastTask;
import souk.demand.spi.Forecaster;
import souk.kernel.api.Progress;
import souk.model.Panel;
import souk.model.Provenance;
import souk.model.Refusal;
import souk.model.Series;
import souk.testkit.DirectRouter;

class WhatIfForecastsTest {
  /** Sells 1,000 / price², twice as much under promotion. */
  private static final Forecaster ELASTIC =
      new Forecaster() {
        @Override
        public Optional<Refusal> refuses(Panel history, ForecastTask task) {
          return Optional.empty();
        }

        @Override
        public DemandForecast forecast(Panel history, ForecastTask task) {
          List<SeriesForecast> answers = new ArrayList<>();
          for (Series series : history.seriesList()) {
            double[] means = new double[task.horizon()];
            for (int h = 0; h < means.length; h++) {
              int at = series.untilStep() + h;
              Series price = history.covariate("price", series.id()).orElseThrow();
              double paid = price.value(at - price.firstStep());
              double promotion =
                  history.covariate("promo", series.id()).map(p -> p.value(at)).orElse(0.0);
              means[h] = 1_000 / paid / paid * (1 + promotion);
            }
            answers.add(Services.answer(series.id(), means, task));
          }
          return new DemandForecast(
              history.grid(), 0, answers, Provenance.builder(task.now(), "x", "1").build());
        }
      };

  private static Panel panel() {
    Panel.Builder builder = Panel.builder(SupportingCast.GRID);
    for (String id : List.of("a", "b")) {
      double[] price = new double[10];
      java.util.Arrays.fill(price, 5);
      builder.add(new Series(id, 0, new double[10]));
      builder.covariate("price", new Series(id, 0, price));
      builder.covariate("promo", new Series(id, 0, new double[10]));
    }
    return builder.build();
  }

  private static WhatIfForecasts service() {
    DirectRouter router =
        new DirectRouter()
            .add(Forecaster.class, "blind", new Services.Simple("blind", y -> new double[] {40}))
            .add(Forecaster.class, "elastic", ELASTIC);
    return new WhatIfForecasts(
        Services.forecasts(
            Services.sales(panel()),
            Services.documents(),
            router,
            new ForecasterCatalog().with(Services.knowing("elastic"))),
        Services.sales(panel()),
        Services.CLOCK);
  }

  private static ScenarioComparison compare(List<Scenario> scenarios, ForecastOptions options) {
    return service()
        .compare(
            panel(),
            new ForecastTask(4, 1, new double[] {0.1, 0.9}, true, 1, SupportingCast.NOW),
            scenarios,
            options,
            Progress.none());
  }

  private static final Scenario PLANNED = new Scenario("as planned", List.of());

  @Test
  void scenariosDifferByWhatTheyChange() {
    ScenarioComparison answer =
        compare(
            List.of(
                PLANNED,
                new Scenario(
                    "half price of a in two weeks",
                    List.of(new CovariateChange("price", "a", 2, 3, Kind.SCALE, 0.5))),
                new Scenario(
                    "promotion of all",
                    List.of(new CovariateChange("promo", "", 1, 4, Kind.SET, 1)))),
            ForecastOptions.plain());
    assertEquals("elastic", answer.strategy());
    assertEquals(320, answer.scenarios().get(0).total(), 1e-9);
    assertEquals(240, answer.scenarios().get(1).difference(), 1e-9);
    assertEquals(2, answer.scenarios().get(2).ratio(), 1e-9);
    double[] mean = answer.scenarios().get(1).forecast().series("a").orElseThrow().mean();
    assertEquals(40, mean[0], 1e-9);
    assertEquals(160, mean[1], 1e-9);
    assertTrue(
        answer.reasons().stream()
            .anyMatch(reason -> reason.code().equals("forecast.scenario.continued")));
  }

  @Test
  void theLoadedSalesCanBeAskedToo() {
    ScenarioComparison answer =
        service()
            .compareLoaded(
                new ForecastRequest(2, 9, false, 1),
                List.of(
                    PLANNED,
                    new Scenario(
                        "cheaper", List.of(new CovariateChange("price", "", 1, 2, Kind.SET, 2.5)))),
                ForecastOptions.plain(),
                Progress.none());
    assertEquals(4, answer.scenarios().get(1).ratio(), 1e-9);
  }

  @Test
  void whatIsNotThereCannotBeChanged() {
    for (CovariateChange wrong :
        List.of(
            new CovariateChange("weather", "", 1, 2, Kind.SET, 1),
            new CovariateChange("price", "c", 1, 2, Kind.SET, 1),
            new CovariateChange("price", "a", 1, 5, Kind.SET, 1))) {
      String message =
          assertThrows(
                  IllegalArgumentException.class,
                  () ->
                      compare(
                          List.of(new Scenario("wrong", List.of(wrong))), ForecastOptions.plain()))
              .getMessage();
      assertTrue(message.matches("(?s).*\\d.*"), message);
    }
    assertTrue(
        assertThrows(
                IllegalArgumentException.class,
                () ->
                    compare(
                        List.of(PLANNED),
                        ForecastOptions.builder().strategy(Optional.of("blind")).build()))
            .getMessage()
            .contains("blind was asked, 1 do: [elastic]"));
  }
}

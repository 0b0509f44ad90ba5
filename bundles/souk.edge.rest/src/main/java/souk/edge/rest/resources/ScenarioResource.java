package souk.edge.rest.resources;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import souk.demand.api.CoherentForecast;
import souk.demand.api.CovariateChange;
import souk.demand.api.ForecastHierarchies;
import souk.demand.api.ForecastOptions;
import souk.demand.api.HierarchyPlan;
import souk.demand.api.Scenario;
import souk.demand.api.ScenarioComparison;
import souk.demand.api.WhatIf;
import souk.edge.rest.access.Right;
import souk.edge.rest.doc.Shape;
import souk.edge.rest.http.Request;
import souk.edge.rest.http.Rooms;
import souk.edge.rest.http.Route;
import souk.model.Frequency;

/** Futures compared, and forecasts that add up; of series brought or of the loaded sales. */
final class ScenarioResource {
  private static final int HORIZON = 8;

  private final Rooms rooms;
  private final JobStarter jobs;
  private final Clock clock;

  ScenarioResource(Rooms rooms, JobStarter jobs, Clock clock) {
    this.rooms = rooms;
    this.jobs = jobs;
    this.clock = clock;
  }

  /**
   * A change of a covariate.
   *
   * @param covariate name
   * @param series id; all if left out
   * @param fromStep first step ahead; 1 if left out
   * @param untilStep last step ahead; the horizon if left out
   * @param kind what is done; SET if left out
   * @param value value or factor
   */
  record Change(
      String covariate,
      @Nullable String series,
      @Nullable Integer fromStep,
      @Nullable Integer untilStep,
      CovariateChange.@Nullable Kind kind,
      Double value) {
    CovariateChange of(int horizon) {
      return new CovariateChange(
          Fields.required("changes.covariate", covariate),
          Fields.or(series, ""),
          Fields.or(fromStep, 1),
          Fields.or(untilStep, horizon),
          Fields.or(kind, CovariateChange.Kind.SET),
          Fields.required("changes.value", value));
    }
  }

  /**
   * A future.
   *
   * @param name for people
   * @param changes of the future as planned; none if left out
   */
  record Future(String name, @Nullable List<Change> changes) {
    Scenario of(int horizon) {
      List<CovariateChange> all = new ArrayList<>();
      Fields.or(changes, List.<Change>of()).forEach(change -> all.add(change.of(horizon)));
      return new Scenario(Fields.required("scenarios.name", name), all);
    }
  }

  /**
   * Body of a comparison.
   *
   * @param scenarios at least one; the first is what others are compared with
   * @param series what to forecast; the loaded weekly sales if left out
   * @param items articles of the loaded sales with the highest revenue; 200 if left out
   * @param horizon steps ahead; 8 if left out
   * @param season steps of one season of the series brought; 1 if left out
   * @param quantiles levels for series brought
   * @param nonNegative whether values below 0 are impossible
   * @param frequency step of the series brought
   * @param origin first day of the series brought
   * @param seed for strategies that draw
   * @param strategy id, or left out for the best that uses covariates
   * @param calibrated whether quantiles are corrected by what they missed in the past
   * @param wholeNumbers whether all values are whole
   * @param holidays country whose holidays become a covariate
   * @param stockOuts what is done about steps without stock
   */
  record Comparison(
      List<Future> scenarios,
      @Nullable List<SuppliedPanel.One> series,
      @Nullable Integer items,
      @Nullable Integer horizon,
      @Nullable Integer season,
      double @Nullable [] quantiles,
      @Nullable Boolean nonNegative,
      @Nullable Frequency frequency,
      @Nullable String origin,
      @Nullable Long seed,
      @Nullable String strategy,
      @Nullable Boolean calibrated,
      @Nullable Boolean wholeNumbers,
      @Nullable String holidays,
      ForecastOptions.@Nullable StockOuts stockOuts) {
    SalesAsked asked() {
      return new SalesAsked(
          Fields.or(horizon, HORIZON),
          series,
          items,
          quantiles,
          season,
          nonNegative,
          frequency,
          origin,
          seed,
          strategy,
          calibrated,
          wholeNumbers,
          holidays,
          stockOuts);
    }
  }

  /**
   * Body of a hierarchy.
   *
   * @param method how it is made to add up; MIN_TRACE if left out
   * @param levels attribute names per level, coarse first; chain and category if left out
   * @param series what to forecast, with attributes; the loaded weekly sales if left out
   * @param items articles of the loaded sales with the highest revenue; 200 if left out
   * @param horizon steps ahead; 8 if left out
   * @param season steps of one season of the series brought; 1 if left out
   * @param quantiles levels for series brought
   * @param frequency step of the series brought
   * @param origin first day of the series brought
   * @param seed for strategies that draw
   * @param strategy id, or left out for an automatic choice
   * @param calibrated whether quantiles are corrected by what they missed in the past
   * @param wholeNumbers whether all values are whole
   * @param holidays country whose holidays become a covariate
   * @param stockOuts what is done about steps without stock
   */
  record Hierarchy(
      HierarchyPlan.@Nullable Method method,
      @Nullable List<List<String>> levels,
      @Nullable List<SuppliedPanel.One> series,
      @Nullable Integer items,
      @Nullable Integer horizon,
      @Nullable Integer season,
      double @Nullable [] quantiles,
      @Nullable Frequency frequency,
      @Nullable String origin,
      @Nullable Long seed,
      @Nullable String strategy,
      @Nullable Boolean calibrated,
      @Nullable Boolean wholeNumbers,
      @Nullable String holidays,
      ForecastOptions.@Nullable StockOuts stockOuts) {
    SalesAsked asked() {
      return new SalesAsked(
          Fields.or(horizon, HORIZON),
          series,
          items,
          quantiles,
          season,
          true,
          frequency,
          origin,
          seed,
          strategy,
          calibrated,
          wholeNumbers,
          holidays,
          stockOuts);
    }
  }

  List<Route> routes() {
    return List.of(
        Route.post("/forecasts/scenarios", Right.MERCHANDISE, this::compare)
            .large()
            .says("Compares what is expected under scenarios of prices and other covariates.")
            .takes(Comparison.class)
            .starts(Shape.of(ScenarioComparison.class)),
        Route.post("/forecasts/hierarchies", Right.MERCHANDISE, this::addUp)
            .large()
            .says("Forecasts series and their totals so that they add up.")
            .takes(Hierarchy.class)
            .starts(Shape.of(CoherentForecast.class)));
  }

  private Object compare(Request request) {
    Comparison body = request.body(Comparison.class);
    SalesAsked asked = body.asked();
    List<Scenario> scenarios =
        Fields.list("scenarios", Fields.required("scenarios", body.scenarios())).stream()
            .map(future -> future.of(asked.horizon()))
            .toList();
    WhatIf whatIf = rooms.get(WhatIf.class);
    return asked.start(
        jobs,
        request,
        "forecast-scenarios",
        clock,
        (sales, options) -> progress -> whatIf.compareLoaded(sales, scenarios, options, progress),
        (supplied, panel, task, options) ->
            progress -> whatIf.compare(panel, task, scenarios, options, progress));
  }

  private Object addUp(Request request) {
    Hierarchy body = request.body(Hierarchy.class);
    HierarchyPlan.Method method = Fields.or(body.method(), HierarchyPlan.Method.MIN_TRACE);
    ForecastHierarchies hierarchies = rooms.get(ForecastHierarchies.class);
    return body.asked()
        .start(
            jobs,
            request,
            "forecast-hierarchy",
            clock,
            (sales, options) ->
                progress -> hierarchies.forecastLoaded(sales, method, options, progress),
            (supplied, panel, task, options) -> {
              HierarchyPlan plan =
                  HierarchyPlan.of(
                      method,
                      Fields.or(body.levels(), List.of(List.<String>of(), List.of("category"))),
                      supplied.attributes());
              return progress -> hierarchies.forecast(panel, plan, task, options, progress);
            });
  }
}

package souk.edge.rest.resources;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import souk.demand.api.DemandForecast;
import souk.demand.api.DemandForecasts;
import souk.demand.api.ForecastRequest;
import souk.demand.api.ForecastRun;
import souk.demand.api.SeriesForecast;
import souk.edge.rest.access.Right;
import souk.edge.rest.http.ProblemException;
import souk.edge.rest.http.Request;
import souk.edge.rest.http.Rooms;
import souk.edge.rest.http.Route;

/** Forecasts of the loaded sales. */
final class ForecastResource {
  private final Rooms rooms;
  private final JobStarter jobs;

  ForecastResource(Rooms rooms, JobStarter jobs) {
    this.rooms = rooms;
    this.jobs = jobs;
  }

  /**
   * Body of a run.
   *
   * @param horizonWeeks weeks ahead; 8 if left out
   * @param items articles with the highest revenue; 200 if left out
   * @param includeSimulated whether simulated weeks count as history
   * @param seed for strategies that draw; 1 if left out
   */
  record Run(Integer horizonWeeks, Integer items, Boolean includeSimulated, Long seed) {}

  List<Route> routes() {
    return List.of(
        Route.post("/forecasts/runs", Right.MERCHANDISE, this::run),
        Route.get("/forecasts", Right.READ, request -> view(latest())),
        Route.get("/forecasts/series/{sku}", Right.READ, this::series));
  }

  private Object run(Request request) {
    Run body = request.body(Run.class);
    ForecastRequest wish =
        new ForecastRequest(
            Fields.or(body.horizonWeeks(), 8),
            Fields.or(body.items(), 200),
            Fields.or(body.includeSimulated(), false),
            Fields.or(body.seed(), 1L));
    DemandForecasts forecasts = rooms.get(DemandForecasts.class);
    return jobs.start(request, "forecast", progress -> view(forecasts.run(wish, progress)));
  }

  private Object series(Request request) {
    ForecastRun run = latest();
    DemandForecast forecast = run.forecast();
    String sku = request.parameter("sku");
    SeriesForecast series =
        forecast.series(sku).orElseThrow(() -> ProblemException.notFound("forecast series", sku));
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("runId", run.id());
    view.put("sku", sku);
    view.put("strategy", run.chosen().get(sku));
    view.put("firstDate", forecast.grid().dateOf(forecast.firstStep()));
    view.put("frequency", forecast.grid().frequency());
    view.put("forecast", series);
    return view;
  }

  private ForecastRun latest() {
    return rooms
        .get(DemandForecasts.class)
        .latest()
        .orElseThrow(() -> NotYet.run("forecast", "/forecasts/runs"));
  }

  private static Map<String, Object> view(ForecastRun run) {
    DemandForecast forecast = run.forecast();
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("id", run.id());
    view.put("firstDate", forecast.grid().dateOf(forecast.firstStep()));
    view.put("frequency", forecast.grid().frequency());
    view.put(
        "horizon", forecast.seriesList().isEmpty() ? 0 : forecast.seriesList().get(0).horizon());
    view.put("series", forecast.seriesList().stream().map(SeriesForecast::seriesId).toList());
    view.put("backtest", run.backtest());
    view.put("chosen", run.chosen());
    view.put("reasons", run.reasons());
    view.put("provenance", forecast.provenance());
    return view;
  }
}

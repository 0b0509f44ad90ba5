package souk.edge.rest.resources;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import souk.demand.api.BacktestReport;
import souk.demand.api.BacktestScore;
import souk.demand.api.DemandForecast;
import souk.demand.api.DemandForecasts;
import souk.demand.api.ForecastRequest;
import souk.demand.api.ForecastRun;
import souk.demand.api.SeriesChoice;
import souk.demand.api.SeriesForecast;
import souk.edge.rest.access.Right;
import souk.edge.rest.doc.Shape;
import souk.edge.rest.http.ProblemException;
import souk.edge.rest.http.Request;
import souk.edge.rest.http.Rooms;
import souk.edge.rest.http.Route;
import souk.model.Frequency;
import souk.model.Provenance;
import souk.model.Reason;

/** Forecasts of the loaded sales. */
final class ForecastResource {
  private static final Shape VIEW =
      Shape.object("ForecastRun")
          .with("id", String.class)
          .with("firstDate", LocalDate.class)
          .with("frequency", Frequency.class)
          .with("horizon", int.class)
          .with("series", Shape.listOf(String.class))
          .with("backtest", Shape.listOf(BacktestScore.class))
          .with("chosen", Shape.mapOf(String.class))
          .with("reasons", Shape.listOf(Reason.class))
          .with("provenance", Provenance.class);

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
  record Run(
      @Nullable Integer horizonWeeks,
      @Nullable Integer items,
      @Nullable Boolean includeSimulated,
      @Nullable Long seed) {}

  List<Route> routes() {
    return List.of(
        Route.post("/forecasts/runs", Right.MERCHANDISE, this::run)
            .says("Forecasts the loaded sales; each series by the strategy that proved best.")
            .takes(Run.class)
            .starts(VIEW),
        Route.get("/forecasts", Right.READ, request -> view(latest()))
            .says("The latest run: backtest, chosen strategies, ids of series.")
            .answers(VIEW)
            .fails(404, "forecast.none"),
        Route.post("/forecasts/refreshes", Right.MERCHANDISE, this::refresh)
            .says("Brings the latest run up to date: forecasts anew what has changed since.")
            .takes(Run.class)
            .starts(VIEW),
        Route.get("/forecasts/backtest", Right.READ, request -> backtest())
            .says("The backtest of the latest run: all measures, champions, choice per series.")
            .answers(Shape.of(BacktestReport.class))
            .fails(404, "backtest.none"),
        Route.get("/forecasts/series/{sku}", Right.READ, this::series)
            .says("The forecast of one article.")
            .answers(
                Shape.object("ArticleForecast")
                    .with("runId", String.class)
                    .with("sku", String.class)
                    .with("strategy", Shape.TEXT.orNull())
                    .with("firstDate", LocalDate.class)
                    .with("frequency", Frequency.class)
                    .with("choice", Shape.of(SeriesChoice.class).orNull())
                    .with("forecast", SeriesForecast.class))
            .fails(404, "forecast.none", "forecast-series.unknown"));
  }

  private static ForecastRequest wish(Request request) {
    Run body = request.body(Run.class);
    return new ForecastRequest(
        Fields.or(body.horizonWeeks(), 8),
        Fields.or(body.items(), 200),
        Fields.or(body.includeSimulated(), false),
        Fields.or(body.seed(), 1L));
  }

  private Object refresh(Request request) {
    ForecastRequest wish = wish(request);
    DemandForecasts forecasts = rooms.get(DemandForecasts.class);
    return jobs.start(request, "forecast", progress -> view(forecasts.refresh(wish, progress)));
  }

  private BacktestReport backtest() {
    return rooms
        .get(DemandForecasts.class)
        .latestBacktest()
        .orElseThrow(() -> NotYet.run("backtest", "/forecasts/runs"));
  }

  private Object run(Request request) {
    ForecastRequest wish = wish(request);
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
    view.put(
        "choice",
        rooms
            .get(DemandForecasts.class)
            .latestBacktest()
            .filter(report -> report.runId().equals(run.id()))
            .flatMap(report -> report.choice(sku))
            .orElse(null));
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

package souk.edge.rest.resources;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import souk.demand.api.BacktestPlan;
import souk.demand.api.BacktestReport;
import souk.demand.api.DemandForecast;
import souk.demand.api.DemandForecasts;
import souk.demand.api.ForecastOptions;
import souk.demand.api.ForecasterInfo;
import souk.demand.api.SeriesForecast;
import souk.demand.spi.ForecastTask;
import souk.edge.rest.access.Right;
import souk.edge.rest.doc.Shape;
import souk.edge.rest.http.Request;
import souk.edge.rest.http.Rooms;
import souk.edge.rest.http.Route;
import souk.model.Frequency;
import souk.model.Panel;
import souk.model.Provenance;

/** Forecasts of series that the caller brings; nothing is kept. */
final class AdhocForecastResource {
  private static final double[] NONE = {};

  /** For the intervals of 80 and 95 % by which forecasts are judged, and the median. */
  private static final double[] LEVELS = {0.025, 0.1, 0.5, 0.9, 0.975};

  private final Rooms rooms;
  private final JobStarter jobs;
  private final Clock clock;

  AdhocForecastResource(Rooms rooms, JobStarter jobs, Clock clock) {
    this.rooms = rooms;
    this.jobs = jobs;
    this.clock = clock;
  }

  /**
   * Body.
   *
   * @param season steps of one season; if left out, the one that most series show
   * @param horizon steps ahead
   * @param quantiles levels; none if left out
   * @param strategy id, or left out for an automatic choice
   * @param nonNegative whether values below 0 are impossible; if left out, true if there are none
   * @param frequency step of the series; if left out, guessed from the season
   * @param origin first day of the first step; any if left out
   * @param seed for strategies that draw
   * @param calibrated whether quantiles are corrected by what they missed inside the history
   * @param wholeNumbers whether values are rounded, so that sums over the horizon stay
   * @param holidays ISO code of the country whose holidays become a covariate
   * @param stockOuts what is done about steps in which nothing could be sold; nothing if left out
   * @param series what to forecast
   */
  record Body(
      @Nullable Integer season,
      Integer horizon,
      double @Nullable [] quantiles,
      @Nullable String strategy,
      @Nullable Boolean nonNegative,
      @Nullable Frequency frequency,
      @Nullable String origin,
      @Nullable Long seed,
      @Nullable Boolean calibrated,
      @Nullable Boolean wholeNumbers,
      @Nullable String holidays,
      ForecastOptions.@Nullable StockOuts stockOuts,
      List<SuppliedPanel.One> series) {
    SuppliedPanel panel() {
      return new SuppliedPanel(season, nonNegative, frequency, origin, series);
    }

    ForecastOptions options() {
      return panel().options(strategy, calibrated, wholeNumbers, holidays, stockOuts);
    }
  }

  /**
   * Body of a comparison.
   *
   * @param season steps of one season; if left out, the one that most series show
   * @param horizon steps ahead
   * @param quantiles levels; 0.025, 0.1, 0.5, 0.9, 0.975 if left out
   * @param strategies ids to compare; all if left out
   * @param origins how often the history is cut; 3 if left out
   * @param originStep steps between two cuts; the horizon if left out
   * @param minimumTraining steps before a cut; two seasons and one step, at least 8, if left out
   * @param nonNegative whether values below 0 are impossible; if left out, true if there are none
   * @param frequency step of the series; if left out, guessed from the season
   * @param origin first day of the first step; any if left out
   * @param seed for strategies that draw
   * @param groups category per series id, where its attributes have none; scores are given by
   *     category too
   * @param series what to compare on
   */
  record Comparison(
      @Nullable Integer season,
      Integer horizon,
      double @Nullable [] quantiles,
      @Nullable List<String> strategies,
      @Nullable Integer origins,
      @Nullable Integer originStep,
      @Nullable Integer minimumTraining,
      @Nullable Boolean nonNegative,
      @Nullable Frequency frequency,
      @Nullable String origin,
      @Nullable Long seed,
      @Nullable Map<String, String> groups,
      List<SuppliedPanel.One> series) {
    SuppliedPanel panel() {
      return new SuppliedPanel(season, nonNegative, frequency, origin, series);
    }

    Map<String, String> categories() {
      Map<String, String> all = new LinkedHashMap<>(panel().categories());
      all.putAll(Fields.or(groups, Map.<String, String>of()));
      return all;
    }

    BacktestPlan plan() {
      int ahead = Fields.required("horizon", horizon);
      return BacktestPlan.of(
              Fields.or(origins, 3),
              Fields.or(originStep, ahead),
              Fields.or(minimumTraining, Math.max(8, 2 * Fields.or(season, 1) + 1)))
          .comparing(Fields.list("strategies", strategies))
          .grouped(categories());
    }
  }

  List<Route> routes() {
    return List.of(
        Route.get("/forecasts/models", Right.READ, request -> forecasts().models())
            .says("The forecasting strategies and what they need, the selected one first.")
            .answers(Shape.listOf(ForecasterInfo.class)),
        Route.post("/forecasts/adhoc/backtest", Right.MERCHANDISE, this::backtest)
            .large()
            .says("Compares strategies on series that the caller brings; nothing is kept.")
            .takes(Comparison.class)
            .starts(Shape.of(BacktestReport.class)),
        Route.post("/forecasts/adhoc", Right.MERCHANDISE, this::forecast)
            .large()
            .says("Forecasts series that the caller brings; nothing is kept.")
            .takes(Body.class)
            .starts(
                Shape.object("AdhocForecast")
                    .with("series", Shape.listOf(SeriesForecast.class))
                    .with("provenance", Provenance.class)));
  }

  private DemandForecasts forecasts() {
    return rooms.get(DemandForecasts.class);
  }

  private Object forecast(Request request) {
    Body body = request.body(Body.class);
    SuppliedPanel supplied = body.panel();
    Panel panel = supplied.coded();
    ForecastTask task =
        supplied.task(body.horizon(), Fields.or(body.quantiles(), NONE), body.seed(), clock);
    ForecastOptions options = body.options();
    DemandForecasts forecasts = forecasts();
    return jobs.start(
        request,
        "forecast-adhoc",
        progress ->
            view(
                forecasts.forecast(
                    panel, seasonal(task, body.season(), forecasts, panel), options, progress)));
  }

  private Object backtest(Request request) {
    Comparison body = request.body(Comparison.class);
    SuppliedPanel supplied = body.panel();
    Panel panel = supplied.coded();
    ForecastTask task =
        supplied.task(body.horizon(), Fields.or(body.quantiles(), LEVELS), body.seed(), clock);
    BacktestPlan plan = body.plan();
    DemandForecasts forecasts = forecasts();
    return jobs.start(
        request,
        "forecast-backtest",
        progress ->
            forecasts.backtest(
                panel, seasonal(task, body.season(), forecasts, panel), plan, progress));
  }

  /** The season asked for, else the one the series show. */
  private static ForecastTask seasonal(
      ForecastTask task, @Nullable Integer asked, DemandForecasts forecasts, Panel panel) {
    return asked != null
        ? task
        : new ForecastTask(
            task.horizon(),
            forecasts.season(panel),
            task.levels(),
            task.nonNegative(),
            task.seed(),
            task.now());
  }

  private static Map<String, Object> view(DemandForecast forecast) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("series", forecast.seriesList());
    view.put("provenance", forecast.provenance());
    return view;
  }
}

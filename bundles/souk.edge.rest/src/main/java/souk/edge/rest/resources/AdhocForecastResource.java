package souk.edge.rest.resources;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import souk.demand.api.DemandForecast;
import souk.demand.api.DemandForecasts;
import souk.demand.api.SeriesForecast;
import souk.demand.spi.ForecastTask;
import souk.edge.rest.access.Right;
import souk.edge.rest.doc.Shape;
import souk.edge.rest.http.ProblemException;
import souk.edge.rest.http.Request;
import souk.edge.rest.http.Rooms;
import souk.edge.rest.http.Route;
import souk.model.Frequency;
import souk.model.Panel;
import souk.model.Provenance;
import souk.model.Series;
import souk.model.TimeGrid;

/** Forecasts of series that the caller brings; nothing is kept. */
final class AdhocForecastResource {
  private static final LocalDate ORIGIN = LocalDate.of(2000, 1, 3);

  private final Rooms rooms;
  private final JobStarter jobs;
  private final Clock clock;

  AdhocForecastResource(Rooms rooms, JobStarter jobs, Clock clock) {
    this.rooms = rooms;
    this.jobs = jobs;
    this.clock = clock;
  }

  /**
   * One series.
   *
   * @param id unique
   * @param values oldest first
   * @param covariates per name: one value per step of history and horizon
   */
  record One(String id, double[] values, @Nullable Map<String, double[]> covariates) {}

  /**
   * Body.
   *
   * @param season steps of one season; 1 if left out
   * @param horizon steps ahead
   * @param quantiles levels; none if left out
   * @param strategy id, or left out for an automatic choice
   * @param nonNegative whether values below 0 are impossible; if left out, true if there are none
   * @param frequency step of the series; if left out, guessed from the season
   * @param origin first day of the first step; any if left out
   * @param seed for strategies that draw
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
      List<One> series) {}

  List<Route> routes() {
    return List.of(
        Route.post("/forecasts/adhoc", Right.MERCHANDISE, this::forecast)
            .large()
            .says("Forecasts series that the caller brings; nothing is kept.")
            .takes(Body.class)
            .starts(
                Shape.object("AdhocForecast")
                    .with("series", Shape.listOf(SeriesForecast.class))
                    .with("provenance", Provenance.class)));
  }

  private Object forecast(Request request) {
    Body body = request.body(Body.class);
    int season = Fields.or(body.season(), 1);
    Panel panel = panel(body, season);
    ForecastTask task =
        new ForecastTask(
            Fields.required("horizon", body.horizon()),
            season,
            Fields.or(body.quantiles(), new double[0]),
            Fields.or(body.nonNegative(), nonNegative(body.series())),
            Fields.or(body.seed(), 1L),
            clock.instant());
    DemandForecasts forecasts = rooms.get(DemandForecasts.class);
    return jobs.start(
        request,
        "forecast-adhoc",
        progress ->
            view(forecasts.forecast(panel, task, Optional.ofNullable(body.strategy()), progress)));
  }

  private static Panel panel(Body body, int season) {
    Frequency frequency = Fields.or(body.frequency(), guess(season));
    LocalDate origin = origin(body.origin());
    Panel.Builder panel = Panel.builder(new TimeGrid(origin, frequency));
    List<One> all = Fields.list("series", Fields.required("series", body.series()));
    if (all.isEmpty()) {
      throw ProblemException.badRequest("body.missing-field", "Field series is empty.");
    }
    for (One one : all) {
      String id = Fields.required("series.id", one.id());
      double[] values = Fields.required("series.values", one.values());
      panel.add(new Series(id, 0, values));
      Fields.or(one.covariates(), Map.<String, double[]>of())
          .forEach((name, covariate) -> panel.covariate(name, new Series(id, 0, covariate)));
    }
    return panel.build();
  }

  private static LocalDate origin(@Nullable String text) {
    if (text == null) {
      return ORIGIN;
    }
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException malformed) {
      throw ProblemException.badRequest(
          "body.wrong-type",
          "Field origin must be a day such as 2026-03-01, but is %s.".formatted(text));
    }
  }

  private static boolean nonNegative(List<One> series) {
    return series.stream().allMatch(one -> Arrays.stream(one.values()).allMatch(v -> v >= 0));
  }

  private static Frequency guess(int season) {
    return switch (season) {
      case 4 -> Frequency.QUARTER;
      case 12 -> Frequency.MONTH;
      case 52, 53 -> Frequency.WEEK;
      default -> Frequency.DAY;
    };
  }

  private static Map<String, Object> view(DemandForecast forecast) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("series", forecast.seriesList());
    view.put("provenance", forecast.provenance());
    return view;
  }
}

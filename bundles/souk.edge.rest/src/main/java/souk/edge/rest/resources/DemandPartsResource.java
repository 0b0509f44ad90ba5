package souk.edge.rest.resources;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import souk.demand.api.Decomposition;
import souk.demand.api.DemandBaselines;
import souk.demand.api.DemandParts;
import souk.demand.api.DriftReport;
import souk.demand.api.ForecastMonitor;
import souk.edge.rest.access.Right;
import souk.edge.rest.doc.Shape;
import souk.edge.rest.http.ProblemException;
import souk.edge.rest.http.Request;
import souk.edge.rest.http.Rooms;
import souk.edge.rest.http.Route;
import souk.model.Frequency;
import souk.model.Panel;
import souk.model.Provenance;
import souk.model.Reason;

/** What sales are made of, and whether forecasts still hold. */
final class DemandPartsResource {
  private static final Shape.Fields SUMMARY =
      Shape.object("DecompositionSummary")
          .with("firstDate", LocalDate.class)
          .with("frequency", Frequency.class)
          .with("series", Shape.listOf(String.class))
          .with("notes", Shape.listOf(Reason.class))
          .with("provenance", Provenance.class);

  private final Rooms rooms;
  private final JobStarter jobs;

  DemandPartsResource(Rooms rooms, JobStarter jobs) {
    this.rooms = rooms;
    this.jobs = jobs;
  }

  /**
   * Body of a run.
   *
   * @param items articles with the highest revenue; 200 if left out
   */
  record Run(@Nullable Integer items) {}

  /**
   * Body with series to take apart.
   *
   * @param season steps of one season; 1 if left out
   * @param frequency step of the series; if left out, guessed from the season
   * @param origin first day of the first step; any if left out
   * @param series units with the covariates price, base-price, available and promotions
   */
  record Brought(
      @Nullable Integer season,
      @Nullable Frequency frequency,
      @Nullable String origin,
      List<SuppliedPanel.One> series) {}

  List<Route> routes() {
    return List.of(
        Route.post("/forecasts/decompositions/runs", Right.MERCHANDISE, this::run)
            .says("Takes the loaded weekly sales apart: baseline, lift, dip, calendar.")
            .takes(Run.class)
            .starts(SUMMARY),
        Route.post("/forecasts/decompositions", Right.MERCHANDISE, this::decompose)
            .large()
            .says("Takes series that the caller brings apart; nothing is kept.")
            .takes(Brought.class)
            .starts(SUMMARY.named("Decomposition").with("parts", Shape.listOf(DemandParts.class))),
        Route.get("/forecasts/decompositions", Right.READ, request -> summary(latest()))
            .says("The latest decomposition of the loaded sales: its series.")
            .answers(SUMMARY)
            .fails(404, "decomposition.none"),
        Route.get("/forecasts/decompositions/{sku}", Right.READ, this::series)
            .says("What the sales of one article are made of, week by week.")
            .answers(
                Shape.object("ArticleDecomposition")
                    .with("sku", String.class)
                    .with("firstDate", LocalDate.class)
                    .with("frequency", Frequency.class)
                    .with("parts", DemandParts.class))
            .fails(404, "decomposition.none", "decomposed-series.unknown"),
        Route.post("/forecasts/drift/checks", Right.MERCHANDISE, this::check)
            .says("Compares what was sold since with what the latest runs forecast.")
            .takes(Check.class)
            .starts(Shape.of(DriftReport.class)),
        Route.get("/forecasts/drift", Right.READ, this::drift)
            .says("The latest check of the latest run: whether a refit is due.")
            .answers(Shape.of(DriftReport.class))
            .fails(404, "drift-check.none"));
  }

  /** Empty body. */
  record Check() {}

  private Object run(Request request) {
    int items = Fields.or(request.body(Run.class).items(), 200);
    DemandBaselines baselines = rooms.get(DemandBaselines.class);
    return jobs.start(
        request, "decomposition", progress -> summary(baselines.run(items, progress)));
  }

  private Object decompose(Request request) {
    Brought body = request.body(Brought.class);
    SuppliedPanel supplied =
        new SuppliedPanel(body.season(), true, body.frequency(), body.origin(), body.series());
    Panel panel = supplied.panel();
    Map<String, String> categories = supplied.categories();
    DemandBaselines baselines = rooms.get(DemandBaselines.class);
    return jobs.start(
        request,
        "decomposition-adhoc",
        progress -> {
          Decomposition result = baselines.decompose(panel, categories, progress);
          Map<String, Object> view = summary(result);
          view.put("parts", result.parts());
          return view;
        });
  }

  private Object series(Request request) {
    Decomposition decomposition = latest();
    String sku = request.parameter("sku");
    DemandParts parts =
        decomposition
            .series(sku)
            .orElseThrow(() -> ProblemException.notFound("decomposed series", sku));
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("sku", sku);
    view.put("firstDate", decomposition.grid().dateOf(parts.firstStep()));
    view.put("frequency", decomposition.grid().frequency());
    view.put("parts", parts);
    return view;
  }

  private Decomposition latest() {
    return rooms
        .get(DemandBaselines.class)
        .latest()
        .orElseThrow(() -> NotYet.run("decomposition", "/forecasts/decompositions/runs"));
  }

  private static Map<String, Object> summary(Decomposition decomposition) {
    Map<String, Object> view = new LinkedHashMap<>();
    int first = decomposition.parts().stream().mapToInt(DemandParts::firstStep).min().orElse(0);
    view.put("firstDate", decomposition.grid().dateOf(first));
    view.put("frequency", decomposition.grid().frequency());
    view.put("series", decomposition.parts().stream().map(DemandParts::seriesId).toList());
    view.put("notes", decomposition.notes());
    view.put("provenance", decomposition.provenance());
    return view;
  }

  private Object check(Request request) {
    request.body(Check.class);
    ForecastMonitor monitor = rooms.get(ForecastMonitor.class);
    return jobs.start(request, DriftLook.KIND, monitor::check);
  }

  private Object drift(Request request) {
    return rooms
        .get(ForecastMonitor.class)
        .latest()
        .orElseThrow(() -> NotYet.run("drift-check", "/forecasts/drift/checks"));
  }
}

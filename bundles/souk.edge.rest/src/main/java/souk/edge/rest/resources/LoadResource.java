package souk.edge.rest.resources;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import souk.data.api.DataQuality;
import souk.data.api.LoadReport;
import souk.data.api.LoadRequest;
import souk.data.api.Loads;
import souk.data.api.QualityFinding;
import souk.data.api.QuarantinedRow;
import souk.edge.rest.access.Right;
import souk.edge.rest.doc.Shape;
import souk.edge.rest.http.Page;
import souk.edge.rest.http.ProblemException;
import souk.edge.rest.http.Request;
import souk.edge.rest.http.Rooms;
import souk.edge.rest.http.Route;

/** Brings files into the warehouse; reports, quarantine and quality. */
final class LoadResource {
  private static final long MAX_ROWS = 10_000;

  private final Rooms rooms;
  private final JobStarter jobs;
  private final DriftLook drift;

  LoadResource(Rooms rooms, JobStarter jobs) {
    this.rooms = rooms;
    this.jobs = jobs;
    this.drift = new DriftLook(rooms, jobs);
  }

  /**
   * Body of a load.
   *
   * @param connector id; if left out {@code files}, or {@code jdbc} where a connection is named
   * @param path absolute path on the platform's machine
   * @param connection name of a configured database connection, instead of a path
   * @param options of the connector
   * @param mapping columns to domain tables
   */
  record Load(
      @Nullable String connector,
      @Nullable String path,
      @Nullable String connection,
      @Nullable Map<String, String> options,
      JsonNode mapping) {}

  List<Route> routes() {
    return List.of(
        Route.post("/loads", Right.ADMINISTER, this::load)
            .says("Brings a source into the warehouse.")
            .takes(Load.class)
            .starts(Shape.of(LoadReport.class)),
        Route.get("/loads", Right.READ, this::list)
            .says("Reports of loads, newest first.")
            .paged()
            .answers(Shape.listOf(LoadReport.class)),
        Route.get("/loads/{id}", Right.READ, this::report)
            .says("The report of one load.")
            .answers(Shape.of(LoadReport.class))
            .fails(404, "load.unknown"),
        Route.get("/loads/{id}/quarantine", Right.READ, this::quarantine)
            .says("Rows that a load refused, with the reason of each.")
            .query("offset", "Rows to skip.", Shape.COUNT)
            .query("limit", "Most rows, up to 10,000; 100 if left out.", Shape.COUNT)
            .answers(
                Shape.object("Quarantine")
                    .with("loadId", String.class)
                    .with("total", long.class)
                    .with("offset", long.class)
                    .with("rows", Shape.listOf(QuarantinedRow.class)))
            .fails(404, "load.unknown"),
        Route.get("/quality", Right.READ, this::quality)
            .says("What is conspicuous in the loaded data, most severe first.")
            .paged()
            .answers(Shape.listOf(QualityFinding.class)));
  }

  private Object load(Request request) {
    Load body = request.body(Load.class);
    LoadRequest wish =
        new LoadRequest(
            Fields.or(body.connector(), body.connection() == null ? "files" : "jdbc"),
            Fields.required("path", body.connection() == null ? body.path() : body.connection()),
            Fields.or(body.options(), Map.of()),
            Fields.required("mapping", body.mapping()).toString());
    Loads loads = rooms.get(Loads.class);
    return jobs.start(
        request, "load", drift.after(request, progress -> loads.load(wish, progress)));
  }

  private Object list(Request request) {
    return Page.of(request, rooms.get(Loads.class).list(), Page.MOST, report -> report);
  }

  private Object quality(Request request) {
    return Page.of(request, rooms.get(DataQuality.class).findings(), Page.MOST, finding -> finding);
  }

  private LoadReport report(Request request) {
    String id = request.parameter("id");
    return rooms.get(Loads.class).find(id).orElseThrow(() -> ProblemException.notFound("load", id));
  }

  private Object quarantine(Request request) {
    LoadReport report = report(request);
    long offset = request.query("offset", 0, 0, Long.MAX_VALUE);
    int limit = (int) request.query("limit", 100, 1, MAX_ROWS);
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("loadId", report.loadId());
    view.put("total", report.rowsQuarantined());
    view.put("offset", offset);
    view.put("rows", rooms.get(Loads.class).quarantine(report.loadId(), offset, limit));
    return view;
  }
}

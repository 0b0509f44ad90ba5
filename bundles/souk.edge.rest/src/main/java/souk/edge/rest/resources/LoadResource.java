package souk.edge.rest.resources;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import souk.data.api.DataQuality;
import souk.data.api.LoadReport;
import souk.data.api.LoadRequest;
import souk.data.api.Loads;
import souk.edge.rest.access.Right;
import souk.edge.rest.http.ProblemException;
import souk.edge.rest.http.Request;
import souk.edge.rest.http.Rooms;
import souk.edge.rest.http.Route;

/** Brings files into the warehouse; reports, quarantine and quality. */
final class LoadResource {
  private static final long MAX_ROWS = 10_000;

  private final Rooms rooms;
  private final JobStarter jobs;

  LoadResource(Rooms rooms, JobStarter jobs) {
    this.rooms = rooms;
    this.jobs = jobs;
  }

  /**
   * Body of a load.
   *
   * @param connector id; {@code files} if left out
   * @param path absolute path on the platform's machine
   * @param options of the connector
   * @param mapping columns to domain tables
   */
  record Load(String connector, String path, Map<String, String> options, JsonNode mapping) {}

  List<Route> routes() {
    return List.of(
        Route.post("/loads", Right.ADMINISTER, this::load),
        Route.get("/loads", Right.READ, request -> rooms.get(Loads.class).list()),
        Route.get("/loads/{id}", Right.READ, this::report),
        Route.get("/loads/{id}/quarantine", Right.READ, this::quarantine),
        Route.get("/quality", Right.READ, request -> rooms.get(DataQuality.class).findings()));
  }

  private Object load(Request request) {
    Load body = request.body(Load.class);
    LoadRequest wish =
        new LoadRequest(
            Fields.or(body.connector(), "files"),
            Fields.required("path", body.path()),
            Fields.or(body.options(), Map.of()),
            Fields.required("mapping", body.mapping()).toString());
    Loads loads = rooms.get(Loads.class);
    return jobs.start(request, "load", progress -> loads.load(wish, progress));
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

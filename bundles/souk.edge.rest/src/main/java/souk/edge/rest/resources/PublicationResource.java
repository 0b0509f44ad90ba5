package souk.edge.rest.resources;

import java.util.List;
import souk.edge.rest.access.Right;
import souk.edge.rest.http.Request;
import souk.edge.rest.http.Rooms;
import souk.edge.rest.http.Route;
import souk.trust.api.Publisher;

/** What was put into force, and undo. */
final class PublicationResource {
  private final Rooms rooms;
  private final JobStarter jobs;

  PublicationResource(Rooms rooms, JobStarter jobs) {
    this.rooms = rooms;
    this.jobs = jobs;
  }

  /**
   * Body of an undo.
   *
   * @param reason for the audit
   */
  record Undo(String reason) {}

  /** Body of a baseline publication: nothing. */
  record Baseline() {}

  List<Route> routes() {
    return List.of(
        Route.get("/publications", Right.READ, this::list),
        Route.post("/publications/baseline", Right.MERCHANDISE, this::baseline),
        Route.post("/publications/{id}/undo", Right.MERCHANDISE, this::undo));
  }

  private Object list(Request request) {
    return publisher().history((int) request.query("limit", 100, 1, 1_000));
  }

  private Object baseline(Request request) {
    request.body(Baseline.class);
    Publisher publisher = publisher();
    return jobs.start(request, "publish", progress -> publisher.publishBaseline(request.actor()));
  }

  private Object undo(Request request) {
    String reason = Fields.reason(request.body(Undo.class).reason());
    return publisher().undo(request.parameter("id"), request.actor(), reason);
  }

  private Publisher publisher() {
    return rooms.get(Publisher.class);
  }
}

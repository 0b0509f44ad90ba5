package souk.edge.rest.resources;

import java.util.List;
import souk.edge.rest.access.Right;
import souk.edge.rest.doc.Shape;
import souk.edge.rest.http.Page;
import souk.edge.rest.http.Request;
import souk.edge.rest.http.Rooms;
import souk.edge.rest.http.Route;
import souk.trust.api.Publication;
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
        Route.get("/publications", Right.READ, this::list)
            .says("What was put into force, newest first.")
            .paged()
            .answers(Shape.listOf(Publication.class)),
        Route.post("/publications/baseline", Right.MERCHANDISE, this::baseline)
            .says("Publishes the present list prices, if nothing is in force.")
            .takes(Baseline.class)
            .starts(Shape.of(Publication.class).orNull()),
        Route.post("/publications/{id}/undo", Right.MERCHANDISE, this::undo)
            .says("Puts back what was in force before a publication.")
            .takes(Undo.class)
            .answers(Shape.of(Publication.class))
            .fails(404, "publication.unknown")
            .fails(409, "publication.*", "document.conflict"));
  }

  private Object list(Request request) {
    Publisher publisher = publisher();
    return Page.of(request, publisher::history, 100, publication -> publication);
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

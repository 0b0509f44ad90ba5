package souk.edge.rest.resources;

import java.util.List;
import org.jspecify.annotations.Nullable;
import souk.data.api.ErasureReport;
import souk.data.api.Erasures;
import souk.edge.rest.access.Right;
import souk.edge.rest.doc.Shape;
import souk.edge.rest.http.Request;
import souk.edge.rest.http.Rooms;
import souk.edge.rest.http.Route;
import souk.model.CustomerKey;

/** Erases customers. The id comes in the body, so that no log of addresses holds it. */
final class ErasureResource {
  private static final int SHOWN = 100;
  private static final int MOST_SHOWN = 10_000;
  private static final Shape REPORT = Shape.of(ErasureReport.class);

  private final Rooms rooms;
  private final JobStarter jobs;

  ErasureResource(Rooms rooms, JobStarter jobs) {
    this.rooms = rooms;
    this.jobs = jobs;
  }

  /**
   * Body of an erasure.
   *
   * @param customer who is erased
   * @param reason why, for the audit, without customer data
   */
  record Erase(@Nullable String customer, @Nullable String reason) {}

  List<Route> routes() {
    return List.of(
        Route.post("/customers/erasures", Right.ADMINISTER, this::erase)
            .says("Erases a customer wherever something is kept about him or her.")
            .takes(Erase.class)
            .starts(REPORT),
        Route.get("/customers/erasures", Right.ADMINISTER, this::list)
            .says("Erasures, latest first; they name nobody.")
            .query("limit", "How many, 1 to 10000; 100 if left out.", Shape.COUNT)
            .answers(Shape.listOf(ErasureReport.class)));
  }

  private Object erase(Request request) {
    Erase body = request.body(Erase.class);
    CustomerKey customer = new CustomerKey(Fields.required("customer", body.customer()));
    String reason = Fields.reason(body.reason());
    Erasures erasures = rooms.get(Erasures.class);
    return jobs.start(
        request,
        "erasure",
        progress -> erasures.erase(customer, request.actor(), reason, progress));
  }

  private Object list(Request request) {
    return rooms.get(Erasures.class).list((int) request.query("limit", SHOWN, 1, MOST_SHOWN));
  }
}

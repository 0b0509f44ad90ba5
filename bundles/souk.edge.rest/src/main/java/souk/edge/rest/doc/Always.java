package souk.edge.rest.doc;

import java.util.ArrayList;
import java.util.List;
import souk.edge.rest.access.Right;
import souk.edge.rest.doc.Operation.Failure;
import souk.edge.rest.http.Route;

/** Problems that follow from what a route is, and need not be written at each. */
final class Always {
  private Always() {}

  static List<Failure> of(Route route) {
    List<Failure> all = new ArrayList<>();
    Operation about = route.operation();
    if (about.body().isPresent()) {
      for (String code :
          List.of(
              "malformed",
              "unknown-field",
              "missing-field",
              "wrong-type",
              "impossible-value",
              "beyond-limits",
              "null")) {
        all.add(new Failure(400, "body." + code));
      }
      all.add(new Failure(415, "body.media-type"));
      all.add(new Failure(415, "body.encoding"));
    }
    all.add(new Failure(400, "query.malformed"));
    all.add(new Failure(400, "request.impossible"));
    if (about.paged() || !about.query().isEmpty()) {
      all.add(new Failure(400, "query.out-of-range"));
    }
    all.add(new Failure(401, "access.no-key"));
    all.add(new Failure(401, "access.unknown-key"));
    if (route.right() != Right.OPEN && route.right() != Right.KEY) {
      all.add(new Failure(403, "access.denied"));
    }
    if (!route.method().equals("GET")) {
      all.add(new Failure(403, "request.foreign-origin"));
      all.add(new Failure(408, "body.too-slow"));
      all.add(new Failure(413, "body.too-large"));
    }
    if (about.changes()) {
      all.add(new Failure(400, "idempotency.malformed-key"));
      all.add(new Failure(409, "idempotency.in-flight"));
      all.add(new Failure(409, "idempotency.interrupted"));
      all.add(new Failure(422, "idempotency.other-content"));
      all.add(new Failure(503, "idempotency.full"));
    }
    if (about.jobResult().isPresent()) {
      all.add(new Failure(503, "jobs.full"));
    }
    all.add(new Failure(409, "state.not-ready"));
    all.add(new Failure(429, "rate.exceeded"));
    all.add(new Failure(500, "platform.failed"));
    all.add(new Failure(503, "room.absent"));
    all.add(new Failure(503, "store.failed"));
    return all;
  }
}

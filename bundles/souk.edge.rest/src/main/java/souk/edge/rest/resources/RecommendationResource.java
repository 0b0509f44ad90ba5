package souk.edge.rest.resources;

import java.util.List;
import java.util.Map;
import souk.customer.api.RecommendationRequest;
import souk.customer.api.Recommendations;
import souk.edge.rest.access.Right;
import souk.edge.rest.http.Request;
import souk.edge.rest.http.Rooms;
import souk.edge.rest.http.Route;
import souk.model.CustomerKey;
import souk.model.Sku;

/** What to show to whom. */
final class RecommendationResource {
  private final Rooms rooms;
  private final JobStarter jobs;

  RecommendationResource(Rooms rooms, JobStarter jobs) {
    this.rooms = rooms;
    this.jobs = jobs;
  }

  /** Body of a run: nothing. */
  record Run() {}

  List<Route> routes() {
    return List.of(
        Route.post("/recommendations/runs", Right.MERCHANDISE, this::refresh),
        Route.get("/recommendations", Right.READ, this::recommend));
  }

  private Object refresh(Request request) {
    request.body(Run.class);
    Recommendations recommendations = rooms.get(Recommendations.class);
    return jobs.start(
        request,
        "recommendation",
        progress -> {
          recommendations.refresh(progress);
          return Map.of("done", true);
        });
  }

  private Object recommend(Request request) {
    return rooms
        .get(Recommendations.class)
        .recommend(
            new RecommendationRequest(
                request.query("customer").map(CustomerKey::new),
                request.query("sku").map(Sku::new).map(List::of).orElse(List.of()),
                (int) request.query("limit", 10, 1, 100)));
  }
}

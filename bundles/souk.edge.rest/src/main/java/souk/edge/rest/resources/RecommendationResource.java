package souk.edge.rest.resources;

import java.util.List;
import java.util.Map;
import souk.customer.api.Recommendation;
import souk.customer.api.RecommendationRequest;
import souk.customer.api.Recommendations;
import souk.edge.rest.access.Right;
import souk.edge.rest.doc.Shape;
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
        Route.post("/recommendations/runs", Right.MERCHANDISE, this::refresh)
            .says("Learns from the loaded purchases.")
            .takes(Run.class)
            .starts(Shape.object("Done").with("done", boolean.class)),
        Route.get("/recommendations", Right.READ, this::recommend)
            .says("Articles for a customer or beside an article, best first.")
            .query("customer", "Customer key.", Shape.TEXT)
            .query("sku", "Article beside which to recommend.", Shape.TEXT)
            .query("limit", "Most articles, up to 100; 10 if left out.", Shape.COUNT)
            .answers(Shape.listOf(Recommendation.class))
            .fails(503, "strategy.no-strategy", "strategy.all-failed")
            .fails(504, "strategy.deadline"));
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

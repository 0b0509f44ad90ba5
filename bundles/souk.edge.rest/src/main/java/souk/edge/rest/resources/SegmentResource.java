package souk.edge.rest.resources;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import souk.customer.api.CustomerSegment;
import souk.customer.api.SegmentationRun;
import souk.customer.api.Segments;
import souk.edge.rest.access.Right;
import souk.edge.rest.doc.Shape;
import souk.edge.rest.http.ProblemException;
import souk.edge.rest.http.Request;
import souk.edge.rest.http.Rooms;
import souk.edge.rest.http.Route;
import souk.edge.rest.http.Title;
import souk.model.CustomerKey;
import souk.model.Provenance;

/** Customer segments. */
final class SegmentResource {
  private static final Shape VIEW =
      Shape.object("SegmentationRun")
          .with("id", String.class)
          .with("strategy", String.class)
          .maybe("fallbackReason", String.class)
          .with("stability", double.class)
          .with("segments", Shape.listOf(CustomerSegment.class))
          .with("migration", Shape.mapOf(Integer.class))
          .with("provenance", Provenance.class);

  private final Rooms rooms;
  private final JobStarter jobs;

  SegmentResource(Rooms rooms, JobStarter jobs) {
    this.rooms = rooms;
    this.jobs = jobs;
  }

  /**
   * Body of a run.
   *
   * @param strategy id, or left out for the selected one
   */
  record Run(@Nullable String strategy) {}

  List<Route> routes() {
    return List.of(
        Route.post("/segments/runs", Right.MERCHANDISE, this::run)
            .says("Divides the customers into segments.")
            .takes(Run.class)
            .starts(VIEW),
        Route.get("/segments", Right.READ, this::latest)
            .says("The latest segmentation.")
            .answers(VIEW)
            .fails(404, "segmentation.none"),
        Route.get("/segments/customers/{key}", Right.READ, this::customer)
            .says("The segment of a customer.")
            .answers(
                Shape.object("CustomerSegmentOf")
                    .with("customer", String.class)
                    .with("segment", String.class))
            .fails(404, "customer.unknown"));
  }

  private Object run(Request request) {
    Optional<String> strategy = Optional.ofNullable(request.body(Run.class).strategy());
    Segments segments = rooms.get(Segments.class);
    return jobs.start(request, "segmentation", progress -> view(segments.run(strategy, progress)));
  }

  private Object latest(Request request) {
    return view(
        rooms
            .get(Segments.class)
            .latest()
            .orElseThrow(() -> NotYet.run("segmentation", "/segments/runs")));
  }

  private Object customer(Request request) {
    String key = request.parameter("key");
    String segment =
        rooms
            .get(Segments.class)
            .segmentOf(new CustomerKey(key))
            .orElseThrow(
                () ->
                    ProblemException.of(
                        404,
                        "customer.unknown",
                        Title.NO_SEGMENT,
                        "The latest segmentation does not know this customer."));
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("customer", key);
    view.put("segment", segment);
    return view;
  }

  private static Map<String, Object> view(SegmentationRun run) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("id", run.id());
    view.put("strategy", run.strategy());
    view.put("fallbackReason", run.fallbackReason());
    view.put("stability", run.segmentation().stability());
    view.put("segments", run.segmentation().segments());
    view.put("migration", run.migration());
    view.put("provenance", run.segmentation().provenance());
    return view;
  }
}

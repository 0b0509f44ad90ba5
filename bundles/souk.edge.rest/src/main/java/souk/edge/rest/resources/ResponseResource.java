package souk.edge.rest.resources;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import souk.demand.api.DemandModels;
import souk.demand.api.ItemResponse;
import souk.demand.api.ResponseModel;
import souk.edge.rest.access.Right;
import souk.edge.rest.doc.Shape;
import souk.edge.rest.http.Request;
import souk.edge.rest.http.Rooms;
import souk.edge.rest.http.Route;
import souk.model.EvidenceLabel;
import souk.model.Provenance;

/** Price response. */
final class ResponseResource {
  private static final Shape.Fields SUMMARY =
      Shape.object("PriceResponseSummary")
          .with("id", String.class)
          .with("label", EvidenceLabel.class)
          .with("pooledElasticity", double.class)
          .with("betweenItemDeviation", double.class)
          .with("itemCount", int.class)
          .with("identifiedCount", long.class)
          .with("shareNotIdentified", double.class);

  private final Rooms rooms;
  private final JobStarter jobs;

  ResponseResource(Rooms rooms, JobStarter jobs) {
    this.rooms = rooms;
    this.jobs = jobs;
  }

  /**
   * Body of a fit.
   *
   * @param items articles with the highest revenue; 200 if left out
   * @param includeSimulated whether simulated weeks take part
   */
  record Run(@Nullable Integer items, @Nullable Boolean includeSimulated) {}

  List<Route> routes() {
    return List.of(
        Route.post("/responses/runs", Right.MERCHANDISE, this::run)
            .says("Fits how demand answers to prices.")
            .takes(Run.class)
            .starts(SUMMARY),
        Route.get("/responses", Right.READ, this::latest)
            .says("The latest price response with all articles.")
            .answers(
                SUMMARY
                    .named("PriceResponse")
                    .with("items", Shape.listOf(ItemResponse.class))
                    .with("provenance", Provenance.class))
            .fails(404, "response.none"));
  }

  private Object run(Request request) {
    Run body = request.body(Run.class);
    int items = Fields.or(body.items(), 200);
    boolean simulated = Fields.or(body.includeSimulated(), false);
    DemandModels models = rooms.get(DemandModels.class);
    return jobs.start(
        request, "response", progress -> summary(models.fit(items, simulated, progress)));
  }

  private Object latest(Request request) {
    ResponseModel model =
        rooms
            .get(DemandModels.class)
            .latest()
            .orElseThrow(() -> NotYet.run("response", "/responses/runs"));
    Map<String, Object> view = summary(model);
    view.put("items", model.items());
    view.put("provenance", model.provenance());
    return view;
  }

  private static Map<String, Object> summary(ResponseModel model) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("id", model.id());
    view.put("label", model.label());
    view.put("pooledElasticity", model.pooledElasticity());
    view.put("betweenItemDeviation", model.betweenItemDeviation());
    view.put("itemCount", model.items().size());
    view.put("identifiedCount", model.items().stream().filter(ItemResponse::identified).count());
    view.put("shareNotIdentified", model.shareNotIdentified());
    return view;
  }
}

package souk.edge.rest.resources;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import souk.edge.rest.access.Right;
import souk.edge.rest.doc.Shape;
import souk.edge.rest.http.Page;
import souk.edge.rest.http.ProblemException;
import souk.edge.rest.http.Request;
import souk.edge.rest.http.Rooms;
import souk.edge.rest.http.Route;
import souk.evidence.api.SimulationRequest;
import souk.evidence.api.SimulationRun;
import souk.evidence.api.Simulations;
import souk.evidence.api.UnitOutcome;
import souk.model.EvidenceLabel;
import souk.model.Money;
import souk.model.Provenance;

/** Simulated sales; every figure is labelled so. */
final class SimulationResource {
  private static final Shape.Fields SUMMARY =
      Shape.object("SimulationSummary")
          .with("id", String.class)
          .with("label", EvidenceLabel.class)
          .with("experimentId", String.class)
          .with("firstWeek", LocalDate.class)
          .with("weeks", int.class)
          .with("units", double.class)
          .with("revenue", Money.class)
          .with("profit", Money.class)
          .with("quotes", long.class);

  private final Rooms rooms;
  private final JobStarter jobs;

  SimulationResource(Rooms rooms, JobStarter jobs) {
    this.rooms = rooms;
    this.jobs = jobs;
  }

  /**
   * Body.
   *
   * @param experimentId experiment whose units are followed
   * @param weeks weeks to simulate; 4 if left out
   * @param seed same seed, same sales; 1 if left out
   */
  record Simulate(String experimentId, @Nullable Integer weeks, @Nullable Long seed) {}

  List<Route> routes() {
    return List.of(
        Route.post("/simulations", Right.MERCHANDISE, this::simulate)
            .says("Lets simulated customers buy during an experiment.")
            .takes(Simulate.class)
            .starts(SUMMARY),
        Route.get("/simulations", Right.READ, this::list)
            .says("Simulations, newest first.")
            .paged()
            .answers(Shape.list(SUMMARY)),
        Route.get("/simulations/{id}", Right.READ, this::run)
            .says("One simulation with the outcome of every unit.")
            .answers(
                SUMMARY
                    .named("Simulation")
                    .with("outcomes", new Shape.MapOf(Shape.listOf(UnitOutcome.class)))
                    .with("provenance", Provenance.class))
            .fails(404, "simulation.unknown"));
  }

  private Object simulate(Request request) {
    Simulate body = request.body(Simulate.class);
    SimulationRequest wish =
        new SimulationRequest(
            Fields.required("experimentId", body.experimentId()),
            Fields.or(body.weeks(), 4),
            Fields.or(body.seed(), 1L));
    Simulations simulations = rooms.get(Simulations.class);
    return jobs.start(request, "simulation", progress -> summary(simulations.run(wish, progress)));
  }

  private Object list(Request request) {
    return Page.of(
        request, rooms.get(Simulations.class).list(), Page.MOST, SimulationResource::summary);
  }

  private Object run(Request request) {
    String id = request.parameter("id");
    SimulationRun run =
        rooms
            .get(Simulations.class)
            .find(id)
            .orElseThrow(() -> ProblemException.notFound("simulation", id));
    Map<String, Object> view = summary(run);
    view.put("outcomes", run.outcomes());
    view.put("provenance", run.provenance());
    return view;
  }

  private static Map<String, Object> summary(SimulationRun run) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("id", run.id());
    view.put("label", EvidenceLabel.SIMULATED);
    view.put("experimentId", run.experimentId());
    view.put("firstWeek", run.firstWeek());
    view.put("weeks", run.weeks());
    view.put("units", run.units());
    view.put("revenue", run.revenue());
    view.put("profit", run.profit());
    view.put("quotes", run.quotes());
    return view;
  }
}

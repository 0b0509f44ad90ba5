package souk.edge.rest.resources;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import souk.edge.rest.access.Right;
import souk.edge.rest.http.ProblemException;
import souk.edge.rest.http.Request;
import souk.edge.rest.http.Rooms;
import souk.edge.rest.http.Route;
import souk.evidence.api.EffectEstimate;
import souk.evidence.api.Experiment;
import souk.evidence.api.Experiments;

/** Randomised hold-outs and their effects. */
final class ExperimentResource {
  private final Rooms rooms;
  private final JobStarter jobs;

  ExperimentResource(Rooms rooms, JobStarter jobs) {
    this.rooms = rooms;
    this.jobs = jobs;
  }

  /** Body of an evaluation: nothing. */
  record Evaluate() {}

  /**
   * Result of an evaluation.
   *
   * @param experimentId the experiment
   * @param effects one per metric
   */
  record Evaluation(String experimentId, List<EffectEstimate> effects) {}

  List<Route> routes() {
    return List.of(
        Route.get("/experiments", Right.READ, this::list),
        Route.get("/experiments/{id}", Right.READ, this::experiment),
        Route.post("/experiments/{id}/evaluate", Right.MERCHANDISE, this::evaluate),
        Route.get("/effects", Right.READ, request -> experiments().effects()));
  }

  private Object list(Request request) {
    return experiments().list().stream().map(ExperimentResource::summary).toList();
  }

  private Object experiment(Request request) {
    Experiment experiment = find(request);
    Map<String, Object> view = summary(experiment);
    view.put(
        "effects",
        experiments().effects().stream()
            .filter(effect -> effect.experimentId().equals(experiment.id()))
            .toList());
    return view;
  }

  private Object evaluate(Request request) {
    request.body(Evaluate.class);
    Experiment experiment = find(request);
    Experiments experiments = experiments();
    return jobs.start(
        request,
        "evaluation",
        progress ->
            new Evaluation(experiment.id(), experiments.evaluate(experiment.id(), progress)));
  }

  private Experiment find(Request request) {
    String id = request.parameter("id");
    return experiments().find(id).orElseThrow(() -> ProblemException.notFound("experiment", id));
  }

  private Experiments experiments() {
    return rooms.get(Experiments.class);
  }

  private static Map<String, Object> summary(Experiment experiment) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("id", experiment.id());
    view.put("planId", experiment.planId());
    view.put("unit", experiment.unit());
    view.put("holdoutShare", experiment.holdoutShare());
    view.put("seed", experiment.seed());
    view.put("treatment", experiment.treatment().size());
    view.put("control", experiment.control().size());
    view.put("createdAt", experiment.createdAt());
    view.put("label", experiment.label());
    return view;
  }
}

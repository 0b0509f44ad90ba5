package souk.edge.rest.resources;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import souk.edge.rest.access.Right;
import souk.edge.rest.doc.Shape;
import souk.edge.rest.http.Page;
import souk.edge.rest.http.ProblemException;
import souk.edge.rest.http.Request;
import souk.edge.rest.http.Rooms;
import souk.edge.rest.http.Route;
import souk.evidence.api.EffectEstimate;
import souk.evidence.api.Experiment;
import souk.evidence.api.Experiments;
import souk.evidence.api.UnitKind;
import souk.model.EvidenceLabel;

/** Randomised hold-outs and their effects. */
final class ExperimentResource {
  private static final Shape.Fields SUMMARY =
      Shape.object("ExperimentSummary")
          .with("id", String.class)
          .with("planId", String.class)
          .with("unit", UnitKind.class)
          .with("holdoutShare", double.class)
          .with("seed", long.class)
          .with("treatment", int.class)
          .with("control", int.class)
          .with("createdAt", Instant.class)
          .with("label", EvidenceLabel.class);

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
        Route.get("/experiments", Right.READ, this::list)
            .says("Designs of experiments, newest first.")
            .paged()
            .answers(Shape.list(SUMMARY)),
        Route.get("/experiments/{id}", Right.READ, this::experiment)
            .says("One experiment with its effects.")
            .answers(
                SUMMARY.named("Experiment").with("effects", Shape.listOf(EffectEstimate.class)))
            .fails(404, "experiment.unknown"),
        Route.post("/experiments/{id}/evaluate", Right.MERCHANDISE, this::evaluate)
            .says("Estimates the effects of an experiment.")
            .takes(Evaluate.class)
            .starts(Shape.of(Evaluation.class))
            .fails(404, "experiment.unknown"),
        Route.get("/effects", Right.READ, this::effects)
            .says("All effects kept, newest first.")
            .paged()
            .answers(Shape.listOf(EffectEstimate.class)));
  }

  private Object list(Request request) {
    return Page.of(request, experiments().list(), Page.MOST, ExperimentResource::summary);
  }

  private Object effects(Request request) {
    return Page.of(request, experiments().effects(), Page.MOST, effect -> effect);
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
        new DriftLook(rooms, jobs)
            .after(
                request,
                progress ->
                    new Evaluation(
                        experiment.id(), experiments.evaluate(experiment.id(), progress))));
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

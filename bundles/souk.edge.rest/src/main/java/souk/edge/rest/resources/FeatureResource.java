package souk.edge.rest.resources;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import souk.edge.rest.access.Right;
import souk.edge.rest.doc.Shape;
import souk.edge.rest.http.ProblemException;
import souk.edge.rest.http.Request;
import souk.edge.rest.http.Rooms;
import souk.edge.rest.http.Route;
import souk.kernel.api.FeatureChange;
import souk.kernel.api.FeatureException;
import souk.kernel.api.FeaturePlan;
import souk.kernel.api.FeatureStatus;
import souk.kernel.api.Features;

/** Features: what is there, what a change would do, changes as jobs. */
final class FeatureResource {
  private static final String JOB = "features";

  private final Rooms rooms;
  private final JobStarter jobs;

  FeatureResource(Rooms rooms, JobStarter jobs) {
    this.rooms = rooms;
    this.jobs = jobs;
  }

  /**
   * Body of a question what a change would do.
   *
   * @param kind install, update, remove or undo
   * @param feature id, name, or file in the folder incoming; left out to undo
   */
  record Question(String kind, @Nullable String feature) {}

  /**
   * Body of a change.
   *
   * @param feature id, name, or file in the folder incoming
   * @param reason for the audit
   */
  record Change(String feature, String reason) {}

  /**
   * Body of an undo.
   *
   * @param reason for the audit
   */
  record Undo(String reason) {}

  /**
   * Body of an upload.
   *
   * @param archive ZIP file in Base64
   */
  record Upload(String archive) {}

  List<Route> routes() {
    return List.of(
        Route.get("/features", Right.READ, request -> features().list())
            .says("Installed features in start order, then those that could be installed.")
            .answers(Shape.listOf(FeatureStatus.class)),
        Route.post("/features/plan", Right.ADMINISTER, this::plan)
            .says("What a change of features would do to the bundles; changes nothing.")
            .takes(Question.class)
            .answers(Shape.of(FeaturePlan.class))
            .changesNothing(),
        change("install", FeatureChange.Kind.INSTALL, "Installs a feature."),
        change(
            "update",
            FeatureChange.Kind.UPDATE,
            "Brings a newer version of a feature, its strategies beside the old ones."),
        change("remove", FeatureChange.Kind.REMOVE, "Removes a feature."),
        Route.post("/features/undo", Right.ADMINISTER, this::undo)
            .says("Goes back to the features before the last change.")
            .takes(Undo.class)
            .starts(Shape.of(FeaturePlan.class))
            .fails(409, "feature.*", "bundle.*", "contract.twice", "strategy.*"),
        Route.post("/features/archives", Right.ADMINISTER, this::upload)
            .large()
            .says("Checks an archive with a feature and keeps it, if uploads are switched on.")
            .takes(Upload.class)
            .answers(Shape.object("FeatureArchive").with("id", String.class))
            .fails(403, "feature.upload-off")
            .fails(409, "feature.*")
            .fails(422, "archive.*", "bundle.*"));
  }

  private Route change(String verb, FeatureChange.Kind kind, String summary) {
    return Route.post("/features/" + verb, Right.ADMINISTER, request -> change(request, kind))
        .says(summary)
        .takes(Change.class)
        .starts(Shape.of(FeaturePlan.class))
        .fails(404, "feature.unknown")
        .fails(409, "feature.*", "bundle.*", "contract.twice", "strategy.*")
        .fails(422, "archive.*");
  }

  private Object plan(Request request) {
    Question body = request.body(Question.class);
    FeatureChange.Kind kind = kind(Fields.required("kind", body.kind()));
    String feature =
        kind == FeatureChange.Kind.UNDO ? "" : Fields.required("feature", body.feature());
    return features().plan(new FeatureChange(kind, feature));
  }

  private static FeatureChange.Kind kind(String text) {
    try {
      return FeatureChange.Kind.valueOf(text.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw ProblemException.badRequest(
          "body.impossible-value",
          "Field kind must be install, update, remove or undo, but is %s.".formatted(text));
    }
  }

  private Object change(Request request, FeatureChange.Kind kind) {
    Change body = request.body(Change.class);
    return start(
        request,
        new FeatureChange(kind, Fields.required("feature", body.feature())),
        Fields.reason(body.reason()));
  }

  private Object undo(Request request) {
    return start(request, FeatureChange.undo(), Fields.reason(request.body(Undo.class).reason()));
  }

  /** A refusal is answered at once; the plan is made again when the job runs. */
  private Object start(Request request, FeatureChange change, String reason) {
    Features features = features();
    FeaturePlan plan = features.plan(change);
    if (!plan.refusals().isEmpty()) {
      throw new FeatureException(plan.refusals());
    }
    return jobs.start(
        request, JOB, progress -> features.apply(change, request.actor(), reason, progress));
  }

  private Object upload(Request request) throws IOException {
    String text = Fields.required("archive", request.body(Upload.class).archive());
    byte[] archive;
    try {
      archive = Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw ProblemException.badRequest("body.impossible-value", "Field archive is not in Base64.");
    }
    return Map.of("id", features().upload(new ByteArrayInputStream(archive), request.actor()));
  }

  private Features features() {
    return rooms.get(Features.class);
  }
}

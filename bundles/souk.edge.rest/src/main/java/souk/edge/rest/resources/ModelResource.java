package souk.edge.rest.resources;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import souk.edge.rest.access.Right;
import souk.edge.rest.doc.Shape;
import souk.edge.rest.http.ProblemException;
import souk.edge.rest.http.Request;
import souk.edge.rest.http.Rooms;
import souk.edge.rest.http.Route;
import souk.kernel.api.AuditEntry;
import souk.kernel.api.AuditTrail;
import souk.kernel.api.LearningDesk;

/** Learned models: versions, champion and challengers. */
final class ModelResource {
  private static final Shape FIGURE =
      Shape.object("MeasureWithInterval")
          .with("value", double.class)
          .with("low", double.class)
          .with("high", double.class);

  /** Measures with intervals, by name. */
  static final Shape METRICS = new Shape.MapOf(FIGURE);

  /** How much worse the model gets when a column is shuffled, the most important first. */
  static final Shape IMPORTANCE =
      Shape.list(Shape.object("ColumnShuffled").with("column", String.class).with("rise", FIGURE));

  /** Rows of about the same probability. */
  static final Shape CALIBRATION =
      Shape.list(
          Shape.object("RowsOfOneProbability")
              .with("rows", int.class)
              .with("predicted", double.class)
              .with("happened", double.class));

  /** Course of a training, first epoch first. */
  static final Shape CURVE =
      Shape.list(
          Shape.object("TrainingEpoch")
              .with("epoch", int.class)
              .maybe("loss", double.class)
              .maybe("validationLoss", double.class)
              .with("millis", long.class));

  static final Shape VERSION =
      Shape.object("ModelVersion")
          .with("name", String.class)
          .with("version", int.class)
          .with("learner", String.class)
          .with("keptAt", Instant.class)
          .with("bytes", long.class)
          .with("sha256", String.class)
          .with("facts", Shape.mapOf(double.class))
          .with("metrics", METRICS)
          .with("importance", IMPORTANCE)
          .with("calibration", CALIBRATION)
          .with("lineage", Shape.mapOf(String.class))
          .with("curve", CURVE);

  private static final Shape VIEW =
      Shape.object("Model")
          .with("name", String.class)
          .with("champion", int.class)
          .with("versions", Shape.list(VERSION))
          .with(
              "promotions",
              Shape.list(
                  Shape.object("ModelPromotion")
                      .with("version", int.class)
                      .with("at", Instant.class)
                      .with("by", String.class)
                      .with("reason", String.class)));

  private final Rooms rooms;

  ModelResource(Rooms rooms) {
    this.rooms = rooms;
  }

  /**
   * Body of a promotion.
   *
   * @param version that is to serve
   * @param reason for the audit
   */
  record Promote(Integer version, String reason) {}

  /**
   * Body of a roll back.
   *
   * @param reason for the audit
   */
  record RollBack(String reason) {}

  List<Route> routes() {
    return List.of(
        Route.get("/learning/models", Right.READ, request -> desk().models())
            .says("All learned models with their versions, the newest version first.")
            .answers(Shape.list(VIEW)),
        Route.get("/learning/models/{name}", Right.READ, request -> view(name(request)))
            .says("One learned model.")
            .answers(VIEW)
            .fails(404, "model.unknown"),
        Route.post("/learning/models/{name}/promotions", Right.MERCHANDISE, this::promote)
            .says("Makes a version of a model the one that serves.")
            .takes(Promote.class)
            .answers(VIEW)
            .fails(404, "model.unknown"),
        Route.post("/learning/models/{name}/roll-backs", Right.MERCHANDISE, this::rollBack)
            .says("Makes the version serve again that served before.")
            .takes(RollBack.class)
            .answers(VIEW)
            .fails(404, "model.unknown")
            .fails(409, "state.not-ready"));
  }

  private LearningDesk desk() {
    return rooms.get(LearningDesk.class);
  }

  private Object promote(Request request) {
    String name = name(request);
    view(name);
    Promote body = request.body(Promote.class);
    int version = Fields.required("version", body.version());
    String reason = Fields.reason(body.reason());
    desk().promote(name, version, request.actor(), reason);
    audit(request, "model.promote", name + " " + version, reason);
    return view(name);
  }

  private Object rollBack(Request request) {
    String name = name(request);
    view(name);
    String reason = Fields.reason(request.body(RollBack.class).reason());
    desk().rollBack(name, request.actor(), reason);
    audit(request, "model.roll-back", name, reason);
    return view(name);
  }

  private void audit(Request request, String action, String subject, String reason) {
    rooms
        .find(AuditTrail.class)
        .ifPresent(
            trail ->
                trail.record(
                    AuditEntry.builder(request.actor(), action, subject).reason(reason).build()));
  }

  private static String name(Request request) {
    return request.parameter("name");
  }

  private Map<String, Object> view(String name) {
    return desk().models().stream()
        .filter(model -> name.equals(model.get("name")))
        .findFirst()
        .orElseThrow(() -> ProblemException.notFound("model", name));
  }
}

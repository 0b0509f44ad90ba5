package souk.edge.rest.resources;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import souk.edge.rest.access.Right;
import souk.edge.rest.doc.Shape;
import souk.edge.rest.http.Request;
import souk.edge.rest.http.Rooms;
import souk.edge.rest.http.Route;
import souk.kernel.api.Progress;
import souk.learn.api.DataFrame;
import souk.learn.api.ModelRegistry;
import souk.learn.api.ModelVersion;
import souk.learn.api.TunedModel;
import souk.learn.api.Tuning;
import souk.learn.api.TuningPlan;
import souk.learn.api.TuningReport;
import souk.model.Reason;

/** Learning from tables that the caller brings. */
final class LearningResource {
  private static final int MOST_DRAWS = 10_000;

  private final Rooms rooms;
  private final JobStarter jobs;

  LearningResource(Rooms rooms, JobStarter jobs) {
    this.rooms = rooms;
    this.jobs = jobs;
  }

  /**
   * Body.
   *
   * @param target column to be learned
   * @param task which of two kinds, or how much
   * @param positive the kind whose probability is learned; the rarer of two if left out
   * @param time column of figures that grow with time: judged is what is later
   * @param ignored columns that are not learned from
   * @param learners strategies that take part; all if left out
   * @param folds parts into which the rows are divided; 5 if left out
   * @param draws of the bootstrap intervals; 200 if left out
   * @param seed same seed, same answer; 1 if left out
   * @param columns the table to learn from
   * @param predict rows to answer, with the same columns; none if left out
   * @param keep name under which the model is kept; not kept if left out
   */
  record Body(
      String target,
      TuningPlan.Question task,
      @Nullable String positive,
      @Nullable String time,
      @Nullable List<String> ignored,
      @Nullable List<String> learners,
      @Nullable Integer folds,
      @Nullable Integer draws,
      @Nullable Long seed,
      List<SuppliedTable.Column> columns,
      @Nullable List<SuppliedTable.Column> predict,
      @Nullable String keep) {
    TuningPlan plan() {
      return TuningPlan.builder(Fields.required("target", target), Fields.required("task", task))
          .positive(Optional.ofNullable(positive))
          .time(Optional.ofNullable(time))
          .ignored(Set.copyOf(Fields.list("ignored", ignored)))
          .learners(Fields.list("learners", learners))
          .folds(Fields.or(folds, 5))
          .draws(Math.min(MOST_DRAWS, Fields.or(draws, 200)))
          .seed(Fields.or(seed, 1L))
          .build();
    }
  }

  List<Route> routes() {
    return List.of(
        Route.post("/learning/adhoc", Right.MERCHANDISE, this::learn)
            .large()
            .says("Learns from a table that the caller brings, judges it, and answers other rows.")
            .takes(Body.class)
            .starts(
                Shape.object("LearningAnswer")
                    .with("chosen", String.class)
                    .with("validation", String.class)
                    .with("rows", int.class)
                    .maybe("positive", String.class)
                    .with("metrics", Shape.mapOf(TuningReport.Figure.class))
                    .with("candidates", Shape.listOf(TuningReport.Candidate.class))
                    .with("importance", Shape.listOf(TuningReport.Importance.class))
                    .with("calibration", Shape.listOf(TuningReport.CalibrationBin.class))
                    .with("deciles", Shape.listOf(double.class))
                    .with("notes", Shape.listOf(Reason.class))
                    .maybe("kept", ModelVersion.class)
                    .with("scores", Shape.listOf(double.class))));
  }

  private Object learn(Request request) {
    Body body = request.body(Body.class);
    TuningPlan plan = body.plan();
    DataFrame table = SuppliedTable.of("columns", body.columns());
    Optional<DataFrame> asked =
        Optional.ofNullable(body.predict()).map(columns -> SuppliedTable.of("predict", columns));
    Tuning tuning = rooms.get(Tuning.class);
    return jobs.start(
        request,
        "learning-adhoc",
        progress -> view(tuning, table, plan, asked, Optional.ofNullable(body.keep()), progress));
  }

  private Map<String, Object> view(
      Tuning tuning,
      DataFrame table,
      TuningPlan plan,
      Optional<DataFrame> asked,
      Optional<String> keep,
      Progress progress) {
    TunedModel tuned = tuning.tune(table, plan, progress);
    TuningReport report = tuned.report();
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("chosen", report.chosen());
    view.put("validation", report.validation());
    view.put("rows", report.rows());
    view.put("positive", report.positive());
    view.put("metrics", report.metrics());
    view.put("candidates", report.candidates());
    view.put("importance", report.importance());
    view.put("calibration", report.calibration());
    view.put("deciles", report.deciles());
    view.put("notes", report.notes());
    view.put("kept", keep.map(name -> rooms.get(ModelRegistry.class).keep(name, tuned.model())));
    view.put(
        "scores", asked.map(rows -> tuning.predict(tuned.model(), rows)).orElse(new double[0]));
    return view;
  }
}

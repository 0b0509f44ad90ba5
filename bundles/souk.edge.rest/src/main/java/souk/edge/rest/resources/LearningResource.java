package souk.edge.rest.resources;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import souk.edge.rest.access.Right;
import souk.edge.rest.doc.Shape;
import souk.edge.rest.http.Request;
import souk.edge.rest.http.Rooms;
import souk.edge.rest.http.Route;
import souk.kernel.api.LearningDesk;
import souk.model.Reason;

/**
 * Learning from tables that the caller brings. Not wired to the contract of the learn room, so that
 * tills do not notice when that is exchanged.
 */
final class LearningResource {
  private final Rooms rooms;
  private final JobStarter jobs;

  LearningResource(Rooms rooms, JobStarter jobs) {
    this.rooms = rooms;
    this.jobs = jobs;
  }

  /** What is asked. */
  enum Task {
    CLASSIFY,
    REGRESS
  }

  /**
   * One column: figures or texts.
   *
   * @param name unique
   * @param figures null where missing
   * @param texts null or empty where missing
   */
  record Column(
      String name,
      @Nullable List<@Nullable Double> figures,
      @Nullable List<@Nullable String> texts) {
    Map<String, Object> plain() {
      Map<String, Object> plain = new LinkedHashMap<>();
      plain.put("name", Fields.required("name", name));
      put(plain, "figures", figures);
      put(plain, "texts", texts);
      return plain;
    }
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
      Task task,
      @Nullable String positive,
      @Nullable String time,
      @Nullable List<String> ignored,
      @Nullable List<String> learners,
      @Nullable Integer folds,
      @Nullable Integer draws,
      @Nullable Long seed,
      List<Column> columns,
      @Nullable List<Column> predict,
      @Nullable String keep) {
    Map<String, Object> plain() {
      Map<String, Object> plain = new LinkedHashMap<>();
      plain.put("target", Fields.required("target", target));
      plain.put("task", Fields.required("task", task).name());
      put(plain, "positive", positive);
      put(plain, "time", time);
      put(plain, "ignored", ignored);
      put(plain, "learners", learners);
      put(plain, "folds", folds);
      put(plain, "draws", draws);
      put(plain, "seed", seed);
      put(plain, "keep", keep);
      plain.put("columns", plain("columns", Fields.required("columns", columns)));
      put(plain, "predict", predict == null ? null : plain("predict", predict));
      return plain;
    }

    private static List<Object> plain(String field, List<Column> columns) {
      List<Object> plain = new ArrayList<>();
      Fields.list(field, columns).forEach(column -> plain.add(column.plain()));
      return plain;
    }
  }

  /** What a network learns. */
  enum Goal {
    REAL,
    BINARY
  }

  /** How a network reads the steps. */
  enum Network {
    MLP,
    LSTM,
    GRU,
    TEMPORAL_CNN,
    TRANSFORMER
  }

  /**
   * Body of a training over sequences.
   *
   * @param goal a number, or whether something happened (target 0 or 1)
   * @param network how the steps are read
   * @param rows rows of steps of figures, oldest step first; rows may differ in steps
   * @param target a number per row
   * @param heldOut share of the last rows that judge and are not learned from; 0.2 if left out
   * @param options such as hidden, layers, epochs, batch, learningRate, patience; see sequences.md
   * @param seed same seed, same model; 1 if left out
   * @param predict rows to answer; none if left out
   * @param keep name under which the model is kept; not kept if left out
   */
  record SequenceBody(
      Goal goal,
      Network network,
      List<List<List<Double>>> rows,
      List<Double> target,
      @Nullable Double heldOut,
      @Nullable Map<String, Double> options,
      @Nullable Long seed,
      @Nullable List<List<List<Double>>> predict,
      @Nullable String keep) {
    Map<String, Object> plain() {
      Map<String, Object> plain = new LinkedHashMap<>();
      plain.put("goal", Fields.required("goal", goal).name());
      plain.put("network", Fields.required("network", network).name());
      plain.put("rows", Fields.required("rows", rows));
      plain.put("target", Fields.required("target", target));
      put(plain, "heldOut", heldOut);
      put(plain, "options", options);
      put(plain, "seed", seed);
      put(plain, "predict", predict);
      put(plain, "keep", keep);
      return plain;
    }
  }

  private static void put(Map<String, Object> plain, String name, @Nullable Object value) {
    if (value != null) {
      plain.put(name, value);
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
                    .with("metrics", ModelResource.METRICS)
                    .with(
                        "candidates",
                        Shape.list(
                            Shape.object("LearnerCompared")
                                .with("learner", String.class)
                                .with("version", String.class)
                                .with("metrics", Shape.mapOf(double.class))
                                .with("seconds", double.class)
                                .maybe("refused", String.class)))
                    .with("importance", ModelResource.IMPORTANCE)
                    .with("calibration", ModelResource.CALIBRATION)
                    .with("deciles", Shape.listOf(double.class))
                    .with("notes", Shape.listOf(Reason.class))
                    .optional("kept", ModelResource.VERSION.orNull())
                    .with("scores", Shape.listOf(double.class))),
        Route.post("/learning/sequences", Right.MERCHANDISE, this::learnSequences)
            .large()
            .says("Learns a network from sequences that the caller brings, epoch by epoch.")
            .takes(SequenceBody.class)
            .starts(
                Shape.object("SequenceLearningAnswer")
                    .with("rows", int.class)
                    .with("heldOut", int.class)
                    .with("facts", Shape.mapOf(double.class))
                    .with("curve", ModelResource.CURVE)
                    .optional("kept", ModelResource.VERSION.orNull())
                    .with("scores", Shape.listOf(double.class))));
  }

  private Object learn(Request request) {
    Map<String, Object> asked = request.body(Body.class).plain();
    LearningDesk desk = rooms.get(LearningDesk.class);
    return jobs.start(request, "learning-adhoc", progress -> desk.learn(asked, progress));
  }

  private Object learnSequences(Request request) {
    Map<String, Object> asked = request.body(SequenceBody.class).plain();
    LearningDesk desk = rooms.get(LearningDesk.class);
    return jobs.start(
        request, "learning-sequences", progress -> desk.learnSequences(asked, progress));
  }
}

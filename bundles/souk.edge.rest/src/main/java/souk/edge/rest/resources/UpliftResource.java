package souk.edge.rest.resources;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import souk.customer.api.Uplift;
import souk.customer.api.UpliftRun;
import souk.customer.api.UpliftTrial;
import souk.edge.rest.access.Right;
import souk.edge.rest.doc.Shape;
import souk.edge.rest.http.Request;
import souk.edge.rest.http.Rooms;
import souk.edge.rest.http.Route;
import souk.model.Interval;
import souk.model.Provenance;

/** Whom a treatment changes, learned from a trial that is brought along. */
final class UpliftResource {
  private static final long SEED = 1;
  private static final Shape VIEW =
      Shape.object("UpliftRun")
          .with("strategy", String.class)
          .maybe("fallbackReason", String.class)
          .with("effect", double.class)
          .with("effectInterval", Interval.class)
          .with("qini", double.class)
          .with("qiniInterval", Interval.class)
          .with("uplift", double[].class)
          .with("provenance", Provenance.class);

  private final Rooms rooms;
  private final JobStarter jobs;

  UpliftResource(Rooms rooms, JobStarter jobs) {
    this.rooms = rooms;
    this.jobs = jobs;
  }

  /**
   * A trial, and whom to answer.
   *
   * @param columns names, one per value of a row
   * @param rows what was known before; null where missing
   * @param treated who was treated
   * @param outcome what was seen afterwards
   * @param propensity chance of each row to be treated, if it was not the same for all
   * @param ask rows to answer; left out for those of the trial
   * @param strategy id, or left out for the selected one
   * @param seed same seed, same answer
   */
  record Body(
      List<String> columns,
      @Nullable Double[][] rows,
      boolean[] treated,
      double[] outcome,
      double @Nullable [] propensity,
      @Nullable Double @Nullable [][] ask,
      @Nullable String strategy,
      @Nullable Long seed) {}

  List<Route> routes() {
    return List.of(
        Route.post("/uplift/estimates", Right.MERCHANDISE, this::estimate)
            .says("Learns from a trial whom a treatment changes.")
            .takes(Body.class)
            .starts(VIEW));
  }

  private Object estimate(Request request) {
    Body body = request.body(Body.class);
    double[][] rows = figures("rows", Fields.required("rows", body.rows()));
    UpliftTrial.Builder builder =
        UpliftTrial.builder(
            Fields.list("columns", Fields.required("columns", body.columns())),
            rows,
            Fields.required("treated", body.treated()),
            Fields.required("outcome", body.outcome()));
    if (body.propensity() != null) {
      builder.propensity(body.propensity());
    }
    UpliftTrial trial = builder.build();
    double[][] ask = body.ask() == null ? rows : figures("ask", body.ask());
    Optional<String> strategy = Optional.ofNullable(body.strategy());
    long seed = body.seed() == null ? SEED : body.seed();
    Uplift uplift = rooms.get(Uplift.class);
    return jobs.start(
        request, "uplift", progress -> view(uplift.estimate(trial, ask, strategy, seed, progress)));
  }

  private static double[][] figures(String field, @Nullable Double[][] rows) {
    Fields.list(field, Arrays.asList(rows));
    double[][] figures = new double[rows.length][];
    for (int r = 0; r < rows.length; r++) {
      figures[r] = new double[rows[r].length];
      for (int c = 0; c < rows[r].length; c++) {
        Double value = rows[r][c];
        figures[r][c] = value == null ? Double.NaN : value;
      }
    }
    return figures;
  }

  private static Map<String, Object> view(UpliftRun run) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("strategy", run.strategy());
    view.put("fallbackReason", run.fallbackReason());
    view.put("effect", run.quality().effect());
    view.put("effectInterval", run.quality().effectInterval());
    view.put("qini", run.quality().qini());
    view.put("qiniInterval", run.quality().qiniInterval());
    view.put("uplift", run.estimate().uplift());
    view.put("provenance", run.estimate().provenance());
    return view;
  }
}

package souk.edge.rest.resources;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import souk.edge.rest.access.Right;
import souk.edge.rest.doc.Shape;
import souk.edge.rest.http.Handler;
import souk.edge.rest.http.Page;
import souk.edge.rest.http.ProblemException;
import souk.edge.rest.http.Request;
import souk.edge.rest.http.Rooms;
import souk.edge.rest.http.Route;
import souk.kernel.api.AuditEntry;
import souk.kernel.api.AuditQuery;
import souk.kernel.api.AuditTrail;
import souk.kernel.api.CanaryPlan;
import souk.kernel.api.DrainReport;
import souk.kernel.api.RoleStatus;
import souk.kernel.api.RouterAdmin;
import souk.kernel.api.StrategyRef;
import souk.kernel.api.TrialStatus;
import souk.kernel.api.Trials;
import souk.kernel.api.WarmReport;

/** Traffic of one role: shadow, canary, stop, back, drain, restore, warm, and what happened. */
final class TrafficResource {
  private static final int HISTORY = 100;
  private static final long DRAIN_MILLIS = 10_000;
  private static final long LONGEST_DRAIN_MILLIS = 20_000;

  private final Rooms rooms;

  TrafficResource(Rooms rooms) {
    this.rooms = rooms;
  }

  /**
   * Body that names a strategy.
   *
   * @param strategy id
   * @param version version
   * @param reason for the audit
   */
  record Named(String strategy, String version, String reason) {}

  /**
   * Body of a warm-up.
   *
   * @param strategy id
   * @param version version
   */
  record Warm(String strategy, String version) {}

  /**
   * Body of a drain.
   *
   * @param strategy id
   * @param version version
   * @param timeoutMillis how long to wait for calls under way; 10,000 if left out
   * @param reason for the audit
   */
  record Drain(String strategy, String version, @Nullable Long timeoutMillis, String reason) {}

  /**
   * Body of a roll-back.
   *
   * @param reason for the audit
   */
  record Back(String reason) {}

  /**
   * Body of a canary; what is left out is as the kernel has it.
   *
   * @param strategy id
   * @param version version
   * @param share of the traffic in (0, 1]
   * @param exposures most sessions that it may serve
   * @param errorLimit tolerated share of failed calls above the primary's
   * @param latencyFactor a call is slow above this times the primary's p99
   * @param latencyFloorMicros and above this
   * @param alpha chance of stopping one that is as good
   * @param minSamples outcomes before a metric is judged
   * @param passLoss greatest loss that passes
   * @param toleratedLosses by metric
   * @param promote whether one that passes becomes the primary
   * @param reason for the audit
   */
  record Canary(
      String strategy,
      String version,
      Double share,
      @Nullable Long exposures,
      @Nullable Double errorLimit,
      @Nullable Double latencyFactor,
      @Nullable Long latencyFloorMicros,
      @Nullable Double alpha,
      @Nullable Integer minSamples,
      @Nullable Double passLoss,
      @Nullable Map<String, Double> toleratedLosses,
      @Nullable Boolean promote,
      String reason) {}

  List<Route> routes() {
    return List.of(
        change("shadow", "Copies live calls to a strategy that does not serve.", this::shadow)
            .takes(Named.class)
            .answers(Shape.of(TrialStatus.class)),
        change("canary", "Gives a strategy a watched share of the traffic.", this::canary)
            .takes(Canary.class)
            .answers(Shape.of(TrialStatus.class)),
        change("stop", "Ends the running trial of a strategy.", this::stop)
            .takes(Named.class)
            .answers(Shape.of(TrialStatus.class)),
        change("rollback", "Selects the primary before the present one again.", this::rollBack)
            .takes(Back.class)
            .answers(Shape.of(RoleStatus.class)),
        change("drain", "Takes a strategy out of rotation and waits for its calls.", this::drain)
            .takes(Drain.class)
            .answers(
                Shape.object("Drained").with("left", int.class).with("role", RoleStatus.class)),
        change("restore", "Puts a tripped or drained strategy back.", this::restore)
            .takes(Named.class)
            .answers(Shape.of(RoleStatus.class)),
        change("warm", "Tests a strategy and repeats recent calls on it.", this::warm)
            .changesNothing()
            .takes(Warm.class)
            .answers(Shape.of(WarmReport.class)),
        Route.get("/strategies/{role}/trials", Right.READ, this::trials)
            .says("Trials of a role: running ones first, then newest first.")
            .paged()
            .answers(Shape.listOf(TrialStatus.class))
            .fails(404, "role.unknown"),
        Route.get("/strategies/{role}/history", Right.READ, this::history)
            .says("Who changed the traffic of a role, and how strategies left it.")
            .query("limit", "Most entries, up to 1,000; 100 if left out.", Shape.COUNT)
            .answers(
                Shape.object("RoleHistory")
                    .with("role", String.class)
                    .maybe("previous", StrategyRef.class)
                    .with("entries", Shape.listOf(AuditEntry.class))
                    .with("drains", Shape.listOf(DrainReport.class)))
            .fails(404, "role.unknown"));
  }

  private static Route change(String verb, String summary, Handler handler) {
    return Route.post("/strategies/{role}/" + verb, Right.ADMINISTER, handler)
        .says(summary)
        .fails(404, "role.unknown", "strategy.unknown-strategy")
        .fails(409, "strategy.self-test-failed", "strategy.refused")
        .fails(503, "strategy.no-strategy", "strategy.all-failed", "strategy.shutting-down")
        .fails(504, "strategy.deadline");
  }

  private Object shadow(Request request) {
    Named body = request.body(Named.class);
    String reason = Fields.reason(body.reason());
    return trials().shadow(ref(request, body), request.actor(), reason);
  }

  private Object canary(Request request) {
    Canary body = request.body(Canary.class);
    String reason = Fields.reason(body.reason());
    StrategyRef ref = ref(request, body.strategy(), body.version());
    return trials().canary(ref, plan(body), request.actor(), reason);
  }

  private static CanaryPlan plan(Canary body) {
    CanaryPlan.Builder plan = CanaryPlan.builder(Fields.required("share", body.share()));
    CanaryPlan usual = CanaryPlan.builder(1).build();
    plan.exposures(Fields.or(body.exposures(), usual.exposures()));
    plan.errorLimit(Fields.or(body.errorLimit(), usual.errorLimit()));
    plan.latency(
        Fields.or(body.latencyFactor(), usual.latencyFactor()),
        Fields.or(body.latencyFloorMicros(), usual.latencyFloorMicros()));
    plan.alpha(Fields.or(body.alpha(), usual.alpha()));
    plan.minSamples(Fields.or(body.minSamples(), usual.minSamples()));
    plan.passLoss(Fields.or(body.passLoss(), usual.passLoss()));
    Fields.or(body.toleratedLosses(), Map.<String, Double>of())
        .forEach((metric, loss) -> plan.tolerate(metric, Fields.required("toleratedLosses", loss)));
    return plan.promote(Fields.or(body.promote(), usual.promote())).build();
  }

  private Object stop(Request request) {
    Named body = request.body(Named.class);
    String reason = Fields.reason(body.reason());
    return trials().stop(ref(request, body), request.actor(), reason);
  }

  private Object rollBack(Request request) {
    String reason = Fields.reason(request.body(Back.class).reason());
    return admin().rollBack(role(request).role(), request.actor(), reason);
  }

  private Object drain(Request request) {
    Drain body = request.body(Drain.class);
    String reason = Fields.reason(body.reason());
    long millis = Fields.or(body.timeoutMillis(), DRAIN_MILLIS);
    if (millis < 0 || millis > LONGEST_DRAIN_MILLIS) {
      throw ProblemException.badRequest(
          "body.impossible-value",
          "Field timeoutMillis must lie in [0, %d], but is %d."
              .formatted(LONGEST_DRAIN_MILLIS, millis));
    }
    StrategyRef ref = ref(request, body.strategy(), body.version());
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("left", admin().drain(ref, millis, request.actor(), reason));
    view.put("role", role(request));
    return view;
  }

  private Object restore(Request request) {
    Named body = request.body(Named.class);
    String reason = Fields.reason(body.reason());
    return admin().restore(ref(request, body), request.actor(), reason);
  }

  private Object warm(Request request) {
    Warm body = request.body(Warm.class);
    return admin().warmUp(ref(request, body.strategy(), body.version()));
  }

  private Object trials(Request request) {
    String role = role(request).role();
    return Page.of(request, trials().trials(role), HISTORY, trial -> trial);
  }

  private Object history(Request request) {
    String role = role(request).role();
    int limit = (int) request.query("limit", HISTORY, 1, Page.MOST);
    RouterAdmin admin = admin();
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("role", role);
    view.put("previous", admin.previous(role));
    view.put(
        "entries",
        rooms
            .find(AuditTrail.class)
            .map(trail -> trail.entries(AuditQuery.about(role), limit))
            .orElse(List.of()));
    view.put("drains", admin.drains(role));
    return view;
  }

  private RoleStatus role(Request request) {
    String role = request.parameter("role");
    return admin().role(role).orElseThrow(() -> ProblemException.notFound("role", role));
  }

  private static StrategyRef ref(Request request, Named body) {
    return ref(request, body.strategy(), body.version());
  }

  private static StrategyRef ref(
      Request request, @Nullable String strategy, @Nullable String version) {
    return new StrategyRef(
        request.parameter("role"),
        Fields.required("strategy", strategy),
        Fields.required("version", version));
  }

  private Trials trials() {
    return rooms.get(Trials.class);
  }

  private RouterAdmin admin() {
    return rooms.get(RouterAdmin.class);
  }
}

package souk.edge.rest.json;

import com.fasterxml.jackson.databind.module.SimpleModule;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import souk.kernel.api.AuditEntry;
import souk.kernel.api.CanaryPlan;
import souk.kernel.api.DrainReport;
import souk.kernel.api.MetricStatus;
import souk.kernel.api.RoleStatus;
import souk.kernel.api.StrategyRef;
import souk.kernel.api.StrategyState;
import souk.kernel.api.StrategyStatus;
import souk.kernel.api.TrialStatus;
import souk.kernel.api.WarmReport;

/** How the router, its trials and the audit trail look in JSON; shapes: {@link TrafficShapes}. */
final class TrafficViews {
  private TrafficViews() {}

  static void addTo(SimpleModule module) {
    ViewModule.add(module, RoleStatus.class, TrafficViews::role);
    ViewModule.add(module, StrategyStatus.class, TrafficViews::strategy);
    ViewModule.add(module, TrialStatus.class, TrafficViews::trial);
    ViewModule.add(module, MetricStatus.class, TrafficViews::metric);
    ViewModule.add(module, CanaryPlan.class, TrafficViews::plan);
    ViewModule.add(module, DrainReport.class, TrafficViews::drain);
    ViewModule.add(module, WarmReport.class, TrafficViews::warm);
    ViewModule.add(module, AuditEntry.class, TrafficViews::audit);
  }

  /** Strategy and version without the role, which the reader knows. */
  static Map<String, Object> ref(StrategyRef ref) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("strategy", ref.strategy());
    view.put("version", ref.version());
    return view;
  }

  private static Map<String, Object> role(RoleStatus r) {
    Optional<StrategyRef> selected = r.traffic().primary();
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("role", r.role());
    view.put("primary", primary(r).map(TrafficViews::ref));
    view.put("selected", selected.map(TrafficViews::ref));
    view.put("serving", serving(r).map(TrafficViews::ref));
    view.put("absent", selected.isPresent() && selected.flatMap(s -> find(r, s)).isEmpty());
    view.put("calledByName", r.calledByName());
    view.put("canary", r.traffic().canary().map(TrafficViews::ref));
    view.put("canaryShare", r.traffic().canaryShare());
    view.put("shadows", r.traffic().shadows().stream().map(TrafficViews::ref).toList());
    view.put("fallbackCount", r.fallbacks());
    view.put("strategies", r.strategies());
    return view;
  }

  /** The one that serves now; if its circuit is open, the one that was selected. */
  private static Optional<StrategyRef> primary(RoleStatus r) {
    return inState(r, StrategyState.PRIMARY).or(() -> r.traffic().primary());
  }

  /** Nobody in a role that is called by name: there each of them serves who asks for it. */
  private static Optional<StrategyRef> serving(RoleStatus r) {
    return r.calledByName()
        ? Optional.empty()
        : r.serving().or(() -> inState(r, StrategyState.PRIMARY));
  }

  private static Optional<StrategyRef> inState(RoleStatus r, StrategyState state) {
    return r.strategies().stream()
        .filter(s -> s.state() == state)
        .map(StrategyStatus::ref)
        .findFirst();
  }

  /** Present means: here, and not kept in the list only because it was selected. */
  private static Optional<StrategyStatus> find(RoleStatus r, StrategyRef ref) {
    return r.strategies().stream()
        .filter(s -> s.ref().equals(ref) && s.state() != StrategyState.ABSENT)
        .findFirst();
  }

  private static Map<String, Object> strategy(StrategyStatus s) {
    Map<String, Object> view = ref(s.ref());
    view.put("title", s.title());
    view.put("state", s.state());
    view.put("circuit", s.circuit());
    view.put("builtin", s.builtIn());
    view.put("inline", s.inline());
    view.put("calls", s.calls());
    view.put("failures", s.failures());
    view.put("p50Micros", s.p50Micros());
    view.put("p99Micros", s.p99Micros());
    view.put("inFlight", s.inFlight());
    view.put("stuckCalls", s.stuckCalls());
    view.put("bundle", s.bundle());
    view.put("lastFailure", s.lastFailure());
    return view;
  }

  private static Map<String, Object> trial(TrialStatus t) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("id", t.id());
    view.put("kind", t.kind());
    view.put("role", t.strategy().role());
    view.put("strategy", t.strategy().strategy());
    view.put("version", t.strategy().version());
    view.put("against", t.against().map(TrafficViews::ref));
    view.put("startedBy", t.startedBy().name());
    view.put("startedAt", t.startedAt());
    view.put("endedAt", t.endedAt());
    view.put("verdict", t.verdict());
    view.put("reason", t.reason());
    view.put("plan", t.plan());
    view.put("exposures", t.exposures());
    view.put("calls", t.calls());
    view.put("errors", t.errors());
    view.put("contractViolations", t.contractViolations());
    view.put("slowCalls", t.slowCalls());
    view.put("p99Micros", t.p99Micros());
    view.put("primaryP99Micros", t.primaryP99Micros());
    view.put("compared", t.compared());
    view.put("agreed", t.agreed());
    view.put("dropped", t.dropped());
    view.put("disagreements", t.disagreements());
    view.put("metrics", t.metrics());
    return view;
  }

  private static Map<String, Object> metric(MetricStatus m) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("metric", m.metric());
    view.put("title", m.title());
    view.put("unit", m.unit());
    view.put("higherIsBetter", m.higherIsBetter());
    view.put("samples", m.samples());
    view.put("primaryMean", m.primaryMean());
    view.put("candidateMean", m.candidateMean());
    view.put("relativeDifference", m.relativeDifference());
    view.put("low", m.low());
    view.put("high", m.high());
    view.put("evidence", m.evidence());
    view.put("toleratedLoss", m.toleratedLoss());
    return view;
  }

  private static Map<String, Object> plan(CanaryPlan p) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("share", p.share());
    view.put("exposures", p.exposures());
    view.put("errorLimit", p.errorLimit());
    view.put("latencyFactor", p.latencyFactor());
    view.put("latencyFloorMicros", p.latencyFloorMicros());
    view.put("alpha", p.alpha());
    view.put("minSamples", p.minSamples());
    view.put("passLoss", p.passLoss());
    view.put("toleratedLosses", p.toleratedLosses());
    view.put("promote", p.promote());
    return view;
  }

  private static Map<String, Object> drain(DrainReport d) {
    Map<String, Object> view = ref(d.strategy());
    view.put("at", d.at());
    view.put("leaving", d.leaving());
    view.put("underWay", d.underWay());
    view.put("finished", d.finished());
    view.put("left", d.left());
    view.put("millis", d.millis());
    return view;
  }

  private static Map<String, Object> warm(WarmReport w) {
    Map<String, Object> view = ref(w.strategy());
    view.put("probes", w.probes());
    view.put("replayed", w.replayed());
    view.put("p50Micros", w.p50Micros());
    view.put("maxMicros", w.maxMicros());
    return view;
  }

  private static Map<String, Object> audit(AuditEntry a) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("id", a.id());
    view.put("at", a.at());
    view.put("actor", a.actor().name());
    view.put("channel", a.actor().channel());
    view.put("kind", a.kind());
    view.put("subject", a.subject());
    view.put("reason", a.reason());
    view.put("before", a.before());
    view.put("after", a.after());
    return view;
  }
}

package souk.edge.rest.json;

import java.time.Instant;
import java.util.Map;
import souk.edge.rest.doc.Shape;
import souk.kernel.api.AuditEntry;
import souk.kernel.api.CanaryPlan;
import souk.kernel.api.CircuitState;
import souk.kernel.api.DrainReport;
import souk.kernel.api.MetricStatus;
import souk.kernel.api.RoleStatus;
import souk.kernel.api.StrategyState;
import souk.kernel.api.StrategyStatus;
import souk.kernel.api.TrialStatus;
import souk.kernel.api.WarmReport;

/** Shapes of what {@link TrafficViews} write, for the API description. */
public final class TrafficShapes {
  /** Strategy and version. */
  public static final Shape.Fields REF =
      Shape.object("Strategy").with("strategy", String.class).with("version", String.class);

  private static final Shape STRATEGY =
      REF.named("StrategyStatus")
          .with("title", String.class)
          .with("state", StrategyState.class)
          .with("circuit", CircuitState.class)
          .with("builtin", boolean.class)
          .with("inline", boolean.class)
          .with("calls", long.class)
          .with("failures", long.class)
          .with("p50Micros", long.class)
          .with("p99Micros", long.class)
          .with("inFlight", int.class)
          .with("stuckCalls", int.class)
          .with("bundle", String.class)
          .maybe("lastFailure", String.class);

  private static final Shape ROLE =
      Shape.object("RoleStatus")
          .with("role", String.class)
          .with("primary", REF.orNull())
          .with("selected", REF.orNull())
          .with("serving", REF.orNull())
          .with("absent", boolean.class)
          .with("calledByName", boolean.class)
          .with("canary", REF.orNull())
          .with("canaryShare", double.class)
          .with("shadows", Shape.list(REF))
          .with("fallbackCount", long.class)
          .with("strategies", Shape.list(STRATEGY));

  private static final Shape PLAN =
      Shape.object("CanaryPlan")
          .with("share", double.class)
          .with("exposures", long.class)
          .with("errorLimit", double.class)
          .with("latencyFactor", double.class)
          .with("latencyFloorMicros", long.class)
          .with("alpha", double.class)
          .with("minSamples", int.class)
          .with("passLoss", double.class)
          .with("toleratedLosses", Shape.mapOf(Double.class))
          .with("promote", boolean.class);

  private static final Shape METRIC =
      Shape.object("TrialMetric")
          .with("metric", String.class)
          .with("title", String.class)
          .with("unit", String.class)
          .with("higherIsBetter", boolean.class)
          .with("samples", long.class)
          .with("primaryMean", double.class)
          .with("candidateMean", double.class)
          .with("relativeDifference", double.class)
          .with("low", double.class)
          .with("high", double.class)
          .with("evidence", double.class)
          .with("toleratedLoss", double.class);

  private static final Shape TRIAL =
      Shape.object("Trial")
          .with("id", String.class)
          .with("kind", TrialStatus.Kind.class)
          .with("role", String.class)
          .plus(REF.fields())
          .with("against", REF.orNull())
          .with("startedBy", String.class)
          .with("startedAt", Instant.class)
          .maybe("endedAt", Instant.class)
          .with("verdict", TrialStatus.Verdict.class)
          .with("reason", String.class)
          .with("plan", PLAN.orNull())
          .with("exposures", long.class)
          .with("calls", long.class)
          .with("errors", long.class)
          .with("contractViolations", long.class)
          .with("slowCalls", long.class)
          .with("p99Micros", long.class)
          .with("primaryP99Micros", long.class)
          .with("compared", long.class)
          .with("agreed", long.class)
          .with("dropped", long.class)
          .with("disagreements", Shape.listOf(String.class))
          .with("metrics", Shape.list(METRIC));

  private static final Shape DRAIN =
      REF.named("DrainReport")
          .with("at", Instant.class)
          .with("leaving", boolean.class)
          .with("underWay", int.class)
          .with("finished", int.class)
          .with("left", int.class)
          .with("millis", long.class);

  private static final Shape WARM =
      REF.named("WarmReport")
          .with("probes", int.class)
          .with("replayed", int.class)
          .with("p50Micros", long.class)
          .with("maxMicros", long.class);

  private static final Shape AUDIT =
      Shape.object("AuditEntry")
          .with("id", String.class)
          .with("at", Instant.class)
          .with("actor", String.class)
          .with("channel", String.class)
          .with("kind", String.class)
          .with("subject", String.class)
          .with("reason", String.class)
          .maybe("before", String.class)
          .maybe("after", String.class);

  private TrafficShapes() {}

  static Map<Class<?>, Shape> all() {
    return Map.of(
        RoleStatus.class, ROLE,
        StrategyStatus.class, STRATEGY,
        TrialStatus.class, TRIAL,
        MetricStatus.class, METRIC,
        CanaryPlan.class, PLAN,
        DrainReport.class, DRAIN,
        WarmReport.class, WARM,
        AuditEntry.class, AUDIT);
  }
}

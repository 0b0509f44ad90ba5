package souk.edge.webconsole;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import souk.kernel.api.Actor;
import souk.kernel.api.AuditEntry;
import souk.kernel.api.AuditQuery;
import souk.kernel.api.AuditTrail;
import souk.kernel.api.CanaryPlan;
import souk.kernel.api.MetricStatus;
import souk.kernel.api.StrategyRef;
import souk.kernel.api.TrialStatus;
import souk.kernel.api.Trials;

/** One shadow, one running and one stopped canary, and an audit trail in memory. */
public final class Trying implements Trials, AuditTrail {
  /** What was asked for, in order. */
  public final List<String> asked = new ArrayList<>();

  private final List<AuditEntry> entries = new ArrayList<>();

  private record Trial(
      String id,
      Kind kind,
      StrategyRef strategy,
      Optional<StrategyRef> against,
      Actor startedBy,
      Instant startedAt,
      Optional<Instant> endedAt,
      Verdict verdict,
      String reason,
      Optional<CanaryPlan> plan,
      long exposures,
      long calls,
      long errors,
      long contractViolations,
      long slowCalls,
      long p99Micros,
      long primaryP99Micros,
      long compared,
      long agreed,
      long dropped,
      List<String> disagreements,
      List<MetricStatus> metrics)
      implements TrialStatus {}

  private record Metric(
      String metric,
      String title,
      String unit,
      boolean higherIsBetter,
      long samples,
      double primaryMean,
      double candidateMean,
      double relativeDifference,
      double low,
      double high,
      double evidence,
      double toleratedLoss)
      implements MetricStatus {}

  private static StrategyRef ref(String strategy) {
    return new StrategyRef("Forecaster", strategy, "1.0.0");
  }

  private static Trial trial(
      String id,
      TrialStatus.Kind kind,
      String strategy,
      TrialStatus.Verdict verdict,
      List<MetricStatus> metrics) {
    boolean canary = kind == TrialStatus.Kind.CANARY;
    return new Trial(
        id,
        kind,
        ref(strategy),
        Optional.of(ref("theta")),
        new Actor("ann", "http"),
        Instant.EPOCH,
        verdict == TrialStatus.Verdict.RUNNING
            ? Optional.empty()
            : Optional.of(Instant.EPOCH.plusSeconds(60)),
        verdict,
        "try <it>",
        canary ? Optional.of(CanaryPlan.builder(0.05).exposures(2_000).build()) : Optional.empty(),
        canary ? 500 : 0,
        600,
        3,
        1,
        2,
        900,
        800,
        canary ? 0 : 400,
        canary ? 0 : 300,
        canary ? 0 : 7,
        canary ? List.of() : List.of("<b>7</b> instead of 8"),
        metrics);
  }

  @Override
  public List<TrialStatus> trials() {
    Metric worse =
        new Metric(
            "margin",
            "Margin per quote",
            "minor units",
            true,
            800,
            200,
            180,
            -0.1,
            -0.15,
            -0.05,
            9,
            0.01);
    Metric unbounded =
        new Metric(
            "depth",
            "Discount per order",
            "share",
            false,
            8,
            0.2,
            0.2,
            0,
            Double.NEGATIVE_INFINITY,
            Double.POSITIVE_INFINITY,
            1,
            0);
    Metric unknown =
        new Metric("x", "Unknown", "", true, 0, 0, 0, Double.NaN, Double.NaN, Double.NaN, 0, 0);
    return List.of(
        trial(
            "T-2",
            TrialStatus.Kind.CANARY,
            "seasonal-naive",
            TrialStatus.Verdict.RUNNING,
            List.of(worse, unbounded, unknown)),
        trial("T-1", TrialStatus.Kind.SHADOW, "ets", TrialStatus.Verdict.RUNNING, List.of()),
        trial(
            "T-0",
            TrialStatus.Kind.CANARY,
            "ets",
            TrialStatus.Verdict.STOPPED_WORSE,
            List.of(worse)));
  }

  @Override
  public List<TrialStatus> trials(String role) {
    return trials().stream().filter(t -> t.strategy().role().equals(role)).toList();
  }

  @Override
  public TrialStatus shadow(StrategyRef strategy, Actor actor, String reason) {
    asked.add("shadow " + strategy + ": " + reason);
    return trials().get(1);
  }

  @Override
  public TrialStatus canary(StrategyRef strategy, CanaryPlan plan, Actor actor, String reason) {
    asked.add(
        "canary %s %s %d %s: %s"
            .formatted(strategy, plan.share(), plan.exposures(), plan.promote(), reason));
    return trials().get(0);
  }

  @Override
  public TrialStatus stop(StrategyRef strategy, Actor actor, String reason) {
    asked.add("stop " + strategy + ": " + reason);
    return trials().get(0);
  }

  @Override
  public AuditEntry record(AuditEntry entry) {
    AuditEntry.Builder kept =
        AuditEntry.builder(entry.actor(), entry.kind(), entry.subject())
            .reason(entry.reason())
            .recorded("A-" + entries.size(), Instant.EPOCH.plusSeconds(entries.size()));
    entry.before().ifPresent(kept::before);
    entry.after().ifPresent(kept::after);
    entries.add(0, kept.build());
    return entries.get(0);
  }

  @Override
  public List<AuditEntry> entries(AuditQuery query, int limit) {
    boolean[] reached = {query.before().isEmpty()};
    return entries.stream()
        .filter(
            e -> {
              boolean older = reached[0];
              reached[0] |= query.before().filter(e.id()::equals).isPresent();
              return older && query.matches(e);
            })
        .limit(limit)
        .toList();
  }
}

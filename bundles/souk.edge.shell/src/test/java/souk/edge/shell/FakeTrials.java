package souk.edge.shell;

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

/** Trials that run as soon as they are asked for and always show the same figures. */
public final class FakeTrials implements Trials, AuditTrail {
  /** What was asked for. */
  public final List<String> asked = new ArrayList<>();

  private final List<TrialStatus> running = new ArrayList<>();
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

  private TrialStatus start(
      StrategyRef strategy, Optional<CanaryPlan> plan, Actor actor, String reason) {
    Metric margin =
        new Metric(
            "margin-per-quote",
            "Margin",
            "minor units",
            true,
            40,
            100,
            90,
            -0.1,
            -0.12,
            -0.08,
            3,
            0);
    TrialStatus trial =
        new Trial(
            "T1",
            plan.isPresent() ? TrialStatus.Kind.CANARY : TrialStatus.Kind.SHADOW,
            strategy,
            Optional.empty(),
            actor,
            Instant.EPOCH,
            Optional.empty(),
            TrialStatus.Verdict.RUNNING,
            reason,
            plan,
            plan.isPresent() ? 7 : 0,
            9,
            1,
            0,
            0,
            120,
            80,
            8,
            6,
            2,
            List.of(),
            List.of(margin));
    running.add(trial);
    return trial;
  }

  @Override
  public TrialStatus shadow(StrategyRef strategy, Actor actor, String reason) {
    record(AuditEntry.builder(actor, "shadow", strategy.toString()).reason(reason).build());
    return start(strategy, Optional.empty(), actor, reason);
  }

  @Override
  public TrialStatus canary(StrategyRef strategy, CanaryPlan plan, Actor actor, String reason) {
    asked.add(
        "canary %s %s %d through %s: %s"
            .formatted(strategy, plan.share(), plan.exposures(), actor.channel(), reason));
    return start(strategy, Optional.of(plan), actor, reason);
  }

  @Override
  public TrialStatus stop(StrategyRef strategy, Actor actor, String reason) {
    return running.remove(0);
  }

  @Override
  public List<TrialStatus> trials() {
    return List.copyOf(running);
  }

  @Override
  public List<TrialStatus> trials(String role) {
    return trials();
  }

  @Override
  public AuditEntry record(AuditEntry entry) {
    entries.add(0, entry);
    return entry;
  }

  @Override
  public List<AuditEntry> entries(AuditQuery query, int limit) {
    return entries.stream().filter(query::matches).limit(limit).toList();
  }
}

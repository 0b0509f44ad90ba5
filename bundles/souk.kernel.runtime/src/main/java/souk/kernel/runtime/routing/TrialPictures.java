package souk.kernel.runtime.routing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import souk.kernel.api.Actor;
import souk.kernel.api.CanaryPlan;
import souk.kernel.api.MetricStatus;
import souk.kernel.api.StrategyRef;
import souk.kernel.api.TrialStatus;
import souk.kernel.runtime.routing.TrialFigures.Count;

/** Makes pictures of trials at one moment. */
final class TrialPictures {
  private TrialPictures() {}

  private record Picture(
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

  static TrialStatus of(Trial trial, RoleTable roles) {
    TrialDefinition definition = trial.definition();
    TrialFigures figures = trial.figures();
    Optional<Trial.End> end = trial.end();
    long[] counts = figures.counts();
    return new Picture(
        definition.id(),
        definition.kind(),
        definition.strategy(),
        Optional.of(definition.against()),
        definition.startedBy(),
        definition.startedAt(),
        end.map(Trial.End::at),
        end.map(Trial.End::verdict).orElse(TrialStatus.Verdict.RUNNING),
        end.map(Trial.End::reason).orElse(definition.reason()),
        Optional.ofNullable(definition.plan()),
        trial.exposures(),
        counts[Count.CALLS.ordinal()],
        counts[Count.ERRORS.ordinal()],
        counts[Count.VIOLATIONS.ordinal()],
        counts[Count.SLOW.ordinal()],
        figures.p99Micros(),
        roles
            .find(definition.against())
            .map(slot -> slot.latency().micros(0.99, System.nanoTime()))
            .orElse(0L),
        counts[Count.COMPARED.ordinal()],
        counts[Count.AGREED.ordinal()],
        counts[Count.DROPPED.ordinal()],
        figures.disagreements(),
        figures.metrics());
  }
}

package souk.kernel.runtime.routing;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import souk.kernel.api.CanaryPlan;
import souk.kernel.api.StrategyRef;
import souk.kernel.api.TrialStatus.Verdict;

/** One trial: who is on which side, how much of the budget is used, and how it ended. */
final class Trial {
  /**
   * How a trial ended.
   *
   * @param verdict never RUNNING
   * @param at when
   * @param reason in words for people, with figures
   */
  record End(Verdict verdict, Instant at, String reason) {}

  private final TrialDefinition definition;
  private final TrialFigures figures;
  private final AtomicLong exposures = new AtomicLong();
  private final AtomicLong turns = new AtomicLong();
  private final AtomicLong pending = new AtomicLong();
  private final AtomicReference<@Nullable End> end = new AtomicReference<>();
  private volatile long slowNanos = Long.MAX_VALUE;
  private volatile double toleratedErrors = 0.01;

  Trial(TrialDefinition definition) {
    this.definition = definition;
    this.figures = new TrialFigures(definition.plan(), definition.metrics());
  }

  TrialDefinition definition() {
    return definition;
  }

  TrialFigures figures() {
    return figures;
  }

  StrategyRef strategy() {
    return definition.strategy();
  }

  @Nullable CanaryPlan plan() {
    return definition.plan();
  }

  /** True if the candidate is to serve the owner of this key; without a key, in its turn. */
  boolean takes(@Nullable String key) {
    CanaryPlan plan = definition.plan();
    if (plan == null || end.get() != null) {
      return false;
    }
    double side =
        key == null
            ? TrafficSide.of(turns.getAndIncrement(), definition.salt())
            : TrafficSide.of(key, definition.salt());
    return side < plan.share();
  }

  /** Uses one unit of the budget; false if there is none left. */
  boolean expose() {
    CanaryPlan plan = definition.plan();
    long most = plan == null ? 0 : plan.exposures();
    while (true) {
      long used = exposures.get();
      if (used >= most) {
        return false;
      }
      if (exposures.compareAndSet(used, used + 1)) {
        return true;
      }
    }
  }

  long exposures() {
    return exposures.get();
  }

  boolean budgetUsed() {
    CanaryPlan plan = definition.plan();
    return plan != null && exposures.get() >= plan.exposures();
  }

  /** Comparisons that were begun and have not ended. */
  AtomicLong pending() {
    return pending;
  }

  /** Renews what is called slow and how many failures are tolerated, from the primary's figures. */
  void renewLimits(long primaryP99Micros, double primaryErrorRate) {
    CanaryPlan plan = definition.plan();
    if (plan != null) {
      double micros = Math.max(plan.latencyFloorMicros(), plan.latencyFactor() * primaryP99Micros);
      slowNanos = (long) (1_000 * micros);
      toleratedErrors = Math.min(0.9, plan.errorLimit() + primaryErrorRate);
    }
  }

  long slowNanos() {
    return slowNanos;
  }

  double toleratedErrors() {
    return toleratedErrors;
  }

  boolean running() {
    return end.get() == null;
  }

  Optional<End> end() {
    return Optional.ofNullable(end.get());
  }

  /** Ends it; false if it had ended before. */
  boolean end(End how) {
    return end.compareAndSet(null, how);
  }

  /** Takes over what an earlier run of the platform kept. */
  void resume(long usedExposures) {
    exposures.set(usedExposures);
    turns.set(usedExposures);
  }
}

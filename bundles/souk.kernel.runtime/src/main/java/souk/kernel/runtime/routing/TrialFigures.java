package souk.kernel.runtime.routing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import souk.kernel.api.CanaryPlan;
import souk.kernel.api.MetricStatus;
import souk.kernel.api.TrialStatus.Verdict;
import souk.kernel.runtime.sequential.ExcessTest;
import souk.kernel.spi.MetricDescription;

/**
 * What was counted and measured in one trial, and the guardrails over it. The chance of a false
 * stop is shared: four fifths among the metrics, one tenth each for failures and for slow calls.
 * Safe for use by many threads.
 */
final class TrialFigures {
  /** Share of slow calls that is tolerated. */
  static final double TOLERATED_SLOW = 0.05;

  /** Copies that hung before a shadow is stopped: each one costs a thread. */
  static final int HUNG_LIMIT = 3;

  /** Calls in which a strategy loads its classes; they are not called slow. */
  private static final int FIRST_CALLS = 10;

  private static final int KEPT_DISAGREEMENTS = 10;
  private static final double SHADOW_ALPHA = 0.05;
  private static final int SHADOW_SAMPLES = 30;

  /**
   * What a guardrail found.
   *
   * @param verdict why the trial must end
   * @param reason with figures
   */
  record Finding(Verdict verdict, String reason) {}

  /**
   * How one call of the candidate went.
   *
   * @param nanos duration
   * @param failed it threw, hung or answered what the contract forbids
   * @param violation its answer was forbidden by the contract
   * @param hung it did not come back in time
   */
  record Served(long nanos, boolean failed, boolean violation, boolean hung) {
    static Served of(long nanos, @Nullable Failure failure) {
      return new Served(
          nanos,
          failure != null,
          failure != null && failure.kind() == Failure.Kind.NONSENSE,
          failure != null && failure.kind() == Failure.Kind.LATE);
    }
  }

  /** Whole numbers that are kept over a restart; in the order of {@link #counts()}. */
  enum Count {
    CALLS,
    ERRORS,
    VIOLATIONS,
    SLOW,
    HUNG,
    COMPARED,
    AGREED,
    DROPPED
  }

  private final @Nullable CanaryPlan plan;
  private final int expectedMetrics;
  private final long[] counts = new long[Count.values().length];
  private final Deque<String> disagreements = new ArrayDeque<>();
  private final Map<String, MetricComparison> metrics = new LinkedHashMap<>();
  private final LatencyWindow latency = new LatencyWindow(System.nanoTime());
  private final LatencyWindow primaryLatency = new LatencyWindow(System.nanoTime());
  private ExcessTest errorTest = new ExcessTest();
  private ExcessTest slowTest = new ExcessTest();

  TrialFigures(@Nullable CanaryPlan plan, int expectedMetrics) {
    this.plan = plan;
    this.expectedMetrics = Math.max(1, expectedMetrics);
  }

  synchronized Optional<Finding> served(Served call, long slowNanos, double toleratedErrors) {
    long now = System.nanoTime();
    latency.record(call.nanos(), now);
    count(Count.CALLS);
    if (call.failed()) {
      count(Count.ERRORS);
    }
    if (call.violation()) {
      count(Count.VIOLATIONS);
    }
    if (call.hung()) {
      count(Count.HUNG);
    }
    if (plan == null) {
      return call.hung() && count(Count.HUNG, 0) >= HUNG_LIMIT
          ? Optional.of(
              new Finding(
                  Verdict.STOPPED_ERRORS,
                  "%d copies did not come back in time".formatted(HUNG_LIMIT)))
          : Optional.empty();
    }
    boolean slow = call.nanos() > slowNanos;
    if (slow) {
      count(Count.SLOW);
    }
    errorTest.add(call.failed(), toleratedErrors);
    if (count(Count.CALLS, 0) > FIRST_CALLS) {
      slowTest.add(slow, TOLERATED_SLOW);
    }
    double limit = 10 / plan.alpha();
    if (errorTest.evidence() >= limit) {
      return Optional.of(
          new Finding(
              Verdict.STOPPED_ERRORS,
              text(
                  "%d of %d calls failed, %d of them with a forbidden answer; tolerated are %.2f %%",
                  count(Count.ERRORS, 0),
                  count(Count.CALLS, 0),
                  count(Count.VIOLATIONS, 0),
                  100 * toleratedErrors)));
    }
    if (slowTest.evidence() >= limit) {
      return Optional.of(
          new Finding(
              Verdict.STOPPED_LATENCY,
              text(
                  "%d of %d calls took longer than %.1f ms; tolerated are %.0f %%",
                  count(Count.SLOW, 0),
                  count(Count.CALLS, 0),
                  slowNanos / 1e6,
                  100 * TOLERATED_SLOW)));
    }
    return Optional.empty();
  }

  /** Adds the metric of one case on both sides. */
  synchronized Optional<Finding> measured(
      MetricDescription description, double primary, double candidate) {
    MetricComparison metric = metric(description);
    metric.pairs().add(primary, candidate);
    if (plan == null || metric.pairs().evidence() < 1 / metricAlpha()) {
      return Optional.empty();
    }
    MetricStatus now = metric.picture(metricAlpha());
    return Optional.of(
        new Finding(
            Verdict.STOPPED_WORSE,
            text(
                "%s is %+.1f %% (%.1f against %.1f %s) over %d pairs, interval [%+.1f %%, %+.1f %%];"
                    + " tolerated is a loss of %.1f %%",
                now.title(),
                100 * now.relativeDifference(),
                now.candidateMean(),
                now.primaryMean(),
                now.unit(),
                now.samples(),
                100 * now.low(),
                100 * now.high(),
                100 * now.toleratedLoss())));
  }

  synchronized void compared(boolean equal, String difference) {
    count(Count.COMPARED);
    if (equal) {
      count(Count.AGREED);
      return;
    }
    disagreements.addFirst(difference);
    if (disagreements.size() > KEPT_DISAGREEMENTS) {
      disagreements.removeLast();
    }
  }

  synchronized void dropped() {
    count(Count.DROPPED);
  }

  /** What has come of a canary whose budget is used. */
  synchronized Finding atTheEnd(CanaryPlan limits) {
    List<String> open = new ArrayList<>();
    for (MetricComparison metric : metrics.values()) {
      if (metric.pairs().samples() < limits.minSamples()
          || !metric.losesLessThan(limits.passLoss(), metricAlpha())) {
        open.add(metric.description().id());
      }
    }
    if (metrics.isEmpty()) {
      return new Finding(Verdict.BUDGET_USED, "the budget is used; no metric could be measured");
    }
    return open.isEmpty()
        ? new Finding(
            Verdict.PASSED,
            text(
                "%s proven to lose less than %.1f %%",
                String.join(", ", metrics.keySet()), 100 * limits.passLoss()))
        : new Finding(
            Verdict.BUDGET_USED,
            text(
                "the budget is used; not proven to lose less than %.1f %%: %s",
                100 * limits.passLoss(), String.join(", ", open)));
  }

  synchronized List<MetricStatus> metrics() {
    double alpha = metricAlpha();
    return metrics.values().stream().map(m -> m.picture(alpha)).toList();
  }

  synchronized List<String> disagreements() {
    return List.copyOf(disagreements);
  }

  synchronized long count(Count which, int more) {
    return counts[which.ordinal()] += more;
  }

  synchronized long p99Micros() {
    return latency.micros(0.99, System.nanoTime());
  }

  /** Of the primary under the same conditions: in the pool. */
  synchronized void primaryTook(long nanos) {
    primaryLatency.record(nanos, System.nanoTime());
  }

  synchronized long primaryP99Micros() {
    return primaryLatency.micros(0.99, System.nanoTime());
  }

  synchronized long[] counts() {
    return counts.clone();
  }

  synchronized double[] errorState() {
    return errorTest.state();
  }

  synchronized double[] slowState() {
    return slowTest.state();
  }

  synchronized Map<MetricDescription, double[]> metricStates() {
    Map<MetricDescription, double[]> states = new LinkedHashMap<>();
    metrics.values().forEach(m -> states.put(m.description(), m.pairs().state()));
    return states;
  }

  /** Takes over what an earlier run of the platform kept. */
  synchronized void resume(
      long[] keptCounts, double[] errors, double[] slow, Map<MetricDescription, double[]> states) {
    System.arraycopy(keptCounts, 0, counts, 0, Math.min(counts.length, keptCounts.length));
    errorTest = ExcessTest.of(errors);
    slowTest = ExcessTest.of(slow);
    states.forEach((description, state) -> metric(description).pairs().resume(state));
  }

  private MetricComparison metric(MetricDescription description) {
    return metrics.computeIfAbsent(
        description.id(),
        id ->
            plan == null
                ? new MetricComparison(description, SHADOW_SAMPLES, 0)
                : new MetricComparison(description, plan.minSamples(), plan.toleratedLoss(id)));
  }

  private double metricAlpha() {
    double alpha = plan == null ? SHADOW_ALPHA : plan.alpha();
    return 0.8 * alpha / Math.max(expectedMetrics, metrics.size());
  }

  private void count(Count which) {
    counts[which.ordinal()]++;
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}

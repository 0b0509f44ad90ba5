package souk.edge.shell.metrics;

import static souk.edge.shell.metrics.PrometheusText.Type.COUNTER;
import static souk.edge.shell.metrics.PrometheusText.Type.GAUGE;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import souk.kernel.api.CircuitState;
import souk.kernel.api.DecisionLog;
import souk.kernel.api.JobStatus;
import souk.kernel.api.Jobs;
import souk.kernel.api.RoleStatus;
import souk.kernel.api.RouterAdmin;
import souk.kernel.api.Snapshots;
import souk.kernel.api.StrategyState;
import souk.kernel.api.StrategyStatus;

/** Figures of router, jobs, decision log and snapshot. */
final class KernelMetrics {
  private final RouterAdmin router;
  private final Jobs jobs;
  private final DecisionLog log;
  private final Snapshots snapshots;
  private final Clock clock;

  KernelMetrics(RouterAdmin router, Jobs jobs, DecisionLog log, Snapshots snapshots, Clock clock) {
    this.router = router;
    this.jobs = jobs;
    this.log = log;
    this.snapshots = snapshots;
    this.clock = clock;
  }

  void write(PrometheusText text) {
    for (RoleStatus role : router.roles()) {
      text.sample(
          COUNTER,
          "souk_role_fallbacks_total",
          "Calls answered by another strategy than the selected one.",
          role.fallbacks(),
          "role",
          role.role());
      role.strategies().forEach(s -> write(text, s));
    }
    text.sample(
        GAUGE,
        "souk_router_quarantined_threads",
        "Threads that a strategy never gave back.",
        router.quarantinedThreads());
    for (JobStatus.State state : JobStatus.State.values()) {
      text.sample(
          GAUGE,
          "souk_jobs",
          "Jobs that are remembered, by state.",
          jobs.list().stream().filter(j -> j.state() == state).count(),
          "state",
          state.name().toLowerCase(Locale.ROOT));
    }
    text.sample(
        GAUGE,
        "souk_decision_log_healthy",
        "1 if decisions can be written.",
        log.trouble().isEmpty() ? 1 : 0);
    snapshots
        .current()
        .ifPresent(
            s ->
                text.sample(
                    GAUGE,
                    "souk_snapshot_age_seconds",
                    "Age of the prices and offers in force.",
                    Duration.between(s.createdAt(), clock.instant()).toMillis() / 1e3));
  }

  private static void write(PrometheusText text, StrategyStatus s) {
    String[] labels = {
      "role", s.ref().role(), "strategy", s.ref().strategy(), "version", s.ref().version()
    };
    text.sample(COUNTER, "souk_strategy_calls_total", "Calls of a strategy.", s.calls(), labels);
    text.sample(
        COUNTER,
        "souk_strategy_failures_total",
        "Calls that threw, hung or answered nonsense.",
        s.failures(),
        labels);
    text.sample(GAUGE, "souk_strategy_in_flight", "Calls under way.", s.inFlight(), labels);
    text.sample(
        GAUGE,
        "souk_strategy_stuck_calls",
        "Calls that did not return within their deadline and still run.",
        s.stuckCalls(),
        labels);
    text.sample(
        GAUGE,
        "souk_strategy_latency_p50_seconds",
        "Median latency of recent calls.",
        s.p50Micros() / 1e6,
        labels);
    text.sample(
        GAUGE,
        "souk_strategy_latency_p99_seconds",
        "99 % of recent calls took at most this long.",
        s.p99Micros() / 1e6,
        labels);
    text.sample(
        GAUGE,
        "souk_strategy_primary",
        "1 if the strategy serves its role.",
        s.state() == StrategyState.PRIMARY ? 1 : 0,
        labels);
    text.sample(
        GAUGE,
        "souk_strategy_circuit_open",
        "1 if the strategy was taken out of rotation after failures.",
        s.circuit() == CircuitState.CLOSED ? 0 : 1,
        labels);
  }
}

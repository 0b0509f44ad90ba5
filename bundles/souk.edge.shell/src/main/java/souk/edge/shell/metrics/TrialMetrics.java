package souk.edge.shell.metrics;

import static souk.edge.shell.metrics.PrometheusText.Type.COUNTER;
import static souk.edge.shell.metrics.PrometheusText.Type.GAUGE;

import java.util.Locale;
import java.util.stream.Stream;
import souk.kernel.api.MetricStatus;
import souk.kernel.api.TrialStatus;
import souk.kernel.api.TrialStatus.Verdict;
import souk.kernel.api.Trials;

/** Figures of running trials, and how many ended with which verdict. */
final class TrialMetrics {
  private final Trials trials;

  TrialMetrics(Trials trials) {
    this.trials = trials;
  }

  void write(PrometheusText text) {
    for (Verdict verdict : Verdict.values()) {
      text.sample(
          GAUGE,
          "souk_trials",
          "Trials that are remembered, by verdict.",
          trials.trials().stream().filter(t -> t.verdict() == verdict).count(),
          "verdict",
          verdict.name().toLowerCase(Locale.ROOT));
    }
    trials.trials().stream()
        .filter(t -> t.verdict() == Verdict.RUNNING)
        .forEach(t -> write(text, t));
  }

  private static void write(PrometheusText text, TrialStatus t) {
    String[] labels = {
      "role", t.strategy().role(),
      "strategy", t.strategy().strategy(),
      "version", t.strategy().version(),
      "kind", t.kind().name().toLowerCase(Locale.ROOT)
    };
    text.sample(
        COUNTER,
        "souk_trial_exposures_total",
        "Sessions or calls that a candidate served.",
        t.exposures(),
        labels);
    text.sample(
        COUNTER,
        "souk_trial_calls_total",
        "Calls of a candidate, copies included.",
        t.calls(),
        labels);
    text.sample(
        COUNTER,
        "souk_trial_errors_total",
        "Calls of a candidate that threw, hung or answered nonsense.",
        t.errors(),
        labels);
    text.sample(
        COUNTER,
        "souk_trial_compared_total",
        "Answers that were compared with the primary's.",
        t.compared(),
        labels);
    text.sample(
        COUNTER,
        "souk_trial_agreed_total",
        "Compared answers that were equal.",
        t.agreed(),
        labels);
    text.sample(
        COUNTER,
        "souk_trial_dropped_total",
        "Copies that were not made, because their cost is bounded.",
        t.dropped(),
        labels);
    for (MetricStatus metric : t.metrics()) {
      String[] more =
          Stream.concat(Stream.of(labels), Stream.of("metric", metric.metric()))
              .toArray(String[]::new);
      if (Double.isFinite(metric.relativeDifference())) {
        text.sample(
            GAUGE,
            "souk_trial_metric_difference",
            "Candidate's mean over the primary's, less one.",
            metric.relativeDifference(),
            more);
      }
      text.sample(
          GAUGE,
          "souk_trial_metric_samples",
          "Cases measured on both sides.",
          metric.samples(),
          more);
    }
  }
}

package souk.edge.shell.metrics;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import souk.edge.shell.FakeRouter;
import souk.edge.shell.FakeTrials;
import souk.kernel.api.Actor;
import souk.kernel.api.CanaryPlan;

class TrialMetricsTest {
  @Test
  void runningTrialsShowTheirFigures() {
    FakeTrials trials = new FakeTrials();
    trials.canary(
        FakeRouter.ref("theta"), CanaryPlan.builder(0.05).build(), Actor.system(), "test");
    PrometheusText text = new PrometheusText();
    new TrialMetrics(trials).write(text);
    String shown = text.toString();
    assertTrue(shown.contains("souk_trials{verdict=\"running\"} 1"), shown);
    assertTrue(
        shown.contains(
            "souk_trial_exposures_total{role=\"Forecaster\",strategy=\"theta\",version=\"1.0.0\","
                + "kind=\"canary\"} 7"),
        shown);
    assertTrue(shown.contains("metric=\"margin-per-quote\"} -0.1"), shown);
  }
}

package souk.edge.shell.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import souk.demand.api.DriftFinding;
import souk.demand.api.DriftReport;
import souk.model.Reason;

class ForecastMetricsTest {
  @Test
  void everyGroupHasItsFigures() {
    PrometheusText text = new PrometheusText();
    Reason reason = Reason.of("x", "x");
    ForecastMetrics.write(
        Optional.of(
            new DriftReport(
                "R-1",
                Instant.EPOCH,
                true,
                List.of(new DriftFinding("drinks", 5, 8, 0.75, 1.5, 9, 5, true, reason)),
                List.of(reason))),
        text);
    String all = text.toString();
    assertTrue(all.contains("souk_forecast_refit_due 1"), all);
    assertTrue(all.contains("souk_forecast_drift_statistic{group=\"drinks\"} 9"), all);
    assertTrue(all.contains("{group=\"drinks\",when=\"backtest\"} 0.75"), all);
    PrometheusText none = new PrometheusText();
    ForecastMetrics.write(Optional.empty(), none);
    assertEquals("", none.toString());
  }
}

package souk.edge.shell.metrics;

import static souk.edge.shell.metrics.PrometheusText.Type.GAUGE;

import java.util.Optional;
import souk.demand.api.DriftFinding;
import souk.demand.api.DriftReport;

/** Whether forecasts still hold. */
final class ForecastMetrics {
  private ForecastMetrics() {}

  static void write(Optional<DriftReport> latest, PrometheusText text) {
    if (latest.isEmpty()) {
      return;
    }
    text.sample(
        GAUGE,
        "souk_forecast_refit_due",
        "1 if the latest check of the forecasts asks for a refit.",
        latest.get().refitDue() ? 1 : 0);
    for (DriftFinding finding : latest.get().findings()) {
      text.sample(
          GAUGE,
          "souk_forecast_drift_statistic",
          "Page-Hinkley statistic of the scaled errors; a refit is due above the limit.",
          finding.statistic(),
          "group",
          finding.group());
      text.sample(
          GAUGE,
          "souk_forecast_scaled_error",
          "Mean absolute scaled error in the backtest and since.",
          finding.backtestError(),
          "group",
          finding.group(),
          "when",
          "backtest");
      text.sample(
          GAUGE,
          "souk_forecast_scaled_error",
          "Mean absolute scaled error in the backtest and since.",
          finding.recentError(),
          "group",
          finding.group(),
          "when",
          "since");
    }
  }
}

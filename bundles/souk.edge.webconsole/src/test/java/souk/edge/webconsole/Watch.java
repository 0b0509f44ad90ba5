package souk.edge.webconsole;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import souk.demand.api.DriftFinding;
import souk.demand.api.DriftReport;
import souk.demand.api.ForecastMonitor;
import souk.kernel.api.Progress;
import souk.model.Reason;

/** Finds one category that drifts, for tests of pages. */
public final class Watch implements ForecastMonitor {
  private volatile Optional<DriftReport> latest = Optional.empty();

  @Override
  public DriftReport check(Progress progress) {
    DriftReport report =
        new DriftReport(
            Demand.RUN,
            Instant.EPOCH,
            true,
            List.of(finding("", 0.5, false), finding("Tea", 9.5, true)),
            List.of(Reason.of("forecast.drift.refit", "Forecast Tea anew.")));
    latest = Optional.of(report);
    return report;
  }

  private static DriftFinding finding(String group, double statistic, boolean due) {
    return new DriftFinding(
        group, 13, 3, 1.1, 1.9, statistic, 8, due, Reason.of("forecast.drift", "By its errors."));
  }

  @Override
  public Optional<DriftReport> latest() {
    return latest;
  }
}

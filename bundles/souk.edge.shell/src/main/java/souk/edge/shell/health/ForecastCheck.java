package souk.edge.shell.health;

import java.util.stream.Collectors;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import souk.demand.api.DriftFinding;
import souk.demand.api.DriftReport;
import souk.demand.api.ForecastMonitor;

/** Forecasts that drift ask for a refit. */
@Component(property = {"hc.name=Souk forecasts", "hc.tags=souk"})
public final class ForecastCheck implements HealthCheck {
  private final ForecastMonitor monitor;

  @Activate
  public ForecastCheck(@Reference ForecastMonitor monitor) {
    this.monitor = monitor;
  }

  @Override
  public Result execute() {
    return monitor
        .latest()
        .map(ForecastCheck::of)
        .orElse(new Result(Result.Status.OK, "No forecast has been checked yet."));
  }

  private static Result of(DriftReport report) {
    String text =
        report.refitDue()
            ? report.findings().stream()
                .filter(DriftFinding::refitDue)
                .map(finding -> finding.reason().text())
                .collect(Collectors.joining("\n"))
            : report.reasons().get(0).text();
    return new Result(
        report.refitDue() ? Result.Status.WARN : Result.Status.OK,
        text + (report.refitDue() ? "\nMaybe run the forecast anew." : ""));
  }
}

package souk.edge.shell.health;

import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import souk.kernel.api.DecisionLog;

/** The decision log must be able to take entries. */
@Component(property = {"hc.name=Souk decision log", "hc.tags=souk", "hc.tags=readiness"})
public final class DecisionLogCheck implements HealthCheck {
  private final DecisionLog log;

  @Activate
  public DecisionLogCheck(@Reference DecisionLog log) {
    this.log = log;
  }

  @Override
  public Result execute() {
    return log.trouble()
        .map(trouble -> new Result(Result.Status.CRITICAL, trouble))
        .orElse(new Result(Result.Status.OK, "Entries can be written."));
  }
}

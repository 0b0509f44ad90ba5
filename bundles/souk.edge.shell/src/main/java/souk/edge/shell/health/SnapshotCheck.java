package souk.edge.shell.health;

import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import souk.kernel.api.Snapshots;

/** Something must be in force, so that carts can be quoted. */
@Component(property = {"hc.name=Souk snapshot", "hc.tags=souk"})
public final class SnapshotCheck implements HealthCheck {
  private final Snapshots snapshots;

  @Activate
  public SnapshotCheck(@Reference Snapshots snapshots) {
    this.snapshots = snapshots;
  }

  @Override
  public Result execute() {
    return snapshots
        .current()
        .map(s -> new Result(Result.Status.OK, s.id() + " of " + s.createdAt() + " is in force."))
        .orElse(
            new Result(
                Result.Status.WARN,
                "Nothing is in force.\nMaybe nothing was loaded or published yet."));
  }
}

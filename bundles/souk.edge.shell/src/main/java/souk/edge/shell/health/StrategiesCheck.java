package souk.edge.shell.health;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.FieldOption;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import souk.kernel.api.RoleStatus;
import souk.kernel.api.RouterAdmin;
import souk.kernel.api.StrategyState;
import souk.kernel.api.StrategyStatus;
import souk.kernel.spi.RoleProbe;

/** Every role must have a strategy in rotation. */
@Component(property = {"hc.name=Souk strategies", "hc.tags=souk", "hc.tags=readiness"})
public final class StrategiesCheck implements HealthCheck {
  private static final Set<StrategyState> OUT =
      Set.of(StrategyState.TRIPPED, StrategyState.DRAINING, StrategyState.RELEASED);

  // Dynamic: probes come and go with rooms, and the check only looks at them when asked.
  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      fieldOption = FieldOption.UPDATE)
  private final List<RoleProbe> probes = new CopyOnWriteArrayList<>();

  private final RouterAdmin router;

  @Activate
  public StrategiesCheck(@Reference RouterAdmin router) {
    this.router = router;
  }

  @Override
  public Result execute() {
    FormattingResultLog log = new FormattingResultLog();
    Set<String> roles = new TreeSet<>();
    router.roles().forEach(role -> roles.add(role.role()));
    probes.forEach(probe -> roles.add(probe.role()));
    if (roles.isEmpty()) {
      log.warn("No role is known yet.");
    }
    roles.forEach(role -> check(role, log));
    if (router.quarantinedThreads() > 0) {
      log.warn("{} threads were lost to strategies.", router.quarantinedThreads());
    }
    return new Result(log);
  }

  private void check(String role, FormattingResultLog log) {
    List<StrategyStatus> strategies =
        router.role(role).map(RoleStatus::strategies).orElse(List.of());
    long serving = strategies.stream().filter(s -> !OUT.contains(s.state())).count();
    if (serving == 0) {
      log.critical("Role {} has no strategy in rotation.", role);
      return;
    }
    log.info("Role {} has {} of {} strategies in rotation.", role, serving, strategies.size());
    for (StrategyStatus s : strategies) {
      if (s.state() == StrategyState.TRIPPED) {
        log.warn("Strategy {} is tripped: it {}.", s.ref(), s.lastFailure().orElse("failed"));
      }
    }
    router
        .role(role)
        .flatMap(r -> r.traffic().primary())
        .filter(p -> strategies.stream().noneMatch(s -> s.ref().equals(p)))
        .ifPresent(p -> log.warn("The selected strategy {} is not here.", p));
  }
}

package souk.kernel.runtime.routing;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.framework.BundleContext;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.FieldOption;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.metatype.annotations.Designate;
import souk.kernel.api.Actor;
import souk.kernel.api.AuditTrail;
import souk.kernel.api.CallOptions;
import souk.kernel.api.CanaryPlan;
import souk.kernel.api.DrainReport;
import souk.kernel.api.RoleStatus;
import souk.kernel.api.Routed;
import souk.kernel.api.RouterAdmin;
import souk.kernel.api.RoutingSession;
import souk.kernel.api.StrategyCall;
import souk.kernel.api.StrategyRef;
import souk.kernel.api.StrategyRouter;
import souk.kernel.api.TrialStatus;
import souk.kernel.api.Trials;
import souk.kernel.api.WarmReport;
import souk.kernel.spi.RoleProbe;
import souk.kernel.spi.TrafficMetric;

/** The router as a service. */
@Component(
    configurationPid = SelectionStore.PID,
    immediate = true,
    service = {StrategyRouter.class, RouterAdmin.class, Trials.class})
@Designate(ocd = RouterConfig.class)
public final class DefaultStrategyRouter implements StrategyRouter, RouterAdmin, Trials {
  // Dynamic: a probe that comes or goes must not restart the router, which every room uses.
  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      fieldOption = FieldOption.UPDATE)
  private final List<RoleProbe> probes = new CopyOnWriteArrayList<>();

  // Dynamic for the same reason.
  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      fieldOption = FieldOption.UPDATE)
  private final List<TrafficMetric> metrics = new CopyOnWriteArrayList<>();

  private final Corridor corridor;

  @Activate
  public DefaultStrategyRouter(
      BundleContext context,
      @Reference ConfigurationAdmin configurations,
      @Reference AuditTrail trail,
      @Reference CancelledThreads cancelledThreads,
      RouterConfig config) {
    corridor =
        new Corridor(
            context,
            new SelectionStore(configurations),
            trail,
            cancelledThreads,
            Corridor.options(config),
            () -> List.copyOf(probes),
            () -> List.copyOf(metrics));
    corridor.open();
  }

  /** Takes over selections that were edited; other limits hold from the next start. */
  @Modified
  void modified() {
    corridor.takeOverEdits();
  }

  @Deactivate
  void deactivate() {
    corridor.close();
  }

  @Override
  public <S, R> Routed<R> call(Class<S> role, CallOptions<R> options, StrategyCall<S, R> call) {
    return corridor.engine().call(role, options, call, null);
  }

  @Override
  public RoutingSession open() {
    return new Session(corridor.engine(), null);
  }

  @Override
  public RoutingSession open(String trafficKey) {
    return new Session(corridor.engine(), trafficKey);
  }

  @Override
  public List<StrategyRef> strategies(Class<?> role) {
    return corridor.engine().callable(role);
  }

  @Override
  public List<RoleStatus> roles() {
    return corridor.desk().roles();
  }

  @Override
  public Optional<RoleStatus> role(String role) {
    return corridor.desk().role(role);
  }

  @Override
  public void warm(StrategyRef strategy) {
    corridor.desk().warm(strategy);
  }

  @Override
  public WarmReport warmUp(StrategyRef strategy) {
    return corridor.desk().warmUp(strategy);
  }

  @Override
  public RoleStatus select(StrategyRef strategy, Actor actor, String reason) {
    return corridor.desk().select(strategy, actor, reason);
  }

  @Override
  public RoleStatus rollBack(String role, Actor actor, String reason) {
    return corridor.desk().rollBack(role, actor, reason);
  }

  @Override
  public Optional<StrategyRef> previous(String role) {
    return corridor.desk().previous(role);
  }

  @Override
  public int drain(StrategyRef strategy, long timeoutMillis, Actor actor, String reason) {
    return corridor.desk().drain(strategy, timeoutMillis, actor, reason);
  }

  @Override
  public List<DrainReport> drains(String role) {
    return corridor.desk().drains(role);
  }

  @Override
  public RoleStatus restore(StrategyRef strategy, Actor actor, String reason) {
    return corridor.desk().restore(strategy, actor, reason);
  }

  @Override
  public int quarantinedThreads() {
    return corridor.desk().quarantinedThreads();
  }

  @Override
  public TrialStatus shadow(StrategyRef strategy, Actor actor, String reason) {
    return corridor.trials().shadow(strategy, actor, reason);
  }

  @Override
  public TrialStatus canary(StrategyRef strategy, CanaryPlan plan, Actor actor, String reason) {
    return corridor.trials().canary(strategy, plan, actor, reason);
  }

  @Override
  public TrialStatus stop(StrategyRef strategy, Actor actor, String reason) {
    return corridor.trials().stop(strategy, actor, reason);
  }

  @Override
  public List<TrialStatus> trials() {
    return corridor.trials().trials();
  }

  @Override
  public List<TrialStatus> trials(String role) {
    return corridor.trials().trials(role);
  }

  @Override
  public Optional<TrialStatus> find(String id) {
    return corridor.trials().find(id);
  }
}

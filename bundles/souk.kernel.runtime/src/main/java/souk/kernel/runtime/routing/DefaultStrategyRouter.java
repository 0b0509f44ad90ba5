package souk.kernel.runtime.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import souk.kernel.api.Actor;
import souk.kernel.api.AuditTrail;
import souk.kernel.api.CallOptions;
import souk.kernel.api.CanaryPlan;
import souk.kernel.api.RoleStatus;
import souk.kernel.api.Routed;
import souk.kernel.api.RouterAdmin;
import souk.kernel.api.RoutingException;
import souk.kernel.api.RoutingSession;
import souk.kernel.api.StrategyCall;
import souk.kernel.api.StrategyRef;
import souk.kernel.api.StrategyRouter;
import souk.kernel.api.TrialStatus;
import souk.kernel.api.Trials;
import souk.kernel.spi.RoleProbe;

/** The router as a service. */
@Component(
    configurationPid = SelectionStore.PID,
    immediate = true,
    service = {StrategyRouter.class, RouterAdmin.class, Trials.class})
@Designate(ocd = RouterConfig.class)
public final class DefaultStrategyRouter implements StrategyRouter, RouterAdmin, Trials {
  private static final Logger LOG = LoggerFactory.getLogger(DefaultStrategyRouter.class);
  private static final Actor CONFIGURATION = new Actor("configuration", "system");

  // Dynamic: a probe that comes or goes must not restart the router, which every room uses.
  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      fieldOption = FieldOption.UPDATE)
  private final List<RoleProbe> probes = new CopyOnWriteArrayList<>();

  private final RoleTable roles = new RoleTable();
  private final IsolatedPool pool;
  private final CallEngine engine;
  private final RoutingDesk desk;
  private final StrategyListener listener;
  private final Watchdog watchdog;

  @Activate
  public DefaultStrategyRouter(
      BundleContext context,
      @Reference ConfigurationAdmin configurations,
      @Reference AuditTrail trail,
      @Reference CancelledThreads cancelledThreads,
      RouterConfig config) {
    RouterOptions options = options(config);
    pool = new IsolatedPool(options.isolatedThreads(), options.quarantineLimit());
    engine = new CallEngine(roles, options, pool, cancelledThreads);
    desk =
        new RoutingDesk(
            roles,
            new SelfTest(pool, options.warmMillis(), () -> new ArrayList<>(probes)),
            new SelectionStore(configurations),
            new Audit(trail),
            pool);
    desk.restoreSelections();
    listener = new StrategyListener(context, roles, options);
    listener.open();
    watchdog = new Watchdog(roles, options.overdueGraceMillis());
  }

  /** Takes over selections that were edited; other limits hold from the next start. */
  @Modified
  void modified() {
    Map<String, StrategyRef> edited = desk.editedSelections();
    for (StrategyRef ref : edited.values()) {
      try {
        desk.select(ref, CONFIGURATION, "The configuration was edited.");
      } catch (RoutingException e) {
        LOG.warn("The edited selection {} is not taken over: {}", ref, e.getMessage());
      }
    }
  }

  @Deactivate
  void deactivate() {
    engine.close();
    watchdog.close();
    listener.close();
    pool.close();
  }

  @Override
  public <S, R> Routed<R> call(Class<S> role, CallOptions<R> options, StrategyCall<S, R> call) {
    return engine.call(role, options, call, null);
  }

  @Override
  public RoutingSession open() {
    return new Session(engine);
  }

  @Override
  public List<StrategyRef> strategies(Class<?> role) {
    return engine.callable(role);
  }

  @Override
  public List<RoleStatus> roles() {
    return desk.roles();
  }

  @Override
  public Optional<RoleStatus> role(String role) {
    return desk.role(role);
  }

  @Override
  public void warm(StrategyRef strategy) {
    desk.warm(strategy);
  }

  @Override
  public RoleStatus select(StrategyRef strategy, Actor actor, String reason) {
    return desk.select(strategy, actor, reason);
  }

  @Override
  public int drain(StrategyRef strategy, long timeoutMillis, Actor actor, String reason) {
    return desk.drain(strategy, timeoutMillis, actor, reason);
  }

  @Override
  public RoleStatus restore(StrategyRef strategy, Actor actor, String reason) {
    return desk.restore(strategy, actor, reason);
  }

  @Override
  public int quarantinedThreads() {
    return desk.quarantinedThreads();
  }

  @Override
  public TrialStatus shadow(StrategyRef strategy, Actor actor, String reason) {
    throw notYet();
  }

  @Override
  public TrialStatus canary(StrategyRef strategy, CanaryPlan plan, Actor actor, String reason) {
    throw notYet();
  }

  @Override
  public TrialStatus stop(StrategyRef strategy, Actor actor, String reason) {
    throw notYet();
  }

  @Override
  public List<TrialStatus> trials() {
    return List.of();
  }

  @Override
  public List<TrialStatus> trials(String role) {
    return List.of();
  }

  private static RoutingException notYet() {
    return new RoutingException(
        RoutingException.Code.REFUSED, "This version of the router cannot try strategies yet.");
  }

  private static RouterOptions options(RouterConfig config) {
    return new RouterOptions(
        config.leaseMillis(),
        config.absenceMillis(),
        config.failureLimit(),
        config.circuitPauseMillis(),
        config.overdueGraceMillis(),
        config.isolateFromMillis(),
        config.isolatedThreads(),
        config.quarantineLimit(),
        config.warmMillis());
  }
}

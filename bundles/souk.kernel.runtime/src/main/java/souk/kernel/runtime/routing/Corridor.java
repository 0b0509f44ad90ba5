package souk.kernel.runtime.routing;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.SynchronousBundleListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import souk.kernel.api.Actor;
import souk.kernel.api.AuditTrail;
import souk.kernel.api.RoutingException;
import souk.kernel.api.StrategyRef;
import souk.kernel.spi.RoleProbe;
import souk.kernel.spi.TrafficMetric;

/** The router's parts, put together, and their start and end. */
final class Corridor implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Corridor.class);
  private static final Actor CONFIGURATION = new Actor("configuration", "system");
  private static final String STATE = "souk.data";

  private final BundleContext context;
  private final RoleTable roles = new RoleTable();
  private final IsolatedPool pool;
  private final Copies copies;
  private final CallEngine engine;
  private final TrialBoard board;
  private final RoutingDesk desk;
  private final TrialDesk trials;
  private final StrategyListener listener;
  private final Watchdog watchdog;
  private final SynchronousBundleListener forgetter = this::forgetCalls;

  Corridor(
      BundleContext context,
      SelectionStore selections,
      AuditTrail trail,
      CancelledThreads cancelledThreads,
      RouterOptions options,
      Supplier<List<RoleProbe>> probes,
      Supplier<List<TrafficMetric>> metrics) {
    this.context = context;
    Clock clock = Clock.systemUTC();
    Audit audit = new Audit(trail);
    Drains drains = new Drains(clock);
    Measures measures = new Measures(metrics);
    pool = new IsolatedPool(options.isolatedThreads(), options.quarantineLimit());
    copies = new Copies(pool, options.shadowShare());
    SelfTest selfTest = new SelfTest(pool, options.warmMillis(), probes);
    WarmUp warmUp = new WarmUp(roles, selfTest, copies, options.warmMillis());
    TrialStore store = new TrialStore(state(context).resolve("router").resolve("trials.json"));
    board = new TrialBoard(roles, store, audit, clock, copies, this::promote);
    engine =
        new CallEngine(
            roles,
            options,
            pool,
            cancelledThreads,
            new Comparisons(roles, copies, measures, board::found));
    desk =
        new RoutingDesk(
            roles, selfTest, warmUp, selections, audit, drains, board::superseded, pool);
    trials =
        new TrialDesk(
            roles, board, warmUp, selfTest::calledByName, UUID::randomUUID, measures, clock);
    desk.restoreSelections();
    board.restore();
    listener = new StrategyListener(context, roles, options, drains);
    watchdog = new Watchdog(roles, pool, options.overdueGraceMillis());
  }

  /** Begins to take strategies in. */
  void open() {
    context.addBundleListener(forgetter);
    listener.open();
    copies.everyRound(board::round);
  }

  @Override
  public void close() {
    engine.close();
    watchdog.close();
    context.removeBundleListener(forgetter);
    copies.close();
    board.save();
    listener.close();
    pool.close();
  }

  CallEngine engine() {
    return engine;
  }

  RoutingDesk desk() {
    return desk;
  }

  TrialDesk trials() {
    return trials;
  }

  /** Takes over selections that were edited; other limits hold from the next start. */
  void takeOverEdits() {
    for (StrategyRef ref : desk.editedSelections().values()) {
      try {
        desk.select(ref, CONFIGURATION, "The configuration was edited.");
      } catch (RoutingException e) {
        LOG.warn("The edited selection {} is not taken over: {}", ref, e.getMessage());
      }
    }
  }

  private void promote(StrategyRef candidate, String reason) {
    desk.select(candidate, TrialBoard.GUARDRAIL, reason);
  }

  /** A recorded call belongs to a bundle; whichever stops, none of its classes may be kept. */
  private void forgetCalls(BundleEvent event) {
    if (event.getType() == BundleEvent.STOPPED || event.getType() == BundleEvent.UNRESOLVED) {
      roles.roles().forEach(role -> role.recorded().forget());
    }
  }

  private static Path state(BundleContext context) {
    String state = context.getProperty(STATE);
    return Path.of(state == null ? "data" : state);
  }

  static RouterOptions options(RouterConfig config) {
    return new RouterOptions(
        config.leaseMillis(),
        config.absenceMillis(),
        config.failureLimit(),
        config.circuitPauseMillis(),
        config.overdueGraceMillis(),
        config.isolateFromMillis(),
        config.isolatedThreads(),
        config.quarantineLimit(),
        config.warmMillis(),
        config.shadowShare());
  }
}

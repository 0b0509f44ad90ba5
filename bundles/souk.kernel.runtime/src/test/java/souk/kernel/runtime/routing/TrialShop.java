package souk.kernel.runtime.routing;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import souk.kernel.api.Actor;
import souk.kernel.api.AuditEntry;
import souk.kernel.api.AuditQuery;
import souk.kernel.api.CallOptions;
import souk.kernel.api.Routed;
import souk.kernel.api.StrategyRef;
import souk.kernel.api.TrialStatus;
import souk.kernel.runtime.audit.TestTrail;
import souk.kernel.spi.MetricDescription;
import souk.kernel.spi.TrafficMetric;

/** The parts of a router that trials need, with a role whose strategies give a basket a margin. */
final class TrialShop implements AutoCloseable {
  /** A role of its own: what a basket leaves. */
  interface Pricer {
    double margin(double basket) throws Exception;
  }

  static final Actor ZOE = new Actor("zoë", "test");
  private static final RouterOptions OPTIONS =
      new RouterOptions(2_000, 500, 5, 60_000, 1_000, 5_000, 8, 8, 2_000, 1);

  private static final TrafficMetric MARGIN =
      new TrafficMetric() {
        @Override
        public MetricDescription description() {
          return MetricDescription.higherIsBetter("margin", "Margin", "minor units");
        }

        @Override
        public OptionalDouble measure(Object outcome) {
          return outcome instanceof Double d ? OptionalDouble.of(d) : OptionalDouble.empty();
        }
      };

  final RoleTable roles = new RoleTable();
  final Role role = roles.role("Pricer");
  final IsolatedPool pool = new IsolatedPool(8, 8);
  final Copies copies = new Copies(pool, 1);
  final TestTrail trail;
  final TrialBoard board;
  final CallEngine engine;
  final TrialDesk desk;
  final WarmUp warmUp;

  TrialShop(Path folder) {
    trail = new TestTrail(folder.resolve("decisions"));
    Measures measures = new Measures(() -> List.of(MARGIN));
    TrialStore store = new TrialStore(folder.resolve("router/trials.json"));
    board =
        new TrialBoard(
            roles,
            store,
            new Audit(trail.trail()),
            Clock.systemUTC(),
            copies,
            (ref, reason) -> role.select(ref));
    Comparisons comparisons = new Comparisons(roles, copies, measures, board::found);
    engine = new CallEngine(roles, OPTIONS, pool, thread -> false, comparisons);
    SelfTest selfTest = new SelfTest(pool, 2_000, List::of);
    warmUp = new WarmUp(roles, selfTest, copies, 2_000);
    Supplier<UUID> ids = UUID::randomUUID;
    desk = new TrialDesk(roles, board, warmUp, role -> false, ids, measures, Clock.systemUTC());
    board.restore();
    copies.everyRound(board::round);
  }

  Slot add(String id, boolean builtIn, Pricer pricer) {
    StrategyRef ref = ref(id);
    SlotInfo info =
        new SlotInfo(ref, id, "test 1.0.0", builtIn, true, 0, role.view().order().length);
    Slot slot =
        new Slot(
            info,
            new ServiceHandle() {
              @Override
              public Object get() {
                return pricer;
              }

              @Override
              public void unget() {
                Thread.yield();
              }
            },
            OPTIONS);
    role.add(slot);
    return slot;
  }

  static StrategyRef ref(String id) {
    return new StrategyRef("Pricer", id, "1.0.0");
  }

  /** One session as a quote has it: one call, concluded with what it gave. */
  Routed<Double> session(String key, double basket) {
    try (Session session = new Session(engine, key)) {
      Routed<Double> answer = session.call(Pricer.class, options(), p -> p.margin(basket));
      session.conclude(
          answer.value(),
          twin -> twin.call(Pricer.class, options(), p -> p.margin(basket)).value());
      return answer;
    }
  }

  /** A call outside sessions. */
  Routed<Double> call(double basket) {
    return engine.call(Pricer.class, options(), p -> p.margin(basket), null);
  }

  static CallOptions<Double> options() {
    return CallOptions.<Double>within(1_000)
        .checkedBy(v -> v >= 0 ? Optional.empty() : Optional.of("a negative margin"));
  }

  TrialStatus trial(String id) {
    return desk.trials().stream()
        .filter(t -> t.strategy().equals(ref(id)))
        .findFirst()
        .orElseThrow();
  }

  List<AuditEntry> audit(String kind) {
    return trail.trail().entries(AuditQuery.builder().kind(kind).build(), 100);
  }

  static void await(String what, BooleanSupplier condition) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("Waited in vain for " + what + ".");
      }
      LockSupport.parkNanos(20_000);
    }
  }

  /** Waits until every copy that was queued is booked. */
  void settle() {
    await("copies", () -> board.running("Pricer").stream().allMatch(t -> t.pending().get() == 0));
  }

  @Override
  public void close() {
    engine.close();
    copies.close();
    board.save();
    pool.close();
    trail.close();
  }
}

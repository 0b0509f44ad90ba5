package souk.kernel.runtime.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import souk.kernel.api.CallOptions;
import souk.kernel.api.CircuitState;
import souk.kernel.api.RoutingException;
import souk.kernel.api.RoutingSession;
import souk.kernel.api.StrategyRef;

/** Work that asks two strategies of others goes to one thread of the pool, and comes back once. */
@Timeout(30)
class HostedWorkTest {
  /** The first role that the work asks. */
  interface Doubler {
    double twice(double x) throws Exception;
  }

  /** The second one. */
  interface Adder {
    double plus(double x) throws Exception;
  }

  private static final RouterOptions OPTIONS =
      new RouterOptions(10_000, 500, 3, 60_000, 100, 2_000, 2, 1, 1_000, 0.25);
  private static final List<Class<?>> BOTH = List.of(Doubler.class, Adder.class);

  private final RoleTable roles = new RoleTable();
  private final IsolatedPool pool = new IsolatedPool(2, 1);
  private final Copies copies = new Copies(pool, 0.25);
  private final CallEngine engine =
      new CallEngine(
          roles,
          OPTIONS,
          pool,
          thread -> false,
          new Comparisons(roles, copies, new Measures(List::of), (trial, finding) -> {}));
  private final List<Thread> begun = new ArrayList<>();
  private final AtomicInteger doubled = new AtomicInteger();
  private final AtomicInteger added = new AtomicInteger();
  private final CountDownLatch never = new CountDownLatch(1);
  private long millis = 400;

  @AfterEach
  void close() {
    never.countDown();
    copies.close();
    pool.close();
  }

  @Test
  void bothStrangersAreAskedInOneThread() {
    List<Thread> asked = new ArrayList<>();
    Slot one = doubler("one", false, x -> note(asked, 2 * x));
    Slot two = adder("two", false, x -> note(asked, x + 1));
    try (Session session = new Session(engine, null)) {
      assertEquals(43, session.workOut(millis, BOTH, this::work));
      assertEquals(1, begun.size());
      assertInstanceOf(IsolatedThread.class, begun.get(0));
      assertEquals(List.of(begun.get(0), begun.get(0)), asked);
      assertEquals(List.of(one.ref(), two.ref()), session.served());
      assertEquals(1, one.leases().inFlight());
      assertEquals(1, two.leases().inFlight());
      assertEquals(1, one.calls());
      assertEquals(1, two.calls());
      assertThrows(
          IllegalStateException.class, () -> session.workOut(millis, BOTH, this::work), "twice");
    }
    assertUnused(one, two);
    assertEquals(1, roles.role("Doubler").recorded().recent(System.nanoTime()).size());
  }

  @Test
  void ourOwnAreAskedInTheCallersThread() {
    doubler("one", true, x -> 2 * x);
    adder("two", true, x -> x + 1);
    assertEquals(43, workOut());
    assertSame(Thread.currentThread(), begun.get(0));
  }

  @Test
  void whoIsLateIsLeftAndWhoAnsweredIsNotAskedAgain() throws Exception {
    Slot one = doubler("one", false, x -> 2 * x);
    Slot late = adder("late", false, this::deaf);
    Slot builtIn = adder("builtin", true, x -> x + 2);
    select(late);
    try (Session session = new Session(engine, null)) {
      long began = System.nanoTime();
      assertEquals(44, session.workOut(millis, BOTH, this::work));
      long took = (System.nanoTime() - began) / 1_000_000;
      assertTrue(took >= 200 && took < 1_000, "took " + took + " ms");
      assertEquals(2, begun.size());
      assertSame(Thread.currentThread(), begun.get(1));
      assertEquals(1, doubled.get());
      assertEquals(List.of(one.ref(), builtIn.ref()), session.served());
      assertEquals(0, late.leases().inFlight());
      assertEquals(1, late.stuckCalls());
      assertEquals(1, late.failures());
      assertTrue(late.lastFailure().orElseThrow().contains("did not answer within"));
      assertEquals(1, pool.quarantined());
      assertEquals(1, roles.role("Adder").fallbacks());
      assertEquals(0, one.failures());
    }
    never.countDown();
    for (int i = 0; i < 500 && pool.quarantined() > 0; i++) {
      Thread.sleep(5);
    }
    assertEquals(0, pool.quarantined());
    assertEquals(0, late.stuckCalls());
    assertEquals(2, begun.size(), "who came back late did not go on");
    assertEquals(2, added.get(), "the late one and its fallback");
    assertUnused(one, late, builtIn);
  }

  @Test
  void whoThrowsOrAnswersNonsenseIsReplacedOnce() {
    adder("two", false, x -> x + 1);
    Slot builtIn = doubler("builtin", true, x -> 2 * x);
    int fallbacks = 0;
    for (Doubler bad :
        List.<Doubler>of(
            x -> {
              throw new IllegalStateException("planted");
            },
            x -> Double.NaN,
            HostedWorkTest::forEver)) {
      Slot slot = doubler("bad-" + fallbacks, false, bad);
      select(slot);
      assertEquals(43, workOut());
      assertEquals(++fallbacks, roles.role("Doubler").fallbacks());
      assertEquals(1, slot.failures());
      assertUnused(slot, builtIn);
    }
    assertEquals(0, pool.quarantined());
    assertEquals(0, roles.role("Adder").fallbacks());
  }

  @Test
  void anOpenCircuitIsNotAskedInThePool() {
    doubler("builtin", true, x -> 2 * x);
    Slot bad =
        doubler(
            "bad",
            false,
            x -> {
              throw new IllegalStateException("planted");
            });
    adder("two", false, x -> x + 1);
    select(bad);
    for (int i = 0; i < 5; i++) {
      assertEquals(43, workOut());
    }
    assertEquals(CircuitState.OPEN, bad.circuit().state());
    assertEquals(3, bad.failures());
    assertEquals(5, roles.role("Doubler").fallbacks());
  }

  @Test
  void whatOneLeavesOnTheThreadTheNextDoesNotFind() {
    ClassLoader strange = new ClassLoader() {};
    AtomicBoolean found = new AtomicBoolean();
    doubler(
        "untidy",
        false,
        x -> {
          Thread.currentThread().setContextClassLoader(strange);
          Thread.currentThread().interrupt();
          return 2 * x;
        });
    adder(
        "next",
        false,
        x -> {
          Thread now = Thread.currentThread();
          found.set(now.isInterrupted() || now.getContextClassLoader() == strange);
          return x + 1;
        });
    assertEquals(43, workOut());
    assertFalse(found.get());
    assertEquals(1, begun.size());
  }

  @Test
  void whoChangesThePriorityOfItsThreadHasItForItself() {
    Thread[] asked = new Thread[2];
    doubler(
        "slows",
        false,
        x -> {
          asked[0] = Thread.currentThread();
          asked[0].setPriority(Thread.MIN_PRIORITY);
          return 2 * x;
        });
    adder(
        "next",
        false,
        x -> {
          asked[1] = Thread.currentThread();
          return x + 1;
        });
    assertEquals(43, workOut());
    assertNotSame(asked[0], asked[1]);
    assertEquals(1, doubled.get());
    assertEquals(0, roles.role("Doubler").fallbacks());
    assertEquals(0, roles.role("Adder").fallbacks());
  }

  @Test
  void whoFindsThePoolFullGetsTheFallback() {
    Slot builtIn = doubler("builtin", true, x -> 2 * x);
    Slot stranger = doubler("stranger", false, x -> 3 * x);
    select(stranger);
    adder("two", true, x -> x + 1);
    millis = 20;
    List<IsolatedTask<Double>> busy = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      busy.add(pool.start(() -> deaf(1), 0));
    }
    assertEquals(43, workOut());
    assertSame(Thread.currentThread(), begun.get(0));
    assertEquals(1, roles.role("Doubler").fallbacks());
    assertEquals(0, stranger.failures());
    assertEquals(1, builtIn.calls());
    never.countDown();
    assertTrue(busy.get(0).await(Patience.until(System.nanoTime() + 5_000_000_000L)));
    assertTrue(busy.get(1).await(Patience.until(System.nanoTime() + 5_000_000_000L)));
    assertEquals(64, workOut());
  }

  @Test
  void whatTheWorkThrowsComesOut() {
    Slot one = doubler("one", false, x -> 2 * x);
    Slot two = adder("two", false, x -> x + 1);
    try (Session session = new Session(engine, null)) {
      ArithmeticException e =
          assertThrows(
              ArithmeticException.class,
              () ->
                  session.workOut(
                      millis,
                      BOTH,
                      inner -> {
                        twice(inner);
                        throw new ArithmeticException("planted");
                      }));
      assertEquals("planted", e.getMessage());
      assertEquals(0, two.leases().inFlight());
    }
    assertEquals(0, one.failures());
    assertUnused(one, two);
  }

  @Test
  void whoeverMayNotBeAskedThereIsAskedAtTheSecondBeginning() {
    Slot one = doubler("one", false, x -> 2 * x);
    try (Session session = new Session(engine, null)) {
      double sum =
          session.workOut(
              millis,
              List.of(Doubler.class),
              inner -> {
                double first = twice(inner);
                CallOptions<Double> only = CallOptions.<Double>within(millis).only(one.ref());
                return first + inner.call(Doubler.class, only, d -> d.twice(1)).value();
              });
      assertEquals(44, sum);
    }
    assertEquals(2, doubled.get());
    assertUnused(one);
  }

  @Test
  void nobodyElseAnswersForTheOnlyOne() {
    Slot only = doubler("only", false, this::deaf);
    adder("two", false, x -> x + 1);
    millis = 30;
    RoutingException e = assertThrows(RoutingException.class, this::workOut);
    assertEquals(RoutingException.Code.DEADLINE, e.code());
    assertEquals(1, doubled.get());
    assertEquals(0, only.leases().inFlight());
  }

  @Test
  void aSelectionMeanwhileChangesNothing() {
    Slot one = doubler("one", false, x -> 2 * x);
    Slot two = adder("two", false, x -> x + 1);
    select(two);
    Slot next = adder("next", false, x -> x + 100);
    Doubler selects =
        x -> {
          select(next);
          return 2 * x;
        };
    select(doubler("selects", false, selects));
    assertEquals(43, workOut());
    assertEquals(142, workOut());
    assertUnused(one, two, next);
  }

  @Test
  void anInterruptedCallerGoesAndLeavesNothingBehind() throws Exception {
    Slot one = doubler("one", false, x -> 2 * x);
    Slot deaf = adder("deaf", false, this::deaf);
    Thread caller = Thread.currentThread();
    Thread other =
        new Thread(
            () -> {
              while (added.get() == 0) {
                Thread.onSpinWait();
              }
              caller.interrupt();
            });
    other.start();
    millis = 5_000;
    assertThrows(CancellationException.class, this::workOut);
    assertTrue(Thread.interrupted());
    other.join();
    assertEquals(0, deaf.failures());
    assertUnused(one, deaf);
  }

  private static double forEver(double x) {
    return 1 + forEver(x + 1);
  }

  private double deaf(double x) {
    while (never.getCount() > 0) {
      Thread.onSpinWait();
    }
    return x;
  }

  private double workOut() {
    try (Session session = new Session(engine, null)) {
      return session.workOut(millis, BOTH, this::work);
    }
  }

  private double work(RoutingSession session) {
    begun.add(Thread.currentThread());
    double twice = twice(session);
    return session
        .call(Adder.class, CallOptions.<Double>within(millis), a -> a.plus(twice))
        .value();
  }

  private double twice(RoutingSession session) {
    return session
        .call(
            Doubler.class,
            CallOptions.<Double>within(millis)
                .checkedBy(v -> v.isNaN() ? Optional.of("NaN") : Optional.empty()),
            d -> d.twice(21))
        .value();
  }

  private static double note(List<Thread> asked, double answer) {
    asked.add(Thread.currentThread());
    return answer;
  }

  private static void assertUnused(Slot... slots) {
    for (Slot slot : slots) {
      assertEquals(0, slot.leases().inFlight(), slot.ref()::toString);
    }
  }

  private void select(Slot slot) {
    roles.role(slot.ref().role()).select(slot.ref());
  }

  private Slot doubler(String id, boolean ours, Doubler doubler) {
    Doubler counted =
        x -> {
          doubled.incrementAndGet();
          return doubler.twice(x);
        };
    return add("Doubler", id, ours, counted);
  }

  private Slot adder(String id, boolean ours, Adder adder) {
    Adder counted =
        x -> {
          added.incrementAndGet();
          return adder.plus(x);
        };
    return add("Adder", id, ours, counted);
  }

  private Slot add(String roleName, String id, boolean ours, Object service) {
    Role role = roles.role(roleName);
    StrategyRef ref = new StrategyRef(roleName, id, "1.0.0");
    SlotInfo info = new SlotInfo(ref, id, "test 1.0.0", ours, ours, 0, role.view().order().length);
    ServiceHandle handle =
        new ServiceHandle() {
          @Override
          public Object get() {
            return service;
          }

          @Override
          public void unget() {
            Thread.yield();
          }
        };
    Slot slot = new Slot(info, handle, OPTIONS);
    role.add(slot);
    return slot;
  }
}

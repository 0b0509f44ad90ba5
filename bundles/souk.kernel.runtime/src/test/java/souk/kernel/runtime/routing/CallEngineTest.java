package souk.kernel.runtime.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import souk.kernel.api.CallOptions;
import souk.kernel.api.CircuitState;
import souk.kernel.api.Routed;
import souk.kernel.api.RoutingException;
import souk.kernel.api.StrategyRef;

@Timeout(30)
class CallEngineTest {
  /** A role of its own. */
  interface Doubler {
    double twice(double x) throws Exception;
  }

  private static final RouterOptions OPTIONS =
      new RouterOptions(10_000, 500, 3, 50, 100, 2_000, 2, 1, 1_000, 0.25);

  private final RoleTable roles = new RoleTable();
  private final Role role = roles.role("Doubler");
  private final IsolatedPool pool = new IsolatedPool(2, 1);
  private final AtomicBoolean jobCancelled = new AtomicBoolean();
  private final Copies copies = new Copies(pool, 0.25);
  private final CallEngine engine =
      new CallEngine(
          roles,
          OPTIONS,
          pool,
          thread -> jobCancelled.get(),
          new Comparisons(roles, copies, new Measures(List::of), (trial, finding) -> {}));

  @AfterEach
  void close() {
    copies.close();
    pool.close();
  }

  @Test
  void withoutASelectionTheHighestRankingServesAndBuiltInBreaksTies() {
    add("a", 0, false, true, x -> 2 * x);
    add("b", 0, true, true, x -> 2 * x);
    assertEquals("b", call().servedBy().strategy());
    add("c", 5, false, true, x -> 2 * x);
    assertEquals("c", call().servedBy().strategy());
    assertFalse(call().fallback());
  }

  @Test
  void theLastGoodOneAnswersBeforeTheBuiltIn() {
    add("builtin", 9, true, true, x -> 2 * x);
    Slot good = add("good", 0, false, true, x -> 2 * x);
    Slot bad = add("bad", 0, false, true, x -> fail());
    role.select(good.ref());
    assertEquals("good", call().servedBy().strategy());
    role.select(bad.ref());
    Routed<Double> answer = call();
    assertEquals("good", answer.servedBy().strategy());
    assertTrue(answer.fallbackReason().orElseThrow().contains("planted"));
    assertEquals(1, role.fallbacks());
    role.remove(good);
    assertEquals("builtin", call().servedBy().strategy());
  }

  @Test
  void aTrippedStrategyGetsATrialAfterThePauseAndComesBack() throws Exception {
    add("builtin", 0, true, true, x -> 2 * x);
    AtomicBoolean ill = new AtomicBoolean(true);
    Slot slot = add("patient", 0, false, true, x -> ill.get() ? fail() : 2 * x);
    role.select(slot.ref());
    for (int i = 0; i < 3; i++) {
      assertTrue(call().fallback());
    }
    assertEquals(CircuitState.OPEN, slot.circuit().state());
    ill.set(false);
    assertTrue(call().fallback());
    Thread.sleep(60);
    assertFalse(call().fallback());
    assertEquals(CircuitState.CLOSED, slot.circuit().state());
  }

  @Test
  void theOnlyStrategyIsAskedEvenWhenTripped() {
    AtomicBoolean ill = new AtomicBoolean(true);
    Slot slot = add("only", 0, true, true, x -> ill.get() ? fail() : 2 * x);
    for (int i = 0; i < 4; i++) {
      RoutingException e = assertThrows(RoutingException.class, this::call);
      assertEquals(RoutingException.Code.ALL_FAILED, e.code());
      assertInstanceOf(IllegalStateException.class, e.getCause());
    }
    assertEquals(CircuitState.OPEN, slot.circuit().state());
    ill.set(false);
    assertEquals(42.0, call().value());
  }

  @Test
  void anIsolatedHangIsLeftInTimeForTheFallback() {
    add("builtin", 0, true, true, x -> 2 * x);
    CountDownLatch never = new CountDownLatch(1);
    Slot slot =
        add(
            "hangs",
            0,
            false,
            false,
            x -> {
              never.await();
              return x;
            });
    role.select(slot.ref());
    long began = System.nanoTime();
    Routed<Double> answer = call(400);
    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
    assertEquals("builtin", answer.servedBy().strategy());
    assertTrue(millis >= 200 && millis < 1_000, "took " + millis + " ms");
    assertTrue(answer.fallbackReason().orElseThrow().contains("did not answer within"));
  }

  @Test
  void aThreadThatComesBackLeavesQuarantine() throws Exception {
    AtomicBoolean release = new AtomicBoolean();
    Slot slot =
        add(
            "deaf",
            0,
            true,
            false,
            x -> {
              while (!release.get()) {
                Thread.onSpinWait();
              }
              return x;
            });
    RoutingException e = assertThrows(RoutingException.class, () -> call(50));
    assertEquals(RoutingException.Code.DEADLINE, e.code());
    assertEquals(1, pool.quarantined());
    assertEquals(1, slot.stuckCalls());
    release.set(true);
    for (int i = 0; i < 500 && pool.quarantined() > 0; i++) {
      Thread.sleep(5);
    }
    assertEquals(0, pool.quarantined());
    assertEquals(0, slot.stuckCalls());
  }

  @Test
  void longWorkRunsInThePoolAndShortWorkInTheCallersThread() {
    Thread[] ran = new Thread[1];
    add(
        "where",
        0,
        true,
        true,
        x -> {
          ran[0] = Thread.currentThread();
          return 2 * x;
        });
    call(1_999);
    assertSame(Thread.currentThread(), ran[0]);
    call(2_000);
    assertInstanceOf(IsolatedThread.class, ran[0]);
  }

  /** The pool has two places and a bound of six threads; deeper calls go on in their callers. */
  @Test
  void nestedCallsDoNotBlockEachOther() {
    add("deep", 0, true, true, x -> x <= 1 ? 1 : 1 + nested(x - 1));
    assertEquals(20.0, nested(20));
    assertEquals(0, pool.quarantined());
  }

  @Test
  void strangersMayNestToo() {
    add("deep", 0, true, false, x -> x <= 1 ? 1 : 1 + nested(x - 1));
    assertEquals(5.0, nested(5));
  }

  private double nested(double depth) {
    return engine
        .call(Doubler.class, CallOptions.<Double>within(2_000), d -> d.twice(depth), null)
        .value();
  }

  @Test
  void aSessionKeepsItsVersionWhenAnotherIsSelected() {
    Slot one = add("one", 0, false, true, x -> 2 * x);
    Slot two = add("two", 0, false, true, x -> 2 * x);
    role.select(one.ref());
    try (Session session = new Session(engine, null)) {
      assertEquals(one.ref(), in(session).servedBy());
      role.select(two.ref());
      assertEquals(one.ref(), in(session).servedBy());
      assertFalse(in(session).fallback());
      assertEquals(two.ref(), call().servedBy());
      assertEquals(1, one.leases().inFlight());
      assertEquals(List.of(one.ref()), session.served());
    }
    assertEquals(0, one.leases().inFlight());
    assertEquals(0, role.fallbacks());
  }

  @Test
  void aSessionWhoseStrategyFailsMidwayNamesBoth() {
    AtomicBoolean ill = new AtomicBoolean();
    Slot one = add("one", 0, false, true, x -> ill.get() ? fail() : 2 * x);
    Slot two = add("two", 0, true, true, x -> 2 * x);
    role.select(one.ref());
    try (Session session = new Session(engine, null)) {
      in(session);
      ill.set(true);
      assertTrue(in(session).fallback());
      assertEquals(List.of(one.ref(), two.ref()), session.served());
      assertEquals(0, one.leases().inFlight());
    }
    assertEquals(0, two.leases().inFlight());
  }

  @Test
  void onlyMeansNoFallbackAndNoVerdict() {
    add("builtin", 0, true, true, x -> 2 * x);
    Slot bad = add("bad", 0, false, true, x -> fail());
    for (int i = 0; i < 5; i++) {
      assertThrows(
          RoutingException.class,
          () ->
              engine.call(
                  Doubler.class,
                  CallOptions.<Double>within(100).only(bad.ref()),
                  d -> d.twice(1),
                  null));
    }
    assertEquals(CircuitState.CLOSED, bad.circuit().state());
    assertEquals(5, bad.failures());
    RoutingException e =
        assertThrows(
            RoutingException.class,
            () ->
                engine.call(
                    Doubler.class,
                    CallOptions.<Double>within(100)
                        .only(new StrategyRef("Doubler", "gone", "1.0.0")),
                    d -> d.twice(1),
                    null));
    assertEquals(RoutingException.Code.UNKNOWN_STRATEGY, e.code());
  }

  @Test
  void aCancelledJobIsNoFailureOfTheStrategyButAPretendedOneIs() {
    Slot slot =
        add(
            "stops",
            0,
            true,
            true,
            x -> {
              throw new CancellationException("stop");
            });
    jobCancelled.set(true);
    assertThrows(CancellationException.class, this::call);
    assertEquals(0, slot.failures());
    jobCancelled.set(false);
    assertThrows(RoutingException.class, this::call);
    assertEquals(1, slot.failures());
  }

  @Test
  void aBrokenVirtualMachineIsNotHidden() {
    add("builtin", 0, true, true, x -> 2 * x);
    Slot slot =
        add(
            "greedy",
            0,
            false,
            true,
            x -> {
              throw new InternalError("planted");
            });
    role.select(slot.ref());
    assertThrows(InternalError.class, this::call);
  }

  @Test
  void whoAsksForMoreMemoryThanThereIsHasFailed() {
    Slot builtIn = add("builtin", 0, true, true, x -> 2 * x);
    Slot inline = add("greedy", 0, false, true, x -> new long[Integer.MAX_VALUE].length);
    Slot isolated = add("hungry", 0, false, false, x -> new long[Integer.MAX_VALUE].length);
    for (Slot slot : List.of(inline, isolated)) {
      role.select(slot.ref());
      assertEquals(builtIn.ref(), call().servedBy());
      assertEquals(1, slot.failures());
      assertTrue(
          slot.lastFailure().orElseThrow().contains("OutOfMemoryError"),
          slot.lastFailure().toString());
    }
  }

  @Test
  void nothingIsNonsense() {
    add("builtin", 0, true, true, x -> 2 * x);
    Slot slot = add("void", 0, false, true, x -> 2 * x);
    role.select(slot.ref());
    Routed<String> answer =
        engine.call(
            Doubler.class,
            CallOptions.<String>within(100),
            d -> d == slot.service() ? nothing() : "something",
            null);
    assertEquals("something", answer.value());
    assertTrue(answer.fallbackReason().orElseThrow().contains("null"));
  }

  @Test
  void anotherCopyOfTheTypeIsNoCandidate() {
    Slot stranger =
        new Slot(
            new SlotInfo(new StrategyRef("Doubler", "other", "1"), "o", "b", false, true, 0, 99),
            handle("not a doubler"),
            OPTIONS);
    role.add(stranger);
    role.select(stranger.ref());
    add("builtin", 0, true, true, x -> 2 * x);
    assertTrue(call().fallbackReason().orElseThrow().contains("another copy"));
    assertEquals(
        List.of("builtin"),
        engine.callable(Doubler.class).stream().map(StrategyRef::strategy).toList());
  }

  @Test
  void aStrategyThatLeftAMomentAgoIsWaitedFor() throws Exception {
    Slot slot = add("updated", 0, true, true, x -> 2 * x);
    role.remove(slot);
    Thread updater =
        new Thread(
            () -> {
              sleep(100);
              add("updated", 0, true, true, x -> 2 * x);
            });
    updater.start();
    assertEquals(42.0, call().value());
    updater.join();
  }

  private Routed<Double> call() {
    return call(500);
  }

  private Routed<Double> call(long deadlineMillis) {
    return engine.call(
        Doubler.class,
        CallOptions.<Double>within(deadlineMillis)
            .checkedBy(v -> v.isNaN() ? Optional.of("NaN") : Optional.empty()),
        d -> d.twice(21),
        null);
  }

  private Routed<Double> in(Session session) {
    return session.call(Doubler.class, CallOptions.<Double>within(500), d -> d.twice(21));
  }

  private Slot add(String id, int ranking, boolean builtIn, boolean inline, Doubler doubler) {
    StrategyRef ref = new StrategyRef("Doubler", id, "1.0.0");
    int number = role.view().order().length;
    Slot slot =
        new Slot(
            new SlotInfo(ref, id, "test 1.0.0", builtIn, inline, ranking, number),
            handle(doubler),
            OPTIONS);
    role.add(slot);
    return slot;
  }

  private static ServiceHandle handle(Object service) {
    return new ServiceHandle() {
      @Override
      public Object get() {
        return service;
      }

      @Override
      public void unget() {
        Thread.yield();
      }
    };
  }

  private static double fail() {
    throw new IllegalStateException("planted");
  }

  private static @Nullable String nothing() {
    return null;
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

package souk.kernel.runtime.felix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.osgi.framework.Bundle;
import souk.kernel.api.Actor;
import souk.kernel.api.CallOptions;
import souk.kernel.api.CircuitState;
import souk.kernel.api.Routed;
import souk.kernel.api.RouterAdmin;
import souk.kernel.api.RoutingException;
import souk.kernel.api.StrategyRef;
import souk.kernel.api.StrategyRouter;
import souk.kernel.api.StrategyState;
import souk.kernel.api.StrategyStatus;
import souk.kernel.runtime.felix.spi.Greeter;

/** Every kind of bad strategy is answered for by the built-in one, counted, and taken out. */
@Timeout(60)
class BadStrategiesTest {
  private static final Actor TESTER = new Actor("tester", "test");
  private static final StrategyRef BAD = new StrategyRef("Greeter", "bad", "1.0.0");
  private static final long DEADLINE_MILLIS = 120;

  @TempDir Path state;
  private TestFelix felix;
  private StrategyRouter router;
  private RouterAdmin admin;

  @BeforeEach
  void start() throws Exception {
    felix = new TestFelix(state, Map.of());
    router = felix.service(StrategyRouter.class);
    admin = felix.service(RouterAdmin.class);
    felix.installBuiltIn("feature:plain", "plain", "twice").start();
  }

  @AfterEach
  void stop() throws Exception {
    felix.close();
  }

  @Tag("slow")
  @ParameterizedTest
  @CsvSource({
    "throws, feature",
    "recurses, feature",
    "nan, feature",
    "throws, file",
    "recurses, file",
    "nan, file",
    "loops, file",
    "blocks, file"
  })
  void theBuiltInAnswersAndTheBadOneIsTakenOut(String behaviour, String where) throws Exception {
    felix.install(where + ":bad", "bad", "1.0.0", behaviour).start();
    admin.select(BAD, TESTER, "test");
    for (int i = 0; i < 10; i++) {
      long began = System.nanoTime();
      Routed<Double> answer = greet();
      long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
      assertEquals(42.0, answer.value());
      assertEquals("plain", answer.servedBy().strategy());
      assertTrue(answer.fallbackReason().orElseThrow().contains("bad@1.0.0"));
      assertTrue(millis < 20 * DEADLINE_MILLIS, "took " + millis + " ms");
    }
    StrategyStatus status = status("bad");
    assertEquals(StrategyState.TRIPPED, status.state());
    assertEquals(CircuitState.OPEN, status.circuit());
    assertEquals(5, status.failures());
    assertEquals(10, admin.role("Greeter").orElseThrow().fallbacks());
    assertEquals(0, status("plain").failures());
    boolean lost = behaviour.equals("loops") || behaviour.equals("blocks");
    assertEquals(lost ? 5 : 0, admin.quarantinedThreads());
    assertEquals(lost ? 5 : 0, status.stuckCalls());
  }

  @Tag("slow")
  @Test
  void aHangInTheCallersThreadTripsTheStrategyForLaterCalls() throws Exception {
    felix.install("feature:bad", "bad", "1.0.0", "loops").start();
    admin.select(BAD, TESTER, "test");
    Thread victim = new Thread(this::greet, "victim");
    victim.setDaemon(true);
    victim.start();
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (status("bad").circuit() != CircuitState.OPEN && System.nanoTime() < end) {
      Thread.sleep(20);
    }
    assertEquals(CircuitState.OPEN, status("bad").circuit());
    assertEquals(1, status("bad").stuckCalls());
    assertTrue(status("bad").lastFailure().orElseThrow().contains("did not return"));
    assertEquals("plain", greet().servedBy().strategy());
  }

  @ParameterizedTest
  @CsvSource({"feature", "file"})
  @Timeout(20)
  void aCallThatStopsItsOwnProviderDoesNotWaitForItself(String where) throws Exception {
    Bundle bad = felix.install(where + ":bad", "bad", "1.0.0", "stops-itself");
    bad.start();
    admin.select(BAD, TESTER, "test");
    long began = System.nanoTime();
    Routed<Double> answer = call(5_000);
    assertEquals(42.0, answer.value());
    assertTrue(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began) < 5);
    assertEquals(Bundle.RESOLVED, bad.getState());
    assertEquals("plain", greet().servedBy().strategy());
  }

  @Test
  void drainingFromWithinACallOfThatStrategyIsRefused() throws Exception {
    felix.install("feature:bad", "bad", "1.0.0", "twice").start();
    admin.select(BAD, TESTER, "test");
    RoutingException e =
        assertThrows(
            RoutingException.class,
            () ->
                router.call(
                    Greeter.class,
                    CallOptions.<Integer>within(1_000).only(BAD),
                    g -> admin.drain(BAD, 10_000, TESTER, "from within")));
    RoutingException refused = (RoutingException) e.getCause();
    assertEquals(RoutingException.Code.REFUSED, refused.code());
  }

  @Test
  void restoreBringsATrippedStrategyBack() throws Exception {
    felix.install("feature:bad", "bad", "1.0.0", "throws").start();
    admin.select(BAD, TESTER, "test");
    for (int i = 0; i < 6; i++) {
      greet();
    }
    assertEquals(StrategyState.TRIPPED, status("bad").state());
    admin.restore(BAD, TESTER, "try again");
    assertEquals(StrategyState.PRIMARY, status("bad").state());
  }

  @Test
  void withoutAnyStrategyTheMessageNamesTheRole() {
    RoutingException e =
        assertThrows(
            RoutingException.class,
            () -> router.call(Runnable.class, CallOptions.<String>within(100), r -> "never"));
    assertEquals(RoutingException.Code.NO_STRATEGY, e.code());
    assertTrue(e.getMessage().contains("Runnable"));
  }

  @Test
  void anUnknownStrategyIsNotSelected() {
    RoutingException e =
        assertThrows(RoutingException.class, () -> admin.select(BAD, TESTER, "test"));
    assertEquals(RoutingException.Code.UNKNOWN_STRATEGY, e.code());
    assertFalse(greet().fallback());
  }

  private Routed<Double> greet() {
    return call(DEADLINE_MILLIS);
  }

  private Routed<Double> call(long deadlineMillis) {
    CallOptions<Double> options =
        CallOptions.<Double>within(deadlineMillis)
            .checkedBy(
                v -> Double.isFinite(v) ? Optional.empty() : Optional.of("the answer is " + v));
    return router.call(Greeter.class, options, g -> g.greet(21));
  }

  private StrategyStatus status(String strategy) {
    return admin.role("Greeter").orElseThrow().strategies().stream()
        .filter(s -> s.ref().strategy().equals(strategy))
        .findFirst()
        .orElseThrow();
  }
}

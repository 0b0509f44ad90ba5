package souk.kernel.runtime.felix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleWiring;
import souk.kernel.api.Actor;
import souk.kernel.api.AuditQuery;
import souk.kernel.api.AuditTrail;
import souk.kernel.api.CallOptions;
import souk.kernel.api.CanaryPlan;
import souk.kernel.api.DrainReport;
import souk.kernel.api.RoleStatus;
import souk.kernel.api.RouterAdmin;
import souk.kernel.api.RoutingException;
import souk.kernel.api.StrategyRef;
import souk.kernel.api.StrategyRouter;
import souk.kernel.api.StrategyState;
import souk.kernel.api.TrialStatus;
import souk.kernel.api.TrialStatus.Verdict;
import souk.kernel.api.Trials;
import souk.kernel.runtime.felix.spi.Greeter;
import souk.kernel.spi.RoleProbe;

/** Trials with real bundles in a real framework. */
@Timeout(120)
class TrialsInFelixTest {
  private static final Actor TESTER = new Actor("tester", "test");

  @TempDir Path state;
  private TestFelix felix;
  private StrategyRouter router;
  private RouterAdmin admin;
  private Trials trials;

  @BeforeEach
  void start() throws Exception {
    open();
    felix.installBuiltIn("feature:plain", "plain", "twice").start();
  }

  private void open() throws Exception {
    felix = new TestFelix(state, Map.of());
    router = felix.service(StrategyRouter.class);
    admin = felix.service(RouterAdmin.class);
    trials = felix.service(Trials.class);
  }

  @AfterEach
  void stop() throws Exception {
    felix.close();
  }

  /**
   * A shadow's bundle is taken away under load: nobody fails, nothing blocks, nothing stays. Who
   * throws comes first, while no call is remembered that a warm-up would try it on.
   */
  @Test
  void aShadowMayBeUninstalledUnderLoadAndLeavesNothing() throws Exception {
    for (String behaviour : List.of("throws", "twice", "slow")) {
      Bundle bundle = felix.install("file:" + behaviour, "candidate", "1.0.0", behaviour);
      bundle.start();
      WeakReference<ClassLoader> loader =
          new WeakReference<>(bundle.adapt(BundleWiring.class).getClassLoader());
      trials.shadow(ref("candidate"), TESTER, behaviour);
      try (Callers callers = new Callers(router, 4)) {
        await("copies", () -> trial().calls() > 20);
        long began = System.nanoTime();
        bundle.uninstall();
        assertTrue(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began) < 8);
        felix.refresh(bundle);
        callers.awaitCalls(20);
        assertEquals(List.of(), callers.stop());
      }
      trials.stop(ref("candidate"), TESTER, "enough");
      bundle = null;
      await(
          "the class loader",
          () -> {
            System.gc();
            return loader.get() == null;
          });
    }
  }

  @Test
  void aFailingCanaryIsTakenBackWithinTenSecondsWithoutAnyoneNoticing() throws Exception {
    felix.install("file:bad", "candidate", "1.0.0", "throws").start();
    trials.canary(ref("candidate"), CanaryPlan.builder(0.5).exposures(500).build(), TESTER, "try");
    try (Callers callers = new Callers(router, 4)) {
      long began = System.nanoTime();
      await("the verdict", () -> trial().verdict() == Verdict.STOPPED_ERRORS);
      AuditTrail audit = felix.service(AuditTrail.class);
      AuditQuery ends = AuditQuery.builder().kind("trial-stop").actor("guardrail").build();
      await("the audit", () -> !audit.entries(ends, 1).isEmpty());
      assertTrue(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began) < 10);
      assertEquals(List.of(), callers.stop());
    }
    felix.close();
    open();
    assertEquals(Verdict.STOPPED_ERRORS, trial().verdict());
    assertTrue(admin.role("Greeter").orElseThrow().traffic().canary().isEmpty());
  }

  @Test
  void rollingBackSelectsThePrimaryBeforeAlsoAfterARestart() throws Exception {
    assertThrows(RoutingException.class, () -> admin.rollBack("Greeter", TESTER, "nothing there"));
    felix.install("feature:next", "next", "1.0.0", "twice").start();
    admin.select(ref("next"), TESTER, "better");
    assertEquals(Optional.of(ref("plain")), admin.previous("Greeter"));
    felix.close();
    open();
    assertEquals(Optional.of(ref("plain")), admin.previous("Greeter"));
    RoleStatus back = admin.rollBack("Greeter", TESTER, "worse after all");
    assertEquals(Optional.of(ref("plain")), back.traffic().primary());
    assertEquals(Optional.of(ref("next")), admin.previous("Greeter"));
    assertEquals(
        1,
        felix
            .service(AuditTrail.class)
            .entries(AuditQuery.builder().kind("rollback").build(), 9)
            .size());
    admin.rollBack("Greeter", TESTER, "and again");
    assertEquals(Optional.of(ref("next")), admin.role("Greeter").orElseThrow().serving());
  }

  @Test
  void aSelectedStrategyWhoseBundleIsGoneIsShownAsAbsent() throws Exception {
    Bundle next = felix.install("feature:next", "next", "1.0.0", "twice");
    next.start();
    admin.select(ref("next"), TESTER, "better");
    next.uninstall();
    RoleStatus role = admin.role("Greeter").orElseThrow();
    assertEquals(StrategyState.ABSENT, role.strategies().get(0).state());
    assertEquals(ref("next"), role.strategies().get(0).ref());
    assertEquals(Optional.of(ref("plain")), role.serving());
    DrainReport drain = admin.drains("Greeter").get(0);
    assertTrue(drain.leaving());
    assertEquals(0, drain.left());
    assertEquals(ref("next"), drain.strategy());
  }

  @Tag("slow")
  @Test
  void recentCallsAreRepeatedOnAStrategyBeforeItServes() throws Exception {
    for (int i = 0; i < 5; i++) {
      greet();
      Thread.sleep(300);
    }
    felix.install("feature:good", "good", "1.0.0", "twice").start();
    assertTrue(admin.warmUp(ref("good")).replayed() >= 3);
    assertTrue(admin.warmUp(ref("good")).maxMicros() > 0);
    felix.install("feature:bad", "bad", "1.0.0", "nan").start();
    RoutingException e =
        assertThrows(RoutingException.class, () -> admin.select(ref("bad"), TESTER, "no"));
    assertEquals(RoutingException.Code.SELF_TEST_FAILED, e.code());
    assertTrue(e.getMessage().contains("repeating a recent call"), e.getMessage());
    Bundle any = felix.install("feature:any", "any", "1.0.0", "twice");
    any.start();
    any.stop();
    assertEquals(0, admin.warmUp(ref("good")).replayed(), "calls are forgotten with any bundle");
  }

  @Test
  void aRoleCalledByNameHasNoTrialsAndOnlyServingStrategies() throws Exception {
    felix.install("feature:next", "next", "1.0.0", "twice").start();
    felix
        .context()
        .registerService(
            RoleProbe.class,
            new RoleProbe() {
              @Override
              public String role() {
                return "Greeter";
              }

              @Override
              public Optional<String> probe(Object strategy) {
                return Optional.empty();
              }

              @Override
              public boolean calledByName() {
                return true;
              }
            },
            null);
    RoleStatus role = admin.role("Greeter").orElseThrow();
    assertTrue(role.calledByName());
    assertTrue(role.serving().isEmpty());
    assertTrue(role.strategies().stream().allMatch(s -> s.state() == StrategyState.PRIMARY));
    RoutingException e =
        assertThrows(RoutingException.class, () -> trials.shadow(ref("next"), TESTER, "no"));
    assertEquals(RoutingException.Code.REFUSED, e.code());
  }

  private void greet() {
    CallOptions<Double> options =
        CallOptions.<Double>within(1_000)
            .checkedBy(v -> v.isNaN() ? Optional.of("NaN") : Optional.empty());
    assertFalse(router.call(Greeter.class, options, g -> g.greet(21)).fallback());
  }

  private TrialStatus trial() {
    return trials.trials("Greeter").get(0);
  }

  private static void await(String what, BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("Waited in vain for " + what + ".");
      }
      Thread.sleep(20);
    }
  }

  private static StrategyRef ref(String strategy) {
    return new StrategyRef("Greeter", strategy, "1.0.0");
  }
}

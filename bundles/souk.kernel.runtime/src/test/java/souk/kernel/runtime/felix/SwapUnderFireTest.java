package souk.kernel.runtime.felix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Dictionary;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import souk.kernel.api.Actor;
import souk.kernel.api.AuditQuery;
import souk.kernel.api.AuditTrail;
import souk.kernel.api.CallOptions;
import souk.kernel.api.Routed;
import souk.kernel.api.RouterAdmin;
import souk.kernel.api.RoutingException;
import souk.kernel.api.StrategyRef;
import souk.kernel.api.StrategyRouter;
import souk.kernel.runtime.felix.spi.Greeter;
import souk.kernel.spi.RoleProbe;

/** Strategies are stopped, updated, uninstalled and exchanged while eight threads call. */
class SwapUnderFireTest {
  private static final AuditQuery SELECTIONS = AuditQuery.builder().kind("selection").build();
  private static final Actor TESTER = new Actor("tester", "test");

  @TempDir Path state;
  private TestFelix felix;
  private StrategyRouter router;
  private RouterAdmin admin;

  @BeforeEach
  void start() throws Exception {
    felix = new TestFelix(state, Map.of());
    router = felix.service(StrategyRouter.class);
    admin = felix.service(RouterAdmin.class);
  }

  @AfterEach
  void stop() throws Exception {
    felix.close();
  }

  @Tag("slow")
  @Test
  void stoppingUpdatingAndUninstallingFailsNoCall() throws Exception {
    felix.installBuiltIn("feature:plain", "plain", "twice").start();
    for (String location : List.of("feature:slow", "file:slow")) {
      Bundle slow = felix.install(location, "slow", "1.0.0", "slow");
      slow.start();
      admin.select(ref("slow", "1.0.0"), TESTER, "test");
      try (Callers callers = new Callers(router, 8)) {
        callers.awaitCalls(100);
        for (int i = 0; i < 5; i++) {
          slow.stop();
          slow.start();
          callers.awaitCalls(40);
          slow.update(TestFelix.jar("slow", "1.0.0", "slow", false));
          felix.refresh(slow);
          callers.awaitCalls(40);
        }
        slow.uninstall();
        callers.awaitCalls(40);
        assertEquals(List.of(), callers.stop());
      }
    }
    assertTrue(admin.role("Greeter").orElseThrow().fallbacks() > 0);
  }

  @Test
  void updatingTheOnlyStrategyFailsNoCall() throws Exception {
    Bundle only = felix.installBuiltIn("feature:only", "only", "twice");
    only.start();
    try (Callers callers = new Callers(router, 8)) {
      for (int i = 0; i < 10; i++) {
        callers.awaitCalls(500);
        only.update(TestFelix.jar("only", "1.0.0", "twice", true));
        felix.refresh(only);
      }
      assertEquals(List.of(), callers.stop());
    }
  }

  @Tag("slow")
  @Test
  void hundredSwapsSideBySideNeverMixNeverFallBackAndLeakNothing() throws Exception {
    felix.installBuiltIn("feature:plain", "plain", "twice").start();
    List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
    Bundle current = felix.install("feature:v0", "good", "1.0.0", "twice");
    current.start();
    admin.select(ref("good", "1.0.0"), TESTER, "first");
    long before = admin.role("Greeter").orElseThrow().fallbacks();
    try (Callers callers = new Callers(router, 8)) {
      for (int i = 1; i <= 100; i++) {
        current = swap(current, i, loaders);
        callers.awaitCalls(20);
      }
      assertEquals(List.of(), callers.stop());
    }
    assertEquals(before, admin.role("Greeter").orElseThrow().fallbacks());
    assertEquals(101, felix.service(AuditTrail.class).entries(SELECTIONS, 1_000).size());
    assertEquals(0, alive(loaders));
  }

  private Bundle swap(Bundle current, int i, List<WeakReference<ClassLoader>> loaders)
      throws BundleException, IOException, InterruptedException {
    String version = "1." + i + ".0";
    // Every other version comes from a stranger and runs in the pool.
    String location = (i % 2 == 0 ? "feature:v" : "file:v") + i;
    Bundle next = felix.install(location, "good", version, "twice");
    next.start();
    admin.select(ref("good", version), TESTER, "swap " + i);
    StrategyRef old = ref("good", "1." + (i - 1) + ".0");
    assertEquals(0, admin.drain(old, 5_000, TESTER, "swap " + i));
    loaders.add(new WeakReference<>(current.adapt(BundleWiring.class).getClassLoader()));
    current.stop();
    current.uninstall();
    felix.refresh(current);
    return next;
  }

  private static long alive(List<WeakReference<ClassLoader>> loaders) throws InterruptedException {
    long alive = loaders.size();
    for (int i = 0; i < 60 && alive > 0; i++) {
      System.gc();
      Thread.sleep(100);
      alive = loaders.stream().filter(l -> l.get() != null).count();
    }
    return alive;
  }

  @Test
  void selectionSurvivesARestartAndWaitsForItsBundle() throws Exception {
    felix.installBuiltIn("feature:plain", "plain", "twice").start();
    Bundle chosen = felix.install("feature:chosen", "chosen", "2.0.0", "twice");
    chosen.start();
    admin.select(ref("chosen", "2.0.0"), TESTER, "for good");
    chosen.stop();
    felix.close();

    felix = new TestFelix(state, Map.of());
    router = felix.service(StrategyRouter.class);
    admin = felix.service(RouterAdmin.class);
    Routed<Double> meanwhile = greet();
    assertEquals("plain", meanwhile.servedBy().strategy());
    assertTrue(meanwhile.fallback());
    for (Bundle bundle : felix.context().getBundles()) {
      if (bundle.getLocation().equals("feature:chosen")) {
        bundle.start();
      }
    }
    assertEquals("chosen", greet().servedBy().strategy());
    assertEquals(
        "tester", felix.service(AuditTrail.class).entries(SELECTIONS, 1).get(0).actor().name());
  }

  @Test
  void anEditedConfigurationSelects() throws Exception {
    felix.installBuiltIn("feature:plain", "plain", "twice").start();
    felix.install("feature:other", "other", "1.0.0", "twice").start();
    admin.select(ref("plain", "1.0.0"), TESTER, "first");
    Configuration configuration =
        felix.service(ConfigurationAdmin.class).getConfiguration("souk.kernel.router", "?");
    Dictionary<String, Object> properties = configuration.getProperties();
    assertEquals("plain@1.0.0", properties.get("primary.Greeter"));
    properties.put("primary.Greeter", "other@1.0.0");
    configuration.update(properties);
    for (int i = 0; i < 500 && !greet().servedBy().strategy().equals("other"); i++) {
      Thread.sleep(10);
    }
    assertEquals("other", greet().servedBy().strategy());
    assertEquals(
        "configuration",
        felix.service(AuditTrail.class).entries(SELECTIONS, 1).get(0).actor().name());
  }

  @Test
  void aFailedSelfTestChangesNothing() throws Exception {
    felix.installBuiltIn("feature:plain", "plain", "twice").start();
    felix.install("file:bad", "bad", "1.0.0", "nan").start();
    admin.select(ref("plain", "1.0.0"), TESTER, "first");
    RoleProbe probe =
        new RoleProbe() {
          @Override
          public String role() {
            return "Greeter";
          }

          @Override
          public Optional<String> probe(Object strategy) {
            double answer = ((Greeter) strategy).greet(1);
            return answer == 2 ? Optional.empty() : Optional.of("1 became " + answer);
          }
        };
    felix.context().registerService(RoleProbe.class, probe, null);
    RoutingException e =
        assertThrows(
            RoutingException.class, () -> admin.select(ref("bad", "1.0.0"), TESTER, "try"));
    assertEquals(RoutingException.Code.SELF_TEST_FAILED, e.code());
    assertTrue(e.getMessage().contains("1 became NaN"));
    assertEquals("plain", greet().servedBy().strategy());
    assertEquals(1, felix.service(AuditTrail.class).entries(SELECTIONS, 9).size());
    admin.warm(ref("plain", "1.0.0"));
  }

  private Routed<Double> greet() {
    return router.call(Greeter.class, CallOptions.within(1_000), g -> g.greet(21));
  }

  private static StrategyRef ref(String strategy, String version) {
    return new StrategyRef("Greeter", strategy, version);
  }
}

package souk.kernel.runtime.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static souk.kernel.runtime.routing.TrialShop.ZOE;
import static souk.kernel.runtime.routing.TrialShop.await;
import static souk.kernel.runtime.routing.TrialShop.ref;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import souk.kernel.api.AuditEntry;
import souk.kernel.api.CanaryPlan;
import souk.kernel.api.Routed;
import souk.kernel.api.RoutingException;
import souk.kernel.api.StrategyState;
import souk.kernel.api.TrialStatus;
import souk.kernel.api.TrialStatus.Verdict;

@Timeout(60)
class CanaryTest {
  /** Microseconds; a busy machine makes no call slow in these tests. */
  private static final long CALM = 900_000;

  @TempDir Path folder;
  private TrialShop shop;
  private final Random random = new Random(7);

  @BeforeEach
  void open() {
    shop = new TrialShop(folder);
    shop.add("plain", true, basket -> basket * 0.3);
  }

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void aTenthLessMarginIsStoppedWithinTheBudgetAndWrittenDown() {
    shop.add("worse", false, basket -> basket * 0.27);
    shop.desk.canary(ref("worse"), plan(0.2), ZOE, "try");
    assertEquals(StrategyState.CANARY, state("worse"));
    run("worse");
    TrialStatus trial = shop.trial("worse");
    assertEquals(Verdict.STOPPED_WORSE, trial.verdict());
    assertTrue(trial.exposures() <= 500, "exposures " + trial.exposures());
    await("the audit", () -> shop.audit("trial-stop").size() == 1);
    AuditEntry entry = shop.audit("trial-stop").get(0);
    assertEquals("guardrail", entry.actor().name());
    assertTrue(entry.reason().contains("Margin is -10.0 %"), entry.reason());
    assertEquals(Optional.of("plain@1.0.0 serves all traffic"), entry.after());
    for (int i = 0; i < 500; i++) {
      assertEquals("plain", shop.session("after" + i, 10).servedBy().strategy());
    }
  }

  @Test
  void anEqualCandidatePassesAndIsPromotedIfThatWasAskedFor() {
    shop.add("equal", false, basket -> basket * 0.3);
    CanaryPlan plan = CanaryPlan.builder(0.5).exposures(300).latency(3, CALM).promote(true).build();
    shop.desk.canary(ref("equal"), plan, ZOE, "try");
    run("equal");
    TrialStatus trial = shop.trial("equal");
    assertEquals(Verdict.PASSED, trial.verdict());
    assertEquals(300, trial.exposures());
    await("promotion", () -> shop.role.selected().equals(Optional.of(ref("equal"))));
  }

  @Test
  void aCandidateThatIsNeitherProvenGoodNorBadLeavesWhenTheBudgetIsUsed() {
    shop.add("noisy", false, basket -> basket * 0.3 * (1 + random.nextGaussian()));
    CanaryPlan plan =
        CanaryPlan.builder(0.5).exposures(60).latency(3, CALM).errorLimit(0.5).build();
    shop.desk.canary(ref("noisy"), plan, ZOE, "try");
    run("noisy");
    assertEquals(Verdict.BUDGET_USED, shop.trial("noisy").verdict());
    assertEquals("plain", shop.session("x", 1).servedBy().strategy());
  }

  @Test
  void callersNeverSeeACandidateFail() {
    shop.add("bad", false, basket -> basket % 2 == 0 ? -1 : failed());
    shop.desk.canary(ref("bad"), plan(0.3), ZOE, "try");
    int sessions = 0;
    while (shop.trial("bad").verdict() == Verdict.RUNNING && sessions++ < 10_000) {
      Routed<Double> answer = shop.session("k" + sessions, sessions);
      assertEquals("plain", answer.servedBy().strategy());
      assertFalse(answer.fallback(), "the primary is no fallback");
    }
    TrialStatus trial = shop.trial("bad");
    assertEquals(Verdict.STOPPED_ERRORS, trial.verdict());
    assertTrue(trial.errors() <= 5, "errors " + trial.errors());
  }

  @Tag("slow")
  @Test
  void aSlowCandidateIsStopped() {
    shop.add(
        "slow",
        false,
        basket -> {
          Thread.sleep(150);
          return basket * 0.3;
        });
    CanaryPlan plan = CanaryPlan.builder(0.5).latency(1, 5_000).build();
    shop.desk.canary(ref("slow"), plan, ZOE, "try");
    run("slow");
    TrialStatus trial = shop.trial("slow");
    assertEquals(Verdict.STOPPED_LATENCY, trial.verdict());
    assertTrue(trial.slowCalls() <= 20, "slow calls " + trial.slowCalls());
  }

  @Test
  void theSameKeyStaysOnItsSideAlsoAfterARestartAndTheShareIsKept() {
    shop.add("equal", false, basket -> basket * 0.3);
    CanaryPlan plan = CanaryPlan.builder(0.2).exposures(100_000).latency(3, CALM).build();
    shop.desk.canary(ref("equal"), plan, ZOE, "try");
    Set<String> chosen = new HashSet<>();
    for (int i = 0; i < 5_000; i++) {
      if (shop.session("customer " + i, 1).servedBy().strategy().equals("equal")) {
        chosen.add("customer " + i);
      }
    }
    assertEquals(1_000, chosen.size(), 120);
    shop.settle();
    long used = shop.trial("equal").exposures();
    long measured = shop.trial("equal").metrics().get(0).samples();
    assertTrue(measured > 0);
    shop.close();

    shop = new TrialShop(folder);
    shop.add("plain", true, basket -> basket * 0.3);
    assertEquals("plain", shop.session("before its bundle is there", 1).servedBy().strategy());
    shop.add("equal", false, basket -> basket * 0.3);
    assertEquals(Verdict.RUNNING, shop.trial("equal").verdict());
    assertEquals(used, shop.trial("equal").exposures());
    assertEquals(measured, shop.trial("equal").metrics().get(0).samples());
    for (int i = 0; i < 500; i++) {
      boolean candidate = shop.session("customer " + i, 1).servedBy().strategy().equals("equal");
      assertEquals(chosen.contains("customer " + i), candidate);
    }
  }

  @Test
  void aStoppedCanaryIsNotRevivedByARestart() {
    shop.add("worse", false, basket -> basket * 0.2);
    shop.desk.canary(ref("worse"), plan(0.5), ZOE, "try");
    run("worse");
    await("the audit", () -> shop.audit("trial-stop").size() == 1);
    String reason = shop.trial("worse").reason();
    shop.close();

    shop = new TrialShop(folder);
    shop.add("plain", true, basket -> basket * 0.3);
    shop.add("worse", false, basket -> basket * 0.2);
    assertEquals(Verdict.STOPPED_WORSE, shop.trial("worse").verdict());
    assertEquals(reason, shop.trial("worse").reason());
    for (int i = 0; i < 200; i++) {
      assertEquals("plain", shop.session("k" + i, 1).servedBy().strategy());
    }
  }

  @Test
  void theBudgetIsNeverExceededByManyThreads() throws Exception {
    AtomicInteger served = new AtomicInteger();
    shop.add("equal", false, basket -> basket * 0.3);
    CanaryPlan plan = CanaryPlan.builder(1).exposures(777).latency(3, CALM).build();
    shop.desk.canary(ref("equal"), plan, ZOE, "try");
    List<Thread> threads = new ArrayList<>();
    for (int t = 0; t < 8; t++) {
      Thread thread =
          new Thread(
              () -> {
                for (int i = 0; i < 500; i++) {
                  if (shop.session(null, i).servedBy().strategy().equals("equal")) {
                    served.incrementAndGet();
                  }
                }
              });
      thread.start();
      threads.add(thread);
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertTrue(served.get() <= 777 && served.get() > 0, "served " + served.get());
    assertEquals(777, shop.trial("equal").exposures());
  }

  @Test
  void oneCanaryOfARoleAtATimeAndAShadowMayBecomeOne() {
    shop.add("one", false, basket -> basket * 0.3);
    shop.add("two", false, basket -> basket * 0.3);
    shop.desk.shadow(ref("one"), ZOE, "first");
    shop.desk.canary(ref("one"), plan(0.1), ZOE, "then");
    assertThrows(RoutingException.class, () -> shop.desk.canary(ref("two"), plan(0.1), ZOE, "too"));
    assertEquals(1, shop.board.running("Pricer").size());
    shop.desk.stop(ref("one"), ZOE, "enough");
    assertEquals(Verdict.STOPPED_BY_HAND, shop.trial("one").verdict());
    assertEquals("enough", shop.audit("trial-stop").get(0).reason());
    assertEquals("plain", shop.session("x", 1).servedBy().strategy());
    shop.desk.canary(ref("two"), plan(0.1), ZOE, "now");
    shop.board.superseded(ref("two"), ZOE);
    assertEquals(Verdict.SUPERSEDED, shop.trial("two").verdict());
  }

  @Test
  void callsOutsideSessionsAreComparedOneByOne() {
    shop.add("worse", false, basket -> basket * 0.27);
    shop.desk.canary(ref("worse"), plan(0.5), ZOE, "try");
    int calls = 0;
    while (shop.trial("worse").verdict() == Verdict.RUNNING && calls++ < 20_000) {
      shop.call(Math.exp(random.nextGaussian()));
      shop.settle();
    }
    TrialStatus trial = shop.trial("worse");
    assertEquals(Verdict.STOPPED_WORSE, trial.verdict());
    assertTrue(trial.compared() > 30 && trial.agreed() == 0);
  }

  /** Sessions of heavy-tailed baskets until the trial ends. */
  private void run(String candidate) {
    int sessions = 0;
    while (shop.trial(candidate).verdict() == Verdict.RUNNING && sessions++ < 50_000) {
      shop.session("key " + sessions, Math.exp(1.2 * random.nextGaussian()));
      shop.settle();
    }
  }

  private StrategyState state(String id) {
    return Statuses.of(shop.role, false).strategies().stream()
        .filter(s -> s.ref().equals(ref(id)))
        .findFirst()
        .orElseThrow()
        .state();
  }

  private static CanaryPlan plan(double share) {
    return CanaryPlan.builder(share).exposures(2_000).latency(3, CALM).build();
  }

  private static double failed() {
    throw new IllegalStateException("planted");
  }
}

package souk.kernel.runtime.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static souk.kernel.runtime.routing.TrialShop.ZOE;
import static souk.kernel.runtime.routing.TrialShop.await;
import static souk.kernel.runtime.routing.TrialShop.ref;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import souk.kernel.api.CallOptions;
import souk.kernel.api.MetricStatus;
import souk.kernel.api.RoutingException;
import souk.kernel.api.StrategyState;
import souk.kernel.api.TrialStatus;
import souk.kernel.api.TrialStatus.Verdict;

@Timeout(30)
class ShadowTest {
  @TempDir Path folder;
  private TrialShop shop;

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
  void copiesAreComparedAndNeverServed() {
    shop.add("other", false, basket -> basket > 50 ? basket * 0.3 : basket * 0.2);
    shop.desk.shadow(ref("other"), ZOE, "try");
    for (int i = 1; i <= 100; i++) {
      assertEquals("plain", shop.call(i).servedBy().strategy());
      int made = i;
      await("copy " + i, () -> shop.trial("other").compared() == made);
    }
    TrialStatus trial = shop.trial("other");
    assertEquals(50, trial.agreed());
    assertEquals(0, trial.dropped());
    assertEquals(0, trial.exposures());
    assertEquals("primary 15.0, candidate 10.0", trial.disagreements().get(0));
    MetricStatus margin = trial.metrics().get(0);
    assertEquals(100, margin.samples());
    assertEquals(0.3 * 50.5, margin.primaryMean(), 1e-9);
    assertTrue(margin.candidateMean() < margin.primaryMean());
    assertTrue(margin.low() <= margin.relativeDifference());
    assertEquals(Verdict.RUNNING, trial.verdict());
    assertEquals(StrategyState.SHADOW, Statuses.of(shop.role, false).strategies().get(0).state());
    assertEquals(ref("other"), Statuses.of(shop.role, false).traffic().shadows().get(0));
  }

  @Test
  void aSessionIsWorkedOutAgainWithTheShadow() {
    shop.add("other", false, basket -> basket * 0.2);
    shop.desk.shadow(ref("other"), ZOE, "try");
    for (int i = 1; i <= 40; i++) {
      assertEquals("plain", shop.session("k" + i, i).servedBy().strategy());
      shop.settle();
    }
    await("agreement", () -> shop.trial("other").compared() == 40);
    MetricStatus margin = shop.trial("other").metrics().get(0);
    assertEquals(40, margin.samples());
    assertEquals(-1.0 / 3, margin.relativeDifference(), 1e-9);
  }

  @Test
  void aShadowThatThrowsOrAnswersNonsenseIsCountedAndTouchesNobody() {
    shop.add("bad", false, basket -> basket < 20 ? -1 : failed());
    shop.desk.shadow(ref("bad"), ZOE, "try");
    for (int i = 10; i < 30; i++) {
      assertFalse(shop.call(i).fallback());
      int made = i - 9;
      await("copy", () -> shop.trial("bad").calls() == made);
    }
    TrialStatus trial = shop.trial("bad");
    assertEquals(20, trial.errors());
    assertEquals(10, trial.contractViolations());
    assertEquals(Verdict.RUNNING, trial.verdict());
    assertEquals(0, shop.roles.find(ref("bad")).orElseThrow().failures());
  }

  @Tag("slow")
  @Test
  void aShadowThatHangsIsStoppedAndHoldsNobodyUp() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    Slot slot =
        shop.add(
            "hangs",
            false,
            basket -> {
              never.await();
              return 0;
            });
    shop.desk.shadow(ref("hangs"), ZOE, "try");
    await(
        "the end",
        () -> {
          assertEquals("plain", shop.call(1).servedBy().strategy());
          return shop.trial("hangs").verdict() == Verdict.STOPPED_ERRORS;
        });
    await("the audit", () -> shop.audit("trial-stop").size() == 1);
    assertEquals("guardrail", shop.audit("trial-stop").get(0).actor().name());
    shop.role.remove(slot);
    slot.leases().shut();
    assertEquals(0, slot.leases().awaitReturn(2_000, t -> false), "its leases are back");
    never.countDown();
  }

  /** The queue is short: what does not fit is dropped, and callers never wait for it. */
  @Test
  void theCostOfASlowShadowIsBounded() {
    AtomicInteger atOnce = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    shop.add(
        "slow",
        false,
        basket -> {
          most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
          Thread.sleep(5);
          atOnce.decrementAndGet();
          return basket * 0.3;
        });
    shop.desk.shadow(ref("slow"), ZOE, "try");
    for (int i = 0; i < 5_000; i++) {
      shop.call(i);
    }
    TrialStatus trial = shop.trial("slow");
    assertTrue(trial.dropped() > 4_000, "dropped " + trial.dropped());
    assertTrue(most.get() <= 2, "at once " + most.get());
  }

  @Test
  void whatMustNotBeRepeatedIsNotCopied() {
    AtomicInteger asked = new AtomicInteger();
    shop.add("other", false, basket -> asked.incrementAndGet());
    shop.desk.shadow(ref("other"), ZOE, "try");
    for (int i = 0; i < 50; i++) {
      shop.engine.call(TrialShop.Pricer.class, TrialShop.options().once(), p -> p.margin(1), null);
      shop.engine.call(
          TrialShop.Pricer.class,
          CallOptions.<Double>within(100).only(ref("plain")),
          p -> p.margin(1),
          null);
    }
    shop.call(7);
    await("one copy", () -> shop.trial("other").calls() == 1);
    assertEquals(1, asked.get());
  }

  @Test
  void thePrimaryAndStrangersCannotBeTried() {
    assertEquals(
        RoutingException.Code.REFUSED,
        assertThrows(RoutingException.class, () -> shop.desk.shadow(ref("plain"), ZOE, "no"))
            .code());
    assertEquals(
        RoutingException.Code.UNKNOWN_STRATEGY,
        assertThrows(RoutingException.class, () -> shop.desk.shadow(ref("nobody"), ZOE, "no"))
            .code());
    assertThrows(RoutingException.class, () -> shop.desk.stop(ref("plain"), ZOE, "no"));
    assertEquals(0, shop.audit("shadow").size());
  }

  private static double failed() {
    throw new IllegalStateException("planted");
  }
}

package souk.offer.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TurnstileTest {
  @Test
  void neverMoreThanThePlacesAreInsideAndEverybodyGetsIn() throws Exception {
    Turnstile turnstile = new Turnstile(3, 60_000);
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    CountDownLatch three = new CountDownLatch(3);
    ExecutorService threads = Executors.newFixedThreadPool(12);
    try {
      List<Future<Boolean>> all = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        all.add(
            threads.submit(
                () -> {
                  boolean entered = turnstile.enter();
                  most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                  three.countDown();
                  assertTrue(three.await(60, TimeUnit.SECONDS));
                  inside.decrementAndGet();
                  turnstile.leave(entered);
                  return entered;
                }));
      }
      for (Future<Boolean> one : all) {
        assertTrue(one.get(60, TimeUnit.SECONDS));
      }
    } finally {
      threads.shutdownNow();
    }
    assertEquals(3, most.get());
  }

  @Test
  void whoWaitedTooLongGoesInWithoutAPlace() {
    Turnstile turnstile = new Turnstile(1, 1);
    assertTrue(turnstile.enter());
    assertFalse(turnstile.enter());
    turnstile.leave(false);
    assertFalse(turnstile.enter(), "leaving without a place gives none back");
    turnstile.leave(true);
    assertTrue(turnstile.enter());
  }

  @Test
  void whoIsInterruptedGoesInAndStaysInterrupted() {
    Turnstile turnstile = new Turnstile(1, 60_000);
    assertTrue(turnstile.enter());
    Thread.currentThread().interrupt();
    assertFalse(turnstile.enter());
    assertTrue(Thread.interrupted());
  }
}

package souk.kernel.runtime.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A worker that was woken but got no processor must not cost the caller its answer. */
class SecondOfferTest {
  private static final long DEADLINE_NANOS = TimeUnit.SECONDS.toNanos(20);
  private final CountDownLatch processor = new CountDownLatch(1);
  private final AtomicInteger threads = new AtomicInteger();
  private final AtomicInteger calls = new AtomicInteger();

  private IsolatedThread firstWithoutProcessor(Runnable work, String name) {
    boolean first = threads.incrementAndGet() == 1;
    return new IsolatedThread(
        Thread.currentThread().getThreadGroup(),
        () -> {
          if (first) {
            waitForProcessor();
          }
          work.run();
        },
        name);
  }

  private void waitForProcessor() {
    try {
      processor.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void aCallThatNobodyTookUpGoesToASecondWorkerAndRunsOnce() throws Exception {
    try (IsolatedPool pool = new IsolatedPool(1, 1, this::firstWithoutProcessor)) {
      IsolatedTask<Integer> task = pool.start(calls::incrementAndGet, 0);
      assertNotNull(task);
      assertTrue(task.await(Patience.until(System.nanoTime() + DEADLINE_NANOS)));
      assertEquals(1, task.value());
      assertEquals(2, threads.get());
      processor.countDown();
      IsolatedTask<Integer> next = pool.start(() -> 7, DEADLINE_NANOS);
      assertNotNull(next, "the permit came back once");
      assertTrue(next.await(Patience.until(System.nanoTime() + DEADLINE_NANOS)));
      assertEquals(7, next.value());
      assertEquals(1, calls.get());
      assertEquals(0, pool.quarantined());
    }
  }

  @Tag("slow")
  @Test
  void aThreadThatWasInQuarantineServesNobodyElse() throws Exception {
    CountDownLatch back = new CountDownLatch(1);
    processor.countDown();
    try (IsolatedPool pool = new IsolatedPool(1, 1, this::firstWithoutProcessor)) {
      AtomicReference<Thread> lost = new AtomicReference<>();
      IsolatedTask<String> task =
          pool.start(
              () -> {
                lost.set(Thread.currentThread());
                processor.await();
                while (back.getCount() > 0) {
                  Thread.onSpinWait();
                }
                return "late";
              },
              0);
      assertNotNull(task);
      while (lost.get() == null) {
        Thread.sleep(1);
      }
      assertFalse(task.await(Patience.until(System.nanoTime())));
      assertTrue(task.abandon(() -> {}));
      back.countDown();
      Thread thread = lost.get();
      assertNotNull(thread);
      thread.join(TimeUnit.NANOSECONDS.toMillis(DEADLINE_NANOS));
      assertFalse(thread.isAlive());
      assertEquals(0, pool.quarantined());
      IsolatedTask<Thread> next = pool.start(Thread::currentThread, DEADLINE_NANOS);
      assertNotNull(next);
      assertTrue(next.await(Patience.until(System.nanoTime() + DEADLINE_NANOS)));
      assertNotSame(thread, next.value());
    }
  }

  @Test
  void aCallThatRunsIsNotOfferedAgain() throws Exception {
    processor.countDown();
    try (IsolatedPool pool = new IsolatedPool(1, 1, this::firstWithoutProcessor)) {
      IsolatedTask<String> task =
          pool.start(
              () -> {
                Thread.sleep(50);
                return "slow";
              },
              0);
      assertNotNull(task);
      assertTrue(task.await(Patience.until(System.nanoTime() + DEADLINE_NANOS)));
      assertEquals("slow", task.value());
      assertEquals(1, threads.get());
    }
  }
}

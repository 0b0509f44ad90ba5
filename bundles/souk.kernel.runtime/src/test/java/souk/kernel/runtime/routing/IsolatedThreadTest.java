package souk.kernel.runtime.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What a strategy starts on a thread of the pool stays behind the threads that serve. */
class IsolatedThreadTest {
  private static final long DEADLINE_NANOS = TimeUnit.SECONDS.toNanos(20);

  private static <R> R in(IsolatedPool pool, Callable<R> work) throws Exception {
    IsolatedTask<R> task = pool.start(work, DEADLINE_NANOS);
    assertNotNull(task);
    assertTrue(task.await(Patience.until(System.nanoTime() + DEADLINE_NANOS)));
    R value = task.value();
    assertNotNull(value, String.valueOf(task.failure()));
    return value;
  }

  private static int priorityOf(Thread thread) throws InterruptedException {
    thread.start();
    int priority = thread.getPriority();
    thread.join();
    return priority;
  }

  @Test
  void threadsThatAStrategyStartsAreBehind() throws Exception {
    try (IsolatedPool pool = new IsolatedPool(1, 1)) {
      int own = in(pool, () -> priorityOf(new Thread(() -> {})));
      int raised =
          in(
              pool,
              () -> {
                Thread thread = new Thread(() -> {});
                thread.setPriority(Thread.MAX_PRIORITY);
                return priorityOf(thread);
              });
      int pooled =
          in(
              pool,
              () -> {
                ExecutorService executor = Executors.newSingleThreadExecutor();
                try {
                  return executor.submit(() -> Thread.currentThread().getPriority()).get();
                } finally {
                  executor.shutdown();
                }
              });
      assertEquals(IsolatedThread.PRIORITY_OF_STARTED, own);
      assertEquals(IsolatedThread.PRIORITY_OF_STARTED, raised);
      assertEquals(IsolatedThread.PRIORITY_OF_STARTED, pooled);
    }
  }

  @Test
  void threadsOfTheKernelAreNot() throws Exception {
    try (IsolatedPool pool = new IsolatedPool(2, 1)) {
      assertEquals(Thread.NORM_PRIORITY, in(pool, () -> Thread.currentThread().getPriority()));
      int nested = in(pool, () -> in(pool, () -> Thread.currentThread().getPriority()));
      assertEquals(Thread.NORM_PRIORITY, nested);
    }
  }

  @Test
  void aThreadWhosePriorityWasChangedServesNobodyElse() throws Exception {
    try (IsolatedPool pool = new IsolatedPool(1, 1)) {
      Thread first =
          in(
              pool,
              () -> {
                Thread.currentThread().setPriority(Thread.MIN_PRIORITY);
                return Thread.currentThread();
              });
      first.join(TimeUnit.NANOSECONDS.toMillis(DEADLINE_NANOS));
      assertFalse(first.isAlive());
      Thread next = in(pool, Thread::currentThread);
      assertNotSame(first, next);
      assertEquals(Thread.NORM_PRIORITY, next.getPriority());
    }
  }
}

package souk.kernel.runtime.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Callers get a place in a full pool in the order in which they came. */
@Timeout(60)
class TurnsTest {
  private static final long DEADLINE_NANOS = TimeUnit.SECONDS.toNanos(30);
  private static final int CALLERS = 8;

  @Test
  void nobodyOvertakesWhoWaits() throws Exception {
    List<Integer> served = new CopyOnWriteArrayList<>();
    List<Thread> callers = new ArrayList<>();
    CountDownLatch open = new CountDownLatch(1);
    try (IsolatedPool pool = new IsolatedPool(1, 1)) {
      IsolatedTask<Boolean> holder = pool.start(() -> open.await(30, TimeUnit.SECONDS), 0);
      assertNotNull(holder);
      for (int caller = 0; caller < CALLERS; caller++) {
        int number = caller;
        Thread thread =
            new Thread(
                () -> {
                  IsolatedTask<Boolean> task = pool.start(() -> served.add(number), DEADLINE_NANOS);
                  if (task != null) {
                    task.await(Patience.until(System.nanoTime() + DEADLINE_NANOS));
                  }
                });
        callers.add(thread);
        thread.start();
        while (thread.getState() != Thread.State.TIMED_WAITING) {
          Thread.sleep(1);
        }
      }
      assertNull(pool.start(() -> served.add(CALLERS), 0), "who comes later and does not wait");
      open.countDown();
      for (Thread caller : callers) {
        caller.join();
      }
      assertTrue(holder.await(Patience.until(System.nanoTime() + DEADLINE_NANOS)));
      assertEquals(List.of(0, 1, 2, 3, 4, 5, 6, 7), served);
    }
  }
}

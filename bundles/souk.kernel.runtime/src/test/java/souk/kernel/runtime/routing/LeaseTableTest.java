package souk.kernel.runtime.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class LeaseTableTest {
  @Test
  void moreLeasesThanCellsAreStillCounted() {
    LeaseTable table = new LeaseTable();
    List<Integer> leases = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      leases.add(table.acquire(Thread.currentThread()));
    }
    assertEquals(500, table.inFlight());
    table.shut();
    assertEquals(LeaseTable.REFUSED, table.acquire(Thread.currentThread()));
    leases.forEach(table::release);
    assertEquals(0, table.inFlight());
    assertEquals(0, table.awaitReturn(0, t -> false));
  }

  @Test
  void ownLeasesAreNotWaitedFor() {
    LeaseTable table = new LeaseTable();
    assertNotEquals(LeaseTable.REFUSED, table.acquire(Thread.currentThread()));
    table.shut();
    assertEquals(1, table.awaitReturn(20, t -> false));
    assertEquals(0, table.awaitReturn(20, t -> t == Thread.currentThread()));
  }

  /** After the wait says that nobody is inside, nobody may be inside, ever. */
  @RepeatedTest(20)
  void nobodyIsInsideAfterTheGateWasShutAndEmpty() throws InterruptedException {
    LeaseTable table = new LeaseTable();
    AtomicInteger inside = new AtomicInteger();
    AtomicLong entered = new AtomicLong();
    AtomicInteger violations = new AtomicInteger();
    boolean[] closed = new boolean[1];
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      Thread thread =
          new Thread(
              () -> {
                while (true) {
                  int lease = table.acquire(Thread.currentThread());
                  if (lease == LeaseTable.REFUSED) {
                    return;
                  }
                  inside.incrementAndGet();
                  if (closed[0]) {
                    violations.incrementAndGet();
                  }
                  entered.incrementAndGet();
                  inside.decrementAndGet();
                  table.release(lease);
                }
              });
      thread.start();
      threads.add(thread);
    }
    while (entered.get() < 1_000) {
      Thread.onSpinWait();
    }
    table.shut();
    assertEquals(0, table.awaitReturn(10_000, t -> false));
    closed[0] = true;
    assertEquals(0, inside.get());
    for (Thread thread : threads) {
      thread.join();
    }
    assertEquals(0, violations.get());
    assertTrue(entered.get() >= 1_000);
  }

  @Test
  void overdueCallsAreFoundAfterTheirGrace() {
    LeaseTable table = new LeaseTable();
    int lease = table.acquire(Thread.currentThread());
    table.callStarted(lease, 1_000);
    assertEquals(null, table.overdue(1_400, 500));
    assertEquals(Thread.currentThread(), table.overdue(1_501, 500));
    table.callEnded(lease);
    assertEquals(null, table.overdue(9_999, 500));
  }
}

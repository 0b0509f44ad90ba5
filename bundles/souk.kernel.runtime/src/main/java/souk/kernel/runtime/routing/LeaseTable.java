package souk.kernel.runtime.routing;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Who uses a strategy now. A lease is a cell that names its owner and, while a call runs in the
 * owner's thread, the call's deadline. Taking and giving back cost one uncontended compare-and-set.
 * Shutting the gate and then waiting is sound because both sides use volatile accesses: a taker
 * either sees the gate shut or is seen by the waiter.
 */
final class LeaseTable {
  static final int REFUSED = -1;
  private static final int OVERFLOW = -2;
  private static final int CELLS = 128;
  private static final int PROBES = 24;
  private static final long IDLE = 0;

  private final AtomicReferenceArray<@Nullable Thread> owners = new AtomicReferenceArray<>(CELLS);
  private final AtomicLongArray deadlines = new AtomicLongArray(CELLS);
  private final AtomicInteger overflow = new AtomicInteger();
  private final Object returned = new Object();
  private volatile boolean shut;

  /** Returns a lease, or {@link #REFUSED} while the gate is shut. */
  int acquire(Thread owner) {
    int first = (int) ((owner.getId() * 0x9E3779B97F4A7C15L) >>> 57);
    int lease = OVERFLOW;
    for (int i = 0; i < PROBES; i++) {
      int cell = (first + i) & (CELLS - 1);
      if (owners.get(cell) == null && owners.compareAndSet(cell, null, owner)) {
        lease = cell;
        break;
      }
    }
    if (lease == OVERFLOW) {
      overflow.incrementAndGet();
    }
    if (shut) {
      release(lease);
      return REFUSED;
    }
    return lease;
  }

  void release(int lease) {
    if (lease == OVERFLOW) {
      overflow.decrementAndGet();
    } else {
      deadlines.set(lease, IDLE);
      owners.set(lease, null);
    }
    if (shut) {
      synchronized (returned) {
        returned.notifyAll();
      }
    }
  }

  /** Notes that the owner's thread now runs a call which should end at this nano time. */
  void callStarted(int lease, long deadlineNanos) {
    if (lease >= 0) {
      deadlines.setRelease(lease, deadlineNanos == IDLE ? 1 : deadlineNanos);
    }
  }

  void callEnded(int lease) {
    if (lease >= 0) {
      deadlines.setRelease(lease, IDLE);
    }
  }

  void shut() {
    shut = true;
  }

  void open() {
    shut = false;
  }

  boolean isShut() {
    return shut;
  }

  int inFlight() {
    int count = overflow.get();
    for (int i = 0; i < CELLS; i++) {
      if (owners.get(i) != null) {
        count++;
      }
    }
    return count;
  }

  boolean heldByAny(Predicate<Thread> which) {
    for (int i = 0; i < CELLS; i++) {
      Thread owner = owners.get(i);
      if (owner != null && which.test(owner)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Waits until no lease is out but those of the excepted owners; the gate must be shut.
   *
   * @return leases still out when the time was up
   */
  int awaitReturn(long timeoutMillis, Predicate<Thread> except) {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(timeoutMillis);
    boolean interrupted = false;
    int out;
    synchronized (returned) {
      while ((out = outstanding(except)) > 0 && !interrupted) {
        long leftMillis = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        if (leftMillis <= 0) {
          break;
        }
        try {
          returned.wait(Math.min(leftMillis, 100));
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return out;
  }

  /** First owner whose call runs longer than the grace after its deadline, or null. */
  @Nullable Thread overdue(long nowNanos, long graceNanos) {
    for (int i = 0; i < CELLS; i++) {
      long deadline = deadlines.get(i);
      if (deadline != IDLE && nowNanos - deadline > graceNanos) {
        return owners.get(i);
      }
    }
    return null;
  }

  private int outstanding(Predicate<Thread> except) {
    int count = overflow.get();
    for (int i = 0; i < CELLS; i++) {
      Thread owner = owners.get(i);
      if (owner != null && !except.test(owner)) {
        count++;
      }
    }
    return count;
  }
}

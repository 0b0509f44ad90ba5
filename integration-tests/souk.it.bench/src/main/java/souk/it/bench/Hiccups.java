package souk.it.bench;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * A thread that wants to wake up every millisecond and notes how late it is: what the machine and
 * this process do to a thread that asks for nothing. A latency of the platform that lies below is
 * not the platform's.
 */
final class Hiccups implements AutoCloseable {
  private static final long PERIOD_NANOS = 1_000_000;

  private final AtomicLong worstNanos = new AtomicLong();
  private final AtomicLong lostNanos = new AtomicLong();
  private final Thread thread = new Thread(this::watch, "hiccups");
  private volatile boolean closed;

  Hiccups() {
    thread.setDaemon(true);
    thread.start();
  }

  private void watch() {
    while (!closed) {
      long before = System.nanoTime();
      LockSupport.parkNanos(PERIOD_NANOS);
      long late = System.nanoTime() - before - PERIOD_NANOS;
      worstNanos.accumulateAndGet(late, Math::max);
      if (late > 10 * PERIOD_NANOS) {
        lostNanos.addAndGet(late);
      }
    }
  }

  double worstMillis() {
    return worstNanos.get() / 1e6;
  }

  /** Sum of all that were later than 10 ms. */
  double lostMillis() {
    return lostNanos.get() / 1e6;
  }

  @Override
  public void close() {
    closed = true;
  }
}

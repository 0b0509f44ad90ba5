package souk.kernel.runtime.routing;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Whether a worker that does not come back works at all. One that could run, but got less than a
 * quarter of the processor's time since it was first looked at, waits for a processor: the machine
 * is late, not the strategy. One that sleeps or waits for a lock is late.
 */
final class Progress {
  private static final long UNKNOWN = -1;
  private static final long LEAST_SHARE = 4;
  private static final long BURNT_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

  private final ToLongFunction<Thread> processorNanos;
  private long firstNanos;
  private long firstProcessorNanos = UNKNOWN;

  Progress() {
    this(Progress::ofThread);
  }

  /**
   * @param processorNanos processor time that a thread has used; negative if nobody knows
   */
  Progress(ToLongFunction<Thread> processorNanos) {
    this.processorNanos = processorNanos;
  }

  /** Looks for the first time; later looks change nothing. */
  synchronized void look(@Nullable Thread worker, long nowNanos) {
    if (worker != null && firstProcessorNanos < 0) {
      firstProcessorNanos = processorNanos.applyAsLong(worker);
      firstNanos = nowNanos;
    }
  }

  synchronized boolean starved(@Nullable Thread worker, long nowNanos) {
    if (worker == null
        || firstProcessorNanos < 0
        || nowNanos - firstNanos <= 0
        || worker.getState() != Thread.State.RUNNABLE) {
      return false;
    }
    long used = processorNanos.applyAsLong(worker) - firstProcessorNanos;
    return used >= 0 && used < (nowNanos - firstNanos) / LEAST_SHARE;
  }

  /** True if it runs, and has used some milliseconds of a processor since the first look. */
  synchronized boolean burns(Thread worker) {
    return firstProcessorNanos >= 0
        && worker.getState() == Thread.State.RUNNABLE
        && processorNanos.applyAsLong(worker) - firstProcessorNanos >= BURNT_NANOS;
  }

  private static long ofThread(Thread thread) {
    return Bean.KNOWS ? Bean.THREADS.getThreadCpuTime(thread.getId()) : UNKNOWN;
  }

  /** Made when a worker is late for the first time. */
  private static final class Bean {
    static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    static final boolean KNOWS =
        THREADS.isThreadCpuTimeSupported() && THREADS.isThreadCpuTimeEnabled();
  }
}

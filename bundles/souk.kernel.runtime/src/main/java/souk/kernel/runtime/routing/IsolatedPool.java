package souk.kernel.runtime.routing;

import java.security.AccessController;
import java.security.PrivilegedAction;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Bounded pool for calls that the caller must be able to leave. A thread that is not given back
 * goes into quarantine and is replaced, up to a limit; beyond it the pool shrinks. Idle threads end
 * soon, so that nothing a strategy left on them lives long.
 */
final class IsolatedPool implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(IsolatedPool.class);
  private static final long IDLE_MILLIS = 2_000;

  private final Semaphore permits;
  private final int quarantineLimit;
  private final Set<IsolatedTask<?>> quarantined = ConcurrentHashMap.newKeySet();
  private final AtomicInteger threadNumber = new AtomicInteger();
  private final BiFunction<Runnable, String, IsolatedThread> makers;
  private final ThreadPoolExecutor executor;

  IsolatedPool(int threads, int quarantineLimit) {
    this(threads, quarantineLimit, inGroup(Thread.currentThread().getThreadGroup()));
  }

  private static BiFunction<Runnable, String, IsolatedThread> inGroup(ThreadGroup group) {
    return (work, name) -> new IsolatedThread(group, work, name);
  }

  /**
   * @param makers makes a thread for work under a name
   */
  IsolatedPool(
      int threads, int quarantineLimit, BiFunction<Runnable, String, IsolatedThread> makers) {
    this.permits = new Semaphore(threads, true);
    this.quarantineLimit = quarantineLimit;
    this.makers = makers;
    this.executor =
        new ThreadPoolExecutor(
            0,
            2 * (threads + quarantineLimit),
            IDLE_MILLIS,
            TimeUnit.MILLISECONDS,
            new SynchronousQueue<>(),
            this::newThread);
  }

  /**
   * Starts a call, or returns null if no thread became free in time. A thread of the pool that
   * calls on passes its own place on, because it will wait; so nested calls cannot block each
   * other.
   */
  <R> @Nullable IsolatedTask<R> start(Callable<R> work, long waitNanos) {
    boolean nested = Thread.currentThread() instanceof IsolatedThread;
    if (!nested && !takePermit(waitNanos)) {
      return null;
    }
    IsolatedTask<R> task = new IsolatedTask<>(this, Thread.currentThread(), !nested, work);
    try {
      executor.execute(task);
      return task;
    } catch (RejectedExecutionException e) {
      returned(!nested);
      return null;
    }
  }

  /** Wakes another worker for a call that nobody has taken up; who comes second does nothing. */
  void offerAgain(IsolatedTask<?> task) {
    try {
      executor.execute(task);
    } catch (RejectedExecutionException full) {
      LOG.debug("No second worker for a call that waits for a processor.", full);
    }
  }

  // In turn: who waited longest comes first, also before those who could have a place at once.
  private boolean takePermit(long waitNanos) {
    try {
      return permits.tryAcquire(Math.max(0, waitNanos), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  int quarantined() {
    return quarantined.size();
  }

  /** Counts a lost thread; true if it may be replaced. */
  boolean quarantine(IsolatedTask<?> task) {
    quarantined.add(task);
    return quarantined.size() <= quarantineLimit;
  }

  void unquarantine(IsolatedTask<?> task) {
    quarantined.remove(task);
  }

  void cameBack(IsolatedTask<?> task, boolean releasePermit) {
    quarantined.remove(task);
    returned(releasePermit);
  }

  /** To be called now and then. */
  void watchQuarantine() {
    quarantined.forEach(IsolatedTask::stepBackIfItBurns);
  }

  void returned(boolean releasePermit) {
    if (releasePermit) {
      permits.release();
    }
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }

  // A thread remembers the access control context of its creator and with it every class loader on
  // the creator's stack; the privileged action cuts that to the kernel's own.
  @SuppressWarnings("removal")
  private Thread newThread(Runnable work) {
    return AccessController.doPrivileged(
        (PrivilegedAction<Thread>)
            () -> makers.apply(work, "souk-isolated-" + threadNumber.incrementAndGet()));
  }
}

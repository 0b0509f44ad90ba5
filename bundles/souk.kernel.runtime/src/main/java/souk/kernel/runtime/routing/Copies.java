package souk.kernel.runtime.routing;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs copies of calls apart from them: two at a time in the isolation pool, a short queue, and for
 * shadows a share of one processor's time at most. What does not fit is dropped and counted. The
 * comparisons of canaries are bounded by their exposure budget and go first.
 */
final class Copies implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Copies.class);
  private static final int AT_ONCE = 2;
  private static final int QUEUE = 64;
  private static final long SAVED_NANOS = TimeUnit.MILLISECONDS.toNanos(200);
  private static final long ROUND_MILLIS = 50;
  private static final long CLOSE_MILLIS = 2_000;

  private final IsolatedPool pool;
  private final double share;
  private final ThreadPoolExecutor workers;
  private final ScheduledExecutorService timer;
  private final AtomicLong budgetNanos = new AtomicLong(SAVED_NANOS);
  private volatile long refilledNanos = System.nanoTime();

  /**
   * How a copy went.
   *
   * @param value what it returned, if it did
   * @param failure why it did not
   * @param started false if no thread was free: it says nothing about the strategy
   * @param nanos duration
   */
  record Outcome<T>(
      @org.jspecify.annotations.Nullable T value,
      @org.jspecify.annotations.Nullable Failure failure,
      boolean started,
      long nanos) {}

  /**
   * @param share share of one processor's time that copies for shadows may use, in (0, 1]
   */
  Copies(IsolatedPool pool, double share) {
    this.pool = pool;
    this.share = share;
    this.workers =
        new ThreadPoolExecutor(
            AT_ONCE,
            AT_ONCE,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(QUEUE),
            work -> thread(work, "souk-copies"));
    workers.prestartAllCoreThreads();
    this.timer = Executors.newSingleThreadScheduledExecutor(work -> thread(work, "souk-trials"));
  }

  private static Thread thread(Runnable work, String name) {
    Thread thread = new Thread(null, work, name, 0, false);
    thread.setDaemon(true);
    thread.setContextClassLoader(Copies.class.getClassLoader());
    return thread;
  }

  /** Repeats work for the upkeep of trials until closed. */
  void everyRound(Runnable work) {
    ScheduledFuture<?> unused =
        timer.scheduleWithFixedDelay(
            () -> safely(work), ROUND_MILLIS, ROUND_MILLIS, TimeUnit.MILLISECONDS);
  }

  /**
   * Runs work soon, apart from the calling thread; work for the end of a trial is never dropped.
   */
  void soon(Runnable work) {
    try {
      timer.execute(() -> safely(work));
    } catch (RejectedExecutionException e) {
      LOG.debug("The router is shutting down.", e);
    }
  }

  /** True if shadows may use more time now. */
  boolean affordable() {
    long now = System.nanoTime();
    long last = refilledNanos;
    if (now - last > 1_000_000) {
      refilledNanos = now;
      long fresh = (long) ((now - last) * share);
      budgetNanos.updateAndGet(b -> Math.min(SAVED_NANOS, b + fresh));
    }
    return budgetNanos.get() > 0 && workers.getQueue().remainingCapacity() > QUEUE / 2;
  }

  void spend(long nanos) {
    budgetNanos.addAndGet(-nanos);
  }

  /** Queues work for a copy; false if the queue is full. */
  boolean submit(Runnable work) {
    try {
      workers.execute(() -> safely(work));
      return true;
    } catch (RejectedExecutionException e) {
      return false;
    }
  }

  /** Runs a copy in the pool and leaves it at its deadline; to be called by queued work. */
  <T> Outcome<T> run(Slot slot, long deadlineMillis, Callable<T> work) {
    long began = System.nanoTime();
    IsolatedTask<T> task = pool.start(work, 0);
    if (task == null) {
      return new Outcome<>(null, null, false, 0);
    }
    if (!task.await(Patience.of(began, deadlineMillis, deadlineMillis, false))) {
      slot.stuckChanged(1);
      if (task.abandon(() -> slot.stuckChanged(-1))) {
        long nanos = System.nanoTime() - began;
        return task.started()
            ? new Outcome<>(null, Failure.late(began, deadlineMillis, ""), true, nanos)
            : new Outcome<>(null, null, false, nanos);
      }
      slot.stuckChanged(-1);
    }
    long nanos = System.nanoTime() - began;
    return new Outcome<>(task.value(), task.failure(), true, nanos);
  }

  @Override
  public void close() {
    workers.shutdownNow();
    timer.shutdown();
    try {
      if (!timer.awaitTermination(CLOSE_MILLIS, TimeUnit.MILLISECONDS)) {
        timer.shutdownNow();
      }
    } catch (InterruptedException e) {
      timer.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }

  private static void safely(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      LOG.warn("A trial could not be looked after; it goes on.", e);
    }
  }
}

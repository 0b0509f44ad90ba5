package souk.kernel.runtime.routing;

import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * One call in the pool; either the worker finishes it or the caller abandons it. A worker that was
 * woken may still wait for a processor, for example behind another machine on the same host; so a
 * call that nobody took up after a while is offered to a second worker, and whoever comes first
 * takes it.
 */
final class IsolatedTask<R> implements Runnable {
  private static final int RUNNING = 0;
  private static final int DONE = 1;
  private static final int ABANDONED = 2;
  private static final long SECOND_OFFER_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

  private final IsolatedPool pool;
  private final Thread caller;
  private final boolean hasPermit;
  private final AtomicInteger state = new AtomicInteger(RUNNING);
  private final AtomicLong startedNanos = new AtomicLong();
  private final Progress progress = new Progress();
  private @Nullable Callable<R> work;
  private @Nullable R value;
  private @Nullable Failure failure;
  private volatile boolean replaced;
  private volatile @Nullable Runnable onLateReturn;
  private @Nullable IsolatedThread worker;
  private boolean started;

  IsolatedTask(IsolatedPool pool, Thread caller, boolean hasPermit, Callable<R> work) {
    this.pool = pool;
    this.caller = caller;
    this.hasPermit = hasPermit;
    this.work = work;
  }

  @Override
  public void run() {
    long now = System.nanoTime();
    if (!startedNanos.compareAndSet(0, now == 0 ? 1 : now)) {
      return;
    }
    IsolatedThread thread = (IsolatedThread) Thread.currentThread();
    synchronized (this) {
      worker = thread;
      started = state.get() == RUNNING;
    }
    thread.worksFor(caller);
    R result = null;
    Failure problem = null;
    try {
      Callable<R> body = work;
      work = null;
      if (body != null && started) {
        result = body.call();
      }
    } catch (Throwable t) {
      problem = Failure.of(t);
    }
    thread.worksFor(null);
    thread.tidy();
    value = result;
    failure = problem;
    boolean inTime = state.compareAndSet(RUNNING, DONE);
    synchronized (this) {
      worker = null;
    }
    Thread.interrupted();
    if (inTime) {
      pool.returned(hasPermit);
      LockSupport.unpark(caller);
    } else {
      value = null;
      failure = null;
      pool.cameBack(this, hasPermit && !replaced);
      Runnable late = onLateReturn;
      if (late != null) {
        late.run();
      }
    }
    thread.endIfDemoted();
  }

  /** Waits for the worker; false if the time was up or the caller was interrupted first. */
  boolean await(Patience patience) {
    long secondOffer = System.nanoTime() + SECOND_OFFER_NANOS;
    boolean offered = false;
    while (state.get() == RUNNING) {
      long now = System.nanoTime();
      long taken = startedNanos.get();
      boolean waiting = taken == 0;
      long limit = waiting ? patience.untilStart() : patience.untilEnd(taken);
      if (Thread.currentThread().isInterrupted()) {
        return state.get() != RUNNING;
      }
      if (now - limit >= 0) {
        if (!waiting && now - patience.untilStart() < 0 && progress.starved(worker(), now)) {
          limit = patience.untilStart();
        } else if (patience.excuses(now)
            || ((waiting || progress.starved(worker(), now)) && patience.prolongs())) {
          continue;
        } else {
          return state.get() != RUNNING;
        }
      }
      if (waiting && !offered && now - secondOffer >= 0) {
        offered = true;
        pool.offerAgain(this);
      }
      long wait = Math.min(Math.max(limit - now, 0), Patience.SLICE_NANOS);
      LockSupport.parkNanos(this, wait);
      long awake = System.nanoTime();
      patience.woken(now + wait, awake);
      if (!waiting && state.get() == RUNNING) {
        progress.look(worker(), awake);
      }
    }
    return true;
  }

  private synchronized @Nullable Thread worker() {
    return worker;
  }

  /**
   * Leaves the worker alone with the call and interrupts it; false if it had finished after all.
   *
   * @param lateReturn runs in the worker if it ever comes back
   */
  boolean abandon(Runnable lateReturn) {
    onLateReturn = lateReturn;
    replaced = pool.quarantine(this);
    if (!state.compareAndSet(RUNNING, ABANDONED)) {
      pool.unquarantine(this);
      return false;
    }
    if (replaced) {
      pool.returned(hasPermit);
    }
    synchronized (this) {
      if (worker != null) {
        progress.look(worker, System.nanoTime());
        stepBackIfItBurns();
        worker.interrupt();
      }
    }
    return true;
  }

  /**
   * In quarantine a worker that uses up processors steps back. One that waits does not: it may hold
   * a lock of the virtual machine when it ends, and others would wait until it gets a processor.
   */
  synchronized void stepBackIfItBurns() {
    if (worker != null && progress.burns(worker)) {
      worker.demote();
    }
  }

  /** Where the call is now, for people; empty if it is nowhere. */
  String where() {
    Thread thread = worker();
    if (thread == null) {
      return "";
    }
    StackTraceElement[] trace = thread.getStackTrace();
    if (thread != worker()) {
      return " (it came back while somebody looked where it was)";
    }
    return trace.length == 0 ? "" : " (%s at %s)".formatted(thread.getState(), trace[0]);
  }

  /** True if a worker took the call up before it was abandoned. */
  synchronized boolean started() {
    return started;
  }

  /** To be read after {@link #await} returned true. */
  @Nullable R value() {
    return value;
  }

  @Nullable Failure failure() {
    return failure;
  }
}

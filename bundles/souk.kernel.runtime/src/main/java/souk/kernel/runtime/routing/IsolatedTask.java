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
  private volatile Progress progress = new Progress();
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
    return await(Stages.one(patience));
  }

  /** Waits for a worker that goes through stages; false if it was left in one of them. */
  boolean await(Stages stages) {
    long secondOffer = System.nanoTime() + SECOND_OFFER_NANOS;
    boolean offered = false;
    boolean interrupted = false;
    boolean left = false;
    Stage seen = null;
    while (!left && state.get() == RUNNING) {
      long taken = startedNanos.get();
      Stage stage = stages.at(taken);
      if (stage != null && stage != seen) {
        seen = stage;
        progress = new Progress();
      }
      interrupted |= Thread.interrupted();
      long now = System.nanoTime();
      long wait = stage == null ? Patience.SLICE_NANOS : leftNanos(stage, taken, now);
      if (stage != null && (interrupted || wait <= 0)) {
        left = stages.leave(this, stage);
        continue;
      }
      if (taken == 0 && !offered && now - secondOffer >= 0) {
        offered = true;
        pool.offerAgain(this);
      }
      wait = Math.min(wait, Patience.SLICE_NANOS);
      LockSupport.parkNanos(this, wait);
      long awake = System.nanoTime();
      if (stage != null && stages.at(startedNanos.get()) == stage) {
        stage.patience().woken(now + wait, awake);
        if (taken != 0 && state.get() == RUNNING) {
          progress.look(worker(), awake);
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return state.get() != RUNNING;
  }

  /** How long to wait on; 0 if the time is up. */
  private long leftNanos(Stage stage, long taken, long now) {
    Patience patience = stage.patience();
    while (true) {
      long limit = taken == 0 ? patience.untilStart() : patience.untilEnd(stage.began(taken));
      if (now - limit < 0) {
        return limit - now;
      }
      boolean starved = taken != 0 && progress.starved(worker(), now);
      if (starved && now - patience.untilStart() < 0) {
        return patience.untilStart() - now;
      }
      if (!patience.excuses(now) && !((taken == 0 || starved) && patience.prolongs())) {
        return 0;
      }
    }
  }

  /** Takes the task back before a worker has taken it up; false if one has. */
  boolean withdraw() {
    if (!startedNanos.compareAndSet(0, 1)) {
      return false;
    }
    work = null;
    pool.returned(hasPermit);
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

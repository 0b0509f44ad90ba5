package souk.kernel.runtime.routing;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import souk.kernel.api.CircuitState;

/**
 * Opens after a number of failures in a row, lets one trial call through after a pause, and closes
 * when the trial succeeds. While calls are stuck there are no trials: they would get stuck too.
 *
 * <p>Calls that were under way together and became late together are one failure, unless many of
 * them are stuck: one standstill of the machine makes all of them late. A circuit that lateness
 * alone has opened grants its first trial as soon as no call is stuck; only if that one fails too
 * does the pause count.
 */
final class Circuit {
  private final int limit;
  private final long pauseNanos;
  private final AtomicInteger inRow = new AtomicInteger();
  private final AtomicBoolean trial = new AtomicBoolean();
  private volatile boolean open;
  private volatile long openedNanos;
  private volatile boolean trialAtOnce;
  private boolean onlyLate = true;
  private boolean wasLate;
  private long lateNanos;

  Circuit(int limit, long pauseNanos) {
    this.limit = limit;
    this.pauseNanos = pauseNanos;
  }

  /** True if a call may start; an open circuit whose pause is over grants one trial. */
  boolean allows(boolean stuck) {
    if (!open) {
      return true;
    }
    return !stuck
        && (trialAtOnce || System.nanoTime() - openedNanos >= pauseNanos)
        && trial.compareAndSet(false, true);
  }

  void succeeded() {
    if (inRow.get() != 0) {
      forgive();
    }
    if (open && trial.get()) {
      open = false;
      trial.set(false);
    }
  }

  private synchronized void forgive() {
    inRow.set(0);
    onlyLate = true;
  }

  /** Returns true if this failure, which was not lateness, opened the circuit. */
  synchronized boolean failed() {
    onlyLate = false;
    return counted(System.nanoTime());
  }

  /**
   * Returns true if this lateness opened the circuit.
   *
   * @param beganNanos when the late call began, as of {@link System#nanoTime}
   * @param stuckCalls calls that did not come back yet, with this one
   */
  synchronized boolean late(long beganNanos, int stuckCalls) {
    long now = System.nanoTime();
    boolean sameStandstill = wasLate && beganNanos - lateNanos < 0 && stuckCalls <= 2 * limit;
    if (sameStandstill && !open) {
      return false;
    }
    wasLate = true;
    lateNanos = now;
    return counted(now);
  }

  private boolean counted(long now) {
    int count = inRow.incrementAndGet();
    if (open) {
      if (trial.compareAndSet(true, false)) {
        openedNanos = now;
        trialAtOnce = false;
      }
      return false;
    }
    boolean opened = count >= limit && trip();
    trialAtOnce = opened && onlyLate;
    return opened;
  }

  /** A call that was let through ended without a verdict. */
  void undecided() {
    trial.set(false);
  }

  /** Opens at once; returns true if it was closed. */
  synchronized boolean trip() {
    boolean opened = !open;
    openedNanos = System.nanoTime();
    trialAtOnce = false;
    open = true;
    return opened;
  }

  void reset() {
    forgive();
    trial.set(false);
    open = false;
  }

  CircuitState state() {
    if (!open) {
      return CircuitState.CLOSED;
    }
    return trial.get() ? CircuitState.HALF_OPEN : CircuitState.OPEN;
  }
}

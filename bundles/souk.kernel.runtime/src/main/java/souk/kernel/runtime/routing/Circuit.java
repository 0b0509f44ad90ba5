package souk.kernel.runtime.routing;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import souk.kernel.api.CircuitState;

/**
 * Opens after a number of failures in a row, lets one trial call through after a pause, and closes
 * when the trial succeeds. While calls are stuck there are no trials: they would get stuck too.
 */
final class Circuit {
  private final int limit;
  private final long pauseNanos;
  private final AtomicInteger inRow = new AtomicInteger();
  private final AtomicBoolean trial = new AtomicBoolean();
  private volatile boolean open;
  private volatile long openedNanos;

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
        && System.nanoTime() - openedNanos >= pauseNanos
        && trial.compareAndSet(false, true);
  }

  void succeeded() {
    if (inRow.get() != 0) {
      inRow.set(0);
    }
    if (open && trial.get()) {
      open = false;
      trial.set(false);
    }
  }

  /** Returns true if this failure opened the circuit. */
  boolean failed() {
    int count = inRow.incrementAndGet();
    if (open) {
      if (trial.compareAndSet(true, false)) {
        openedNanos = System.nanoTime();
      }
      return false;
    }
    return count >= limit && trip();
  }

  /** A call that was let through ended without a verdict. */
  void undecided() {
    trial.set(false);
  }

  /** Opens at once; returns true if it was closed. */
  synchronized boolean trip() {
    boolean opened = !open;
    openedNanos = System.nanoTime();
    open = true;
    return opened;
  }

  void reset() {
    inRow.set(0);
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

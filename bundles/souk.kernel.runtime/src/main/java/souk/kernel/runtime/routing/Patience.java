package souk.kernel.runtime.routing;

import java.util.concurrent.TimeUnit;

/**
 * How long a caller waits for a call in the pool. A strategy that runs has its own time; one that
 * no thread took up yet is not late, so it may still start until three quarters of the caller's
 * time are over, and then has a little to answer. If the caller itself was woken much too late, the
 * machine stood still for both, and the wait goes on once. For use by one thread.
 */
final class Patience {
  static final long LATE_START_NANOS = TimeUnit.MILLISECONDS.toNanos(5);
  static final long LEAST_TO_START_NANOS = TimeUnit.MILLISECONDS.toNanos(10);
  static final long OVERSLEPT_NANOS = TimeUnit.MILLISECONDS.toNanos(5);
  static final long EXCUSED_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

  private final long endNanos;
  private final long startByNanos;
  private long excusedUntilNanos;
  private boolean excused;

  private Patience(long endNanos, long startByNanos) {
    this.endNanos = endNanos;
    this.startByNanos = startByNanos;
  }

  /**
   * @param beganNanos when the strategy was to be asked, as of {@link System#nanoTime}
   * @param runMillis time of the strategy, from then on
   * @param leftMillis time the caller had left at that moment, with all that follows
   */
  static Patience of(long beganNanos, long runMillis, long leftMillis) {
    long run = TimeUnit.MILLISECONDS.toNanos(runMillis);
    long start =
        Math.max(
            Math.max(run, LEAST_TO_START_NANOS), TimeUnit.MILLISECONDS.toNanos(leftMillis) / 4 * 3);
    return new Patience(beganNanos + run, beganNanos + start);
  }

  /** No time for anything but what is there at an instant. */
  static Patience until(long nanos) {
    return new Patience(nanos, nanos);
  }

  /** Until when to wait for a call that nobody has taken up. */
  long untilStart() {
    return excused ? excusedUntilNanos : startByNanos;
  }

  /** Until when to wait for a call that was taken up at an instant. */
  long untilEnd(long startedNanos) {
    long end =
        endNanos - startedNanos < LATE_START_NANOS ? startedNanos + LATE_START_NANOS : endNanos;
    return excused && excusedUntilNanos - end > 0 ? excusedUntilNanos : end;
  }

  /** Prolongs the wait, once, if the caller was not woken in time either. */
  boolean excuses(long limitNanos, long nowNanos) {
    if (excused || nowNanos - limitNanos < OVERSLEPT_NANOS) {
      return false;
    }
    excused = true;
    excusedUntilNanos = nowNanos + EXCUSED_NANOS;
    return true;
  }
}

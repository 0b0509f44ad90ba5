package souk.kernel.runtime.routing;

import java.util.concurrent.TimeUnit;

/**
 * How long a caller waits for a call in the pool. A strategy that runs has its own time; one that
 * no thread took up yet is not late, so it may still start until three quarters of the caller's
 * time are over, and then has a little to answer. Time in which the machine stood still, as the
 * caller sees from being woken late, is not the strategy's either: it is given back up to the same
 * three quarters, and after a long standstill the wait goes on once more. For a strategy that has
 * proven sound, the wait for a processor may take {@value #PROLONGED_MILLIS} ms longer, once. For
 * use by one thread.
 */
final class Patience {
  static final long LATE_START_NANOS = TimeUnit.MILLISECONDS.toNanos(5);
  static final long LEAST_TO_START_NANOS = TimeUnit.MILLISECONDS.toNanos(10);
  static final long STANDSTILL_NANOS = TimeUnit.MILLISECONDS.toNanos(10);
  static final long PROLONGED_MILLIS = 50;
  static final long GIVEN_BACK_MILLIS = 500;
  static final long EXCUSED_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

  /** The caller looks this often, so that it notices a standstill. */
  static final long SLICE_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

  private static final long ORDINARY_LATENESS_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

  private final long endNanos;
  private final long mostGivenBackNanos;
  private long startByNanos;
  private long prolongNanos;
  private long lostNanos;
  private long longestNanos;
  private long excusedUntilNanos;
  private boolean excused;

  private Patience(long endNanos, long startByNanos, boolean proven) {
    this.endNanos = endNanos;
    this.startByNanos = startByNanos;
    this.prolongNanos = proven ? TimeUnit.MILLISECONDS.toNanos(PROLONGED_MILLIS) : 0;
    this.mostGivenBackNanos = proven ? TimeUnit.MILLISECONDS.toNanos(GIVEN_BACK_MILLIS) : 0;
  }

  /**
   * @param beganNanos when the strategy was to be asked, as of {@link System#nanoTime}
   * @param runMillis time of the strategy, from then on
   * @param leftMillis time the caller had left at that moment, with all that follows
   * @param proven true if only the machine can be at fault when a processor is missing
   */
  static Patience of(long beganNanos, long runMillis, long leftMillis, boolean proven) {
    long run = TimeUnit.MILLISECONDS.toNanos(runMillis);
    long start =
        Math.max(
            Math.max(run, LEAST_TO_START_NANOS), TimeUnit.MILLISECONDS.toNanos(leftMillis) / 4 * 3);
    return new Patience(beganNanos + run, beganNanos + start, proven);
  }

  /**
   * How long to wait for a place in the pool, in nanoseconds.
   *
   * @param runMillis time of the strategy
   * @param proven true if the strategy did nothing to fill the pool
   */
  static long forPlace(long runMillis, boolean proven) {
    return TimeUnit.MILLISECONDS.toNanos(runMillis + (proven ? PROLONGED_MILLIS : 0));
  }

  /** No time for anything but what is there at an instant. */
  static Patience until(long nanos) {
    return new Patience(nanos, nanos, false);
  }

  /** Notes that the caller wanted to be awake at an instant and was at another. */
  void woken(long dueNanos, long nowNanos) {
    long late = nowNanos - dueNanos;
    if (late > ORDINARY_LATENESS_NANOS) {
      lostNanos += late;
      longestNanos = Math.max(longestNanos, late);
    }
  }

  /** Until when to wait for a call that nobody has taken up. */
  long untilStart() {
    long start = startByNanos + Math.min(lostNanos, mostGivenBackNanos);
    return excused ? later(excusedUntilNanos, start) : start;
  }

  /** Until when to wait for a call that was taken up at an instant. */
  long untilEnd(long startedNanos) {
    long most = later(later(endNanos, startByNanos), endNanos + mostGivenBackNanos);
    long end = earlier(endNanos + lostNanos, most);
    end = later(end, startedNanos + LATE_START_NANOS);
    return excused ? later(end, excusedUntilNanos) : end;
  }

  /** Prolongs the wait, once, if the machine stood still for long meanwhile. */
  boolean excuses(long nowNanos) {
    if (excused || longestNanos < STANDSTILL_NANOS) {
      return false;
    }
    excused = true;
    excusedUntilNanos = nowNanos + EXCUSED_NANOS;
    return true;
  }

  /** Prolongs the wait for a processor, once, if the strategy has proven sound. */
  boolean prolongs() {
    if (prolongNanos == 0) {
      return false;
    }
    startByNanos += prolongNanos;
    prolongNanos = 0;
    return true;
  }

  private static long later(long one, long other) {
    return one - other >= 0 ? one : other;
  }

  private static long earlier(long one, long other) {
    return one - other <= 0 ? one : other;
  }
}

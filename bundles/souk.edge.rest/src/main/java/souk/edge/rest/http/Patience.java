package souk.edge.rest.http;

import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Asks again what failed because a room was being replaced: a bundle that is refreshed or updated
 * in place takes its services away for a moment. Only for what changes nothing, and only for a
 * while after a service left. Safe for use by many threads.
 */
public final class Patience {
  private static final long LIMIT_NANOS = 3_000_000_000L;
  private static final long FIRST_PAUSE_MILLIS = 10;
  private static final long LONGEST_PAUSE_MILLIS = 160;

  /** What a room that is not there, or not whole, answers. */
  private static final Set<Integer> FAILED = Set.of(500, 503);

  /** Waits between two attempts. */
  @FunctionalInterface
  interface Pause {
    void millis(long millis) throws InterruptedException;
  }

  private final LongSupplier nanos;
  private final Pause pause;
  private final AtomicLong left;

  public Patience() {
    this(System::nanoTime, Thread::sleep);
  }

  Patience(LongSupplier nanos, Pause pause) {
    this.nanos = nanos;
    this.pause = pause;
    this.left = new AtomicLong(nanos.getAsLong() - LIMIT_NANOS);
  }

  /** A service of a room left. */
  public void left() {
    left.set(nanos.getAsLong());
  }

  /** The first answer that is no failure, or the last one. */
  Answer ask(Supplier<Answer> question) {
    Answer answer = question.get();
    long millis = FIRST_PAUSE_MILLIS;
    while (FAILED.contains(answer.status()) && nanos.getAsLong() - left.get() < LIMIT_NANOS) {
      try {
        pause.millis(millis);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        return answer;
      }
      millis = Math.min(2 * millis, LONGEST_PAUSE_MILLIS);
      answer = question.get();
    }
    return answer;
  }
}

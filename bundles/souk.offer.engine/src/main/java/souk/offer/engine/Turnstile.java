package souk.offer.engine;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Lets few quotes be calculated at once; the others wait in turn, before the time of the first
 * strategy begins. Where more threads calculate than there are processors, each is interrupted by
 * the others within the time that its strategies have. Safe for use by many threads.
 */
final class Turnstile {
  private static final int PER_PROCESSOR = 10;

  private final Semaphore places;
  private final long longestWaitMillis;

  /**
   * @param places quotes at once; 0 means {@value #PER_PROCESSOR} for each processor
   * @param longestWaitMillis who waited so long goes in without a place
   */
  Turnstile(int places, long longestWaitMillis) {
    int count = places > 0 ? places : PER_PROCESSOR * Runtime.getRuntime().availableProcessors();
    this.places = new Semaphore(count, true);
    this.longestWaitMillis = longestWaitMillis;
  }

  /** Waits for a place; false if there is none, then {@link #leave} has nothing to give back. */
  boolean enter() {
    try {
      return places.tryAcquire(longestWaitMillis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /**
   * @param entered what {@link #enter} returned
   */
  void leave(boolean entered) {
    if (entered) {
      places.release();
    }
  }
}

package souk.kernel.runtime.routing;

/**
 * What a caller waits for at a moment.
 *
 * @param patience how long
 * @param beganNanos when it began, as of {@link System#nanoTime}; 0 if it began when the worker
 *     took the task up
 */
record Stage(Patience patience, long beganNanos) {
  /** When it began; 0 if nobody took the task up yet. */
  long began(long takenNanos) {
    return takenNanos == 0 || beganNanos == 0 ? takenNanos : beganNanos;
  }
}

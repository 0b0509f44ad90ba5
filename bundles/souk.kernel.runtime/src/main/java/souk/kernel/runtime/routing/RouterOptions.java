package souk.kernel.runtime.routing;

import java.util.concurrent.TimeUnit;

/**
 * Limits of the router.
 *
 * @param leaseMillis longest wait for calls under way when a strategy's bundle stops
 * @param absenceMillis longest wait of a caller for a strategy that was there a moment ago
 * @param failureLimit failures in a row that open a circuit
 * @param circuitPauseMillis pause of an open circuit before a trial call
 * @param overdueGraceMillis time past its deadline after which a call in the caller's thread trips
 *     the circuit
 * @param isolateFromMillis calls with at least this deadline count as long work and run in the pool
 * @param isolatedThreads most calls in the pool at once
 * @param quarantineLimit most lost threads that are replaced
 * @param warmMillis deadline of a self-test, and of all repeated calls together
 * @param shadowShare share of one processor's time that copies for shadows may use, in (0, 1]
 */
record RouterOptions(
    long leaseMillis,
    long absenceMillis,
    int failureLimit,
    long circuitPauseMillis,
    long overdueGraceMillis,
    long isolateFromMillis,
    int isolatedThreads,
    int quarantineLimit,
    long warmMillis,
    double shadowShare) {

  RouterOptions {
    require(leaseMillis >= 0, "leaseMillis", leaseMillis, "0 or more");
    require(absenceMillis >= 0, "absenceMillis", absenceMillis, "0 or more");
    require(failureLimit > 0, "failureLimit", failureLimit, "1 or more");
    require(circuitPauseMillis >= 0, "circuitPauseMillis", circuitPauseMillis, "0 or more");
    require(overdueGraceMillis >= 0, "overdueGraceMillis", overdueGraceMillis, "0 or more");
    require(isolateFromMillis > 0, "isolateFromMillis", isolateFromMillis, "1 or more");
    require(isolatedThreads > 0, "isolatedThreads", isolatedThreads, "1 or more");
    require(quarantineLimit >= 0, "quarantineLimit", quarantineLimit, "0 or more");
    require(warmMillis > 0, "warmMillis", warmMillis, "1 or more");
    if (!(shadowShare > 0 && shadowShare <= 1)) {
      throw new IllegalArgumentException(
          "Router option shadowShare must lie in (0, 1], but is %s.%nMaybe it was given in percent."
              .formatted(shadowShare));
    }
  }

  static RouterOptions defaults() {
    return new RouterOptions(10_000, 2_000, 5, 30_000, 1_000, 2_000, 16, 16, 30_000, 0.25);
  }

  long circuitPauseNanos() {
    return TimeUnit.MILLISECONDS.toNanos(circuitPauseMillis);
  }

  private static void require(boolean holds, String name, long value, String wanted) {
    if (!holds) {
      throw new IllegalArgumentException(
          "Router option %s must be %s, but is %d.".formatted(name, wanted, value));
    }
  }
}

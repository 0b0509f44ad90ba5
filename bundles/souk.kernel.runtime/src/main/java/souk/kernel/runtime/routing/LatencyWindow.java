package souk.kernel.runtime.routing;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Latencies of recent calls (the current minute and the one before) in buckets that grow by powers
 * of two with eight steps each, so that a quantile is off by at most 12.5 %. Lock-free.
 */
final class LatencyWindow {
  private static final int STEPS_LOG2 = 3;
  private static final int STEPS = 1 << STEPS_LOG2;
  private static final int BUCKETS = (44 - STEPS_LOG2) * STEPS;
  private static final long SPAN_NANOS = TimeUnit.SECONDS.toNanos(60);

  private final AtomicLong turnedNanos;
  private volatile AtomicIntegerArray current = new AtomicIntegerArray(BUCKETS);
  private volatile AtomicIntegerArray previous = new AtomicIntegerArray(BUCKETS);

  LatencyWindow(long nowNanos) {
    turnedNanos = new AtomicLong(nowNanos);
  }

  void record(long nanos, long nowNanos) {
    turn(nowNanos);
    current.getAndIncrement(bucket(Math.max(0, nanos)));
  }

  /** Upper bound of the bucket that holds the quantile, in microseconds; 0 without calls. */
  long micros(double quantile, long nowNanos) {
    turn(nowNanos);
    AtomicIntegerArray a = current;
    AtomicIntegerArray b = previous;
    long total = 0;
    for (int i = 0; i < BUCKETS; i++) {
      total += a.get(i) + b.get(i);
    }
    if (total == 0) {
      return 0;
    }
    long rank = Math.max(1, (long) Math.ceil(quantile * total));
    long seen = 0;
    for (int i = 0; i < BUCKETS; i++) {
      seen += a.get(i) + b.get(i);
      if (seen >= rank) {
        return Math.max(1, upper(i) / 1_000);
      }
    }
    return upper(BUCKETS - 1) / 1_000;
  }

  private void turn(long nowNanos) {
    long turned = turnedNanos.get();
    long age = nowNanos - turned;
    if (age >= SPAN_NANOS && turnedNanos.compareAndSet(turned, nowNanos)) {
      previous = age >= 2 * SPAN_NANOS ? new AtomicIntegerArray(BUCKETS) : current;
      current = new AtomicIntegerArray(BUCKETS);
    }
  }

  static int bucket(long nanos) {
    if (nanos < STEPS) {
      return (int) nanos;
    }
    int log = 63 - Long.numberOfLeadingZeros(nanos);
    int step = (int) (nanos >>> (log - STEPS_LOG2)) & (STEPS - 1);
    return Math.min(BUCKETS - 1, (log - STEPS_LOG2 + 1) * STEPS + step);
  }

  static long upper(int bucket) {
    if (bucket < STEPS) {
      return bucket;
    }
    int log = bucket / STEPS + STEPS_LOG2 - 1;
    long width = 1L << (log - STEPS_LOG2);
    return (1L << log) + (bucket % STEPS + 1) * width - 1;
  }
}

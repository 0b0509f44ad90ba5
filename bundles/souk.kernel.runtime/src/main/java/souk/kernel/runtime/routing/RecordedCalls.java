package souk.kernel.runtime.routing;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import souk.kernel.api.CallOptions;
import souk.kernel.api.StrategyCall;

/**
 * A few recent live calls of one role that were answered well, in memory alone, for warming up a
 * strategy. At most one is taken in a while, short ones only, and none is kept for long. A call
 * belongs to its caller's bundle: all are forgotten whenever a bundle stops, so that none keeps a
 * class loader alive.
 */
final class RecordedCalls {
  static final int KEPT = 16;
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

  /** While there are too few to prove a strategy by. */
  private static final long SHORT_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

  private static final long AGE_NANOS = TimeUnit.MINUTES.toNanos(10);
  private static final long LONGEST_MICROS = 250_000;

  /** A call as it was made, without its answer. */
  record Entry<S, R>(
      Class<S> type, CallOptions<R> how, StrategyCall<S, R> call, long recordedNanos) {}

  private final Deque<Entry<?, ?>> entries = new ArrayDeque<>();
  private volatile long nextNanos = System.nanoTime();

  /** Looks at the clock that the caller has read anyway; costs one comparison most of the time. */
  <S, R> void offer(
      Class<S> type,
      CallOptions<R> how,
      @Nullable StrategyCall<S, R> call,
      long micros,
      long nowNanos) {
    if (nowNanos - nextNanos < 0 || call == null || micros > LONGEST_MICROS) {
      return;
    }
    synchronized (this) {
      if (nowNanos - nextNanos < 0) {
        return;
      }
      entries.addFirst(new Entry<>(type, how, call, nowNanos));
      nextNanos =
          nowNanos + (entries.size() < Slot.PROOF_REPEATS ? SHORT_PAUSE_NANOS : PAUSE_NANOS);
      if (entries.size() > KEPT) {
        entries.removeLast();
      }
    }
  }

  synchronized List<Entry<?, ?>> recent(long nowNanos) {
    entries.removeIf(e -> nowNanos - e.recordedNanos() > AGE_NANOS);
    return List.copyOf(entries);
  }

  synchronized void forget() {
    entries.clear();
    nextNanos = System.nanoTime();
  }
}

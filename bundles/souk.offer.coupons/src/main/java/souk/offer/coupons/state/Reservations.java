package souk.offer.coupons.state;

import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;
import souk.offer.coupons.record.Entry.Taken;

/** What is held until it is committed, released or expires. One thread; others read the count. */
final class Reservations {
  final Map<Long, Taken> held = new HashMap<>();

  /** Instant and number; also of those that have ended since. */
  private final PriorityQueue<long[]> expiries =
      new PriorityQueue<>((a, b) -> Long.compare(a[0], b[0]));

  private volatile int count;

  void hold(long seq, Taken taken) {
    held.put(seq, taken);
    expiries.add(new long[] {taken.expiresMillis(), seq});
    count = held.size();
  }

  /** Null if it is not held. */
  @Nullable Taken end(long seq) {
    Taken taken = held.remove(seq);
    count = held.size();
    return taken;
  }

  /** The one that ended first until an instant, or −1. */
  long expired(long nowMillis) {
    while (true) {
      long[] first = expiries.peek();
      if (first == null || first[0] > nowMillis) {
        return -1;
      }
      if (held.containsKey(first[1])) {
        return first[1];
      }
      expiries.poll();
    }
  }

  int count() {
    return count;
  }
}

package souk.offer.coupons.state;

import java.util.Map;
import java.util.TreeMap;
import souk.offer.coupons.record.ByteSink;
import souk.offer.coupons.record.ByteSource;

/**
 * The first entry of each day (UTC), so that keys are forgotten by number when their time is over.
 * One thread writes; others ask what is known.
 */
final class KeyAges {
  private static final long DAY = 86_400_000;
  private final int days;
  private final TreeMap<Long, Long> firstOfDay = new TreeMap<>();
  private volatile long firstKnown = 1;
  private long lookedOn = Long.MIN_VALUE;

  /**
   * @param days for how many whole days a key is known at least
   */
  KeyAges(int days) {
    this.days = days;
  }

  void saw(long seq, long atMillis) {
    long day = Math.floorDiv(atMillis, DAY);
    if (firstOfDay.isEmpty() || day > firstOfDay.lastKey()) {
      firstOfDay.put(day, seq);
    }
  }

  /** True if the key of an entry is still known; false for −1. */
  boolean knows(long seq) {
    return seq >= firstKnown;
  }

  long firstKnown() {
    return firstKnown;
  }

  /** Looks once a day whose time is over; a clock that goes back brings nothing back. */
  void end(long nowMillis, long last) {
    long today = Math.floorDiv(nowMillis, DAY);
    if (today <= lookedOn || firstOfDay.isEmpty()) {
      return;
    }
    lookedOn = today;
    Map.Entry<Long, Long> oldest = firstOfDay.ceilingEntry(today - days);
    long first = oldest == null ? last + 1 : oldest.getValue();
    if (first > firstKnown) {
      firstKnown = first;
      firstOfDay.headMap(today - days).clear();
    }
  }

  void write(ByteSink sink) {
    sink.i64(firstKnown).i32(firstOfDay.size());
    firstOfDay.forEach((day, seq) -> sink.i64(day).i64(seq));
  }

  void read(ByteSource source) {
    firstKnown = source.i64();
    int count = source.count(16);
    for (int i = 0; i < count; i++) {
      firstOfDay.put(source.i64(), source.i64());
    }
  }
}

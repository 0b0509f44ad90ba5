package souk.offer.coupons.state;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import souk.offer.coupons.record.ByteSink;
import souk.offer.coupons.record.ByteSource;
import souk.offer.coupons.record.Hash128;

/**
 * Numbers by hash, 24 bytes each, without removal. One thread writes; any number of threads read
 * without waiting and see each number as it was or as it is.
 */
final class HashTable {
  private static final VarHandle AT = MethodHandles.arrayElementVarHandle(long[].class);
  private static final int SMALLEST = 1024;

  /** Of one number and its hash. */
  static final int BYTES = 24;

  private volatile Slots slots = new Slots(SMALLEST);
  private int size;

  private record Slots(long[] high, long[] low, long[] value) {
    Slots(int capacity) {
      this(new long[capacity], new long[capacity], new long[capacity]);
    }

    /** Position of the hash, or −1 − position of the empty slot where it would lie. */
    int find(long wantedHigh, long wantedLow) {
      int mask = high.length - 1;
      for (int i = spread(wantedHigh, wantedLow) & mask; ; i = (i + 1) & mask) {
        long found = (long) AT.getAcquire(high, i);
        if (found == 0) {
          return -1 - i;
        }
        if (found == wantedHigh && low[i] == wantedLow) {
          return i;
        }
      }
    }

    private static int spread(long high, long low) {
      long mixed = (high ^ (low >>> 17)) * 0x9E3779B97F4A7C15L;
      return (int) (mixed >>> 32);
    }
  }

  int size() {
    return size;
  }

  /** The number, or the other value if there is none. */
  long get(Hash128 hash, long otherwise) {
    Slots now = slots;
    int i = now.find(hash.high(), hash.low());
    return i < 0 ? otherwise : (long) AT.getAcquire(now.value(), i);
  }

  boolean contains(Hash128 hash) {
    return slots.find(hash.high(), hash.low()) >= 0;
  }

  void put(Hash128 hash, long value) {
    put(hash.high(), hash.low(), value);
  }

  private void put(long high, long low, long value) {
    if (high == 0) {
      throw new IllegalArgumentException("The hash zero stands for none.");
    }
    Slots now = slots;
    int i = now.find(high, low);
    if (i >= 0) {
      AT.setRelease(now.value(), i, value);
      return;
    }
    if (size >= now.high().length / 4 * 3) {
      grow(now.high().length * 2);
      now = slots;
      i = now.find(high, low);
    }
    insert(now, -1 - i, high, low, value);
    size++;
  }

  /** Makes room for more at once. */
  void expect(int more) {
    long wanted = slots.high().length;
    while (size + (long) more >= wanted / 4 * 3) {
      wanted *= 2;
    }
    if (wanted > slots.high().length) {
      grow(Math.toIntExact(wanted));
    }
  }

  private void grow(int capacity) {
    Slots fresh = new Slots(capacity);
    copy(slots, fresh, Long.MIN_VALUE);
    slots = fresh;
  }

  /** Leaves out the numbers below a least one. */
  void keepFrom(long least) {
    Slots old = slots;
    int kept = 0;
    for (int i = 0; i < old.high().length; i++) {
      kept += old.high()[i] != 0 && old.value()[i] >= least ? 1 : 0;
    }
    if (kept == size) {
      return;
    }
    int capacity = SMALLEST;
    while (kept >= capacity / 4 * 3) {
      capacity *= 2;
    }
    Slots fresh = new Slots(capacity);
    copy(old, fresh, least);
    size = kept;
    slots = fresh;
  }

  private static void copy(Slots old, Slots fresh, long least) {
    for (int i = 0; i < old.high().length; i++) {
      long high = old.high()[i];
      if (high != 0 && old.value()[i] >= least) {
        long low = old.low()[i];
        insert(fresh, -1 - fresh.find(high, low), high, low, old.value()[i]);
      }
    }
  }

  void write(ByteSink sink) {
    Slots now = slots;
    sink.i32(size);
    for (int i = 0; i < now.high().length; i++) {
      if (now.high()[i] != 0) {
        sink.i64(now.high()[i]).i64(now.low()[i]).i64(now.value()[i]);
      }
    }
  }

  void read(ByteSource source) {
    int count = source.count(BYTES);
    expect(count);
    for (int i = 0; i < count; i++) {
      put(source.i64(), source.i64(), source.i64());
    }
  }

  private static void insert(Slots into, int i, long high, long low, long value) {
    into.low()[i] = low;
    AT.setOpaque(into.value(), i, value);
    AT.setRelease(into.high(), i, high);
  }
}

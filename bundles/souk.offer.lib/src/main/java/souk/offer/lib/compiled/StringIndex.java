package souk.offer.lib.compiled;

import java.util.Arrays;

/**
 * Numbers texts from 0 in the order in which they come. Open addressing, one long per slot: the
 * hash above, the number plus one below. Filled by one thread, then only read, by any number.
 */
final class StringIndex {
  static final int ABSENT = -1;
  private static final int GOLDEN = 0x9E3779B9;

  private long[] slots = new long[64];
  private String[] keys = new String[32];
  private int size;

  int size() {
    return size;
  }

  String key(int number) {
    return keys[number];
  }

  /** The number of a text; {@link #ABSENT} if it has none. */
  int find(String text) {
    int hash = text.hashCode() * GOLDEN;
    int mask = slots.length - 1;
    for (int i = hash >>> 8 & mask; ; i = i + 1 & mask) {
      long slot = slots[i];
      if (slot == 0) {
        return ABSENT;
      }
      if ((int) (slot >>> 32) == hash && keys[(int) slot - 1].equals(text)) {
        return (int) slot - 1;
      }
    }
  }

  /** The number of a text, a new one if it had none. */
  int add(String text) {
    int known = find(text);
    if (known != ABSENT) {
      return known;
    }
    if (size == keys.length) {
      keys = Arrays.copyOf(keys, 2 * size);
      slots = new long[8 * size];
      for (int i = 0; i < size; i++) {
        place(keys[i], i);
      }
    }
    keys[size] = text;
    place(text, size);
    return size++;
  }

  private void place(String text, int number) {
    int hash = text.hashCode() * GOLDEN;
    int mask = slots.length - 1;
    int i = hash >>> 8 & mask;
    while (slots[i] != 0) {
      i = i + 1 & mask;
    }
    slots[i] = (long) hash << 32 | number + 1;
  }
}

package souk.offer.lib.compiled;

import java.util.Locale;

/**
 * Numbers whatever a cart may bring along: audience tags, coupon codes, batches, stores, channels
 * and payment methods, each in its own space of texts, all in one space of numbers.
 */
final class TagIndex {
  private final StringIndex[] texts = new StringIndex[6];
  private final int[][] numbers = new int[6][16];

  /** The tag that every cart has. */
  static final int ALWAYS = 0;

  private int size = 1;

  TagIndex() {
    for (int i = 0; i < texts.length; i++) {
      texts[i] = new StringIndex();
    }
  }

  /** Spaces of texts. */
  enum Space {
    AUDIENCE,
    COUPON,
    BATCH,
    STORE,
    CHANNEL,
    PAYMENT
  }

  int size() {
    return size;
  }

  int add(Space space, String text) {
    int s = space.ordinal();
    String key = space == Space.COUPON ? normal(text) : text;
    int before = texts[s].size();
    int position = texts[s].add(key);
    if (position == before) {
      if (position == numbers[s].length) {
        numbers[s] = java.util.Arrays.copyOf(numbers[s], 2 * position);
      }
      numbers[s][position] = size++;
    }
    return numbers[s][position];
  }

  /** Shared codes are the same whatever the case and the blanks around them. */
  private static String normal(String code) {
    return code.strip().toUpperCase(Locale.ROOT);
  }

  /** The number of a text; {@link StringIndex#ABSENT} if it has none. */
  int find(Space space, String text) {
    StringIndex index = texts[space.ordinal()];
    if (index.size() == 0) {
      return StringIndex.ABSENT;
    }
    int position = index.find(space == Space.COUPON ? normal(text) : text);
    return position == StringIndex.ABSENT ? StringIndex.ABSENT : numbers[space.ordinal()][position];
  }
}

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

  int audience(String tag) {
    return find(Space.AUDIENCE, tag);
  }

  int coupon(String code) {
    return texts[Space.COUPON.ordinal()].size() == 0
        ? StringIndex.ABSENT
        : find(Space.COUPON, normal(code));
  }

  int batch(String id) {
    return find(Space.BATCH, id);
  }

  int store(String id) {
    return find(Space.STORE, id);
  }

  int channel(String name) {
    return find(Space.CHANNEL, name);
  }

  int payment(String method) {
    return find(Space.PAYMENT, method);
  }

  /** Shared codes are the same whatever the case and the blanks around them. */
  private static String normal(String code) {
    return code.strip().toUpperCase(Locale.ROOT);
  }

  private int find(Space space, String text) {
    int s = space.ordinal();
    int position = texts[s].find(text);
    return position == StringIndex.ABSENT ? StringIndex.ABSENT : numbers[s][position];
  }
}

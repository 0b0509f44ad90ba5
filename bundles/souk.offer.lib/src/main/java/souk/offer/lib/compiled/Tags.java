package souk.offer.lib.compiled;

import souk.offer.lib.compiled.TagIndex.Space;

/** The cart has one of some tags and none of some others. Immutable. */
final class Tags extends Condition {
  private static final int FEW = 4;

  private final Miss missing;
  private final Miss excluded;
  private final Space space;
  private final int[] anyOf;
  private final int[] noneOf;
  private final long[] anyBits;
  private final long[] noneBits;

  Tags(String kind, Space space, int[] anyOf, int[] noneOf) {
    this.missing = Miss.of(kind + ".missing");
    this.excluded = Miss.of(kind + ".excluded");
    this.space = space;
    this.anyOf = anyOf;
    this.noneOf = noneOf;
    this.anyBits = bits(anyOf);
    this.noneBits = bits(noneOf);
  }

  @Override
  boolean holds(CartState cart, long[] amounts) {
    return (anyOf.length == 0 || has(cart, anyOf, anyBits))
        && (noneOf.length == 0 || !has(cart, noneOf, noneBits));
  }

  @Override
  Miss miss(CartState cart, long[] amounts) {
    return noneOf.length > 0 && has(cart, noneOf, noneBits) ? excluded : missing;
  }

  @Override
  int[] needsTag() {
    return anyOf;
  }

  @Override
  int onlyTag() {
    return anyOf.length == 1 && noneOf.length == 0 ? anyOf[0] : super.onlyTag();
  }

  @Override
  boolean coupon() {
    return space == Space.COUPON || space == Space.BATCH;
  }

  private static boolean has(CartState cart, int[] few, long[] many) {
    if (few.length <= FEW) {
      for (int tag : few) {
        if (cart.hasTag(tag)) {
          return true;
        }
      }
      return false;
    }
    for (int i = 0; i < cart.tagCount; i++) {
      int word = cart.tags[i] >>> 6;
      if (word < many.length && (many[word] & 1L << cart.tags[i]) != 0) {
        return true;
      }
    }
    return false;
  }

  private static long[] bits(int[] tags) {
    if (tags.length <= FEW) {
      return new long[0];
    }
    int most = 0;
    for (int tag : tags) {
      most = Math.max(most, tag);
    }
    long[] bits = new long[(most >>> 6) + 1];
    for (int tag : tags) {
      bits[tag >>> 6] |= 1L << tag;
    }
    return bits;
  }
}

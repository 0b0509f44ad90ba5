package souk.offer.lib.compiled;

import org.jspecify.annotations.Nullable;

/**
 * The offers of a small set as bits in rows of four words: what a facet or a tag leads to is one
 * row, so a cart's offers are found by putting rows together, without a loop over offers and
 * without a branch. Immutable.
 */
final class OfferRows {
  /** Words of a row. */
  static final int WORDS = 4;

  /** Words by tag: offers filed under it, and offers that it alone decides on. */
  static final int TAG_WORDS = 2 * WORDS;

  private static final int MOST_OFFERS = WORDS * Long.SIZE;
  private static final int MOST_ROWS = 1 << 16;

  /** Offers filed under a facet: facet · 4 + word. */
  final long[] facets;

  /** By tag: tag · 8 + word. */
  final long[] tags;

  /** Offers that every cart finds. */
  final long[] general = new long[WORDS];

  /**
   * By offer: those that cannot apply any more once it has changed all lines that it may change.
   */
  final long[] outdone;

  private OfferRows(OfferSet set) {
    this.facets = new long[WORDS * set.facetCount];
    this.tags = new long[TAG_WORDS * set.tagCount];
    this.outdone = new long[WORDS * set.size()];
    rows(set.facetOffers, facets, WORDS);
    rows(set.tagOffers, tags, TAG_WORDS);
    for (int offer : set.general) {
      put(general, 0, offer);
    }
    for (int offer = 0; offer < set.size(); offer++) {
      put(tags, TAG_WORDS * set.quickGates[offer] + WORDS, offer);
      for (int other = offer + 1; other < set.size(); other++) {
        if (outdone(set, offer, other)) {
          put(outdone, WORDS * offer, other);
        }
      }
    }
  }

  /** The rows of a set; null if it is too large for them. */
  static @Nullable OfferRows of(OfferSet set) {
    return set.size() > MOST_OFFERS || set.facetCount > MOST_ROWS || set.tagCount > MOST_ROWS
        ? null
        : new OfferRows(set);
  }

  private static void rows(IntLists lists, long[] rows, int words) {
    for (int list = 0; list + 1 < lists.starts.length; list++) {
      for (int i = lists.starts[list]; i < lists.starts[list + 1]; i++) {
        put(rows, words * list, lists.values[i]);
      }
    }
  }

  private static void put(long[] rows, int row, int offer) {
    rows[row + (offer >>> 6)] |= 1L << offer;
  }

  /**
   * True if a later offer of the same group has no line left that it may change, or needs all its
   * lines and has lost some.
   */
  private static boolean outdone(OfferSet set, int offer, int later) {
    ScopeRef reach = set.reaches[offer];
    ScopeRef other = set.reaches[later];
    if (set.groups[offer] != set.groups[later]
        || reach == null
        || other == null
        || set.has(later, OfferSet.CLOSER_LOOK)) {
      return false;
    }
    return other.within(reach) || (set.has(later, OfferSet.SPREAD) && reach.within(other));
  }
}

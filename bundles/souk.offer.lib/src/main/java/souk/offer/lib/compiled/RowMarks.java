package souk.offer.lib.compiled;

/**
 * Which offers of a small set a cart finds, as one row of {@link OfferRows}. Reused; for one
 * thread.
 */
final class RowMarks {
  /** Offers that are found and in force; whoever looks at one takes it out. */
  final long[] found = new long[OfferRows.WORDS];

  /** Offers in force that the tag they ask for alone keeps out. */
  final long[] missing = new long[OfferRows.WORDS];

  /** Offers that need not be looked at any more. */
  final long[] outdone = new long[OfferRows.WORDS];

  /** True if offers of the two rows above are not in the list of rejections yet. */
  boolean open;

  /** Offers in force, and for how long this holds. */
  private final long[] inForce = new long[OfferRows.WORDS];

  private long from;
  private long until;

  /** Nothing is known about offers in force; for another set. */
  void forget() {
    from = 0;
    until = 0;
  }

  /** Finds the offers of a cart. */
  void mark(OfferSet set, OfferRows rows, CartState cart) {
    if (cart.at < from || cart.at >= until) {
      findInForce(set, cart.at);
    }
    long[] facets = rows.facets;
    long a = rows.general[0];
    long b = rows.general[1];
    long c = rows.general[2];
    long d = rows.general[3];
    for (int i = 0; i < cart.facetCount; i++) {
      int row = OfferRows.WORDS * cart.facets[i];
      a |= facets[row];
      b |= facets[row + 1];
      c |= facets[row + 2];
      d |= facets[row + 3];
    }
    found[0] = a;
    found[1] = b;
    found[2] = c;
    found[3] = d;
    tags(rows.tags, cart);
    open = false;
  }

  /** Leaves out what a missing tag keeps out. */
  void gate() {
    for (int w = 0; w < OfferRows.WORDS; w++) {
      found[w] ^= missing[w];
    }
    open = true;
  }

  private void tags(long[] tags, CartState cart) {
    for (int w = 0; w < OfferRows.WORDS; w++) {
      long filed = found[w] | tags[w];
      long decided = tags[OfferRows.WORDS + w];
      for (int i = 0; i < cart.tagCount; i++) {
        int row = OfferRows.TAG_WORDS * cart.tags[i] + w;
        filed |= tags[row];
        decided |= tags[row + OfferRows.WORDS];
      }
      found[w] = filed & inForce[w];
      missing[w] = filed & inForce[w] & ~decided;
      outdone[w] = 0;
    }
  }

  private void findInForce(OfferSet set, long at) {
    java.util.Arrays.fill(inForce, 0);
    from = Long.MIN_VALUE;
    until = Long.MAX_VALUE;
    for (int offer = 0; offer < set.size(); offer++) {
      long begin = set.windows[2 * offer];
      long end = set.windows[2 * offer + 1];
      if (at < begin) {
        until = Math.min(until, begin);
      } else if (at >= end) {
        from = Math.max(from, end);
      } else {
        inForce[offer >>> 6] |= 1L << offer;
        from = Math.max(from, begin);
        until = Math.min(until, end);
      }
    }
  }

  /** Leaves out what need not be looked at once an offer has changed all lines that it may. */
  void leaveOut(OfferRows rows, int offer) {
    for (int w = offer >>> 6; w < OfferRows.WORDS; w++) {
      long out = found[w] & rows.outdone[OfferRows.WORDS * offer + w];
      outdone[w] |= out;
      found[w] ^= out;
    }
  }
}

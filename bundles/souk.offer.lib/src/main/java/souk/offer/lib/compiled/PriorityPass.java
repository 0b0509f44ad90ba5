package souk.offer.lib.compiled;

/**
 * Chooses by priority and applies in one pass: without offers that look at what others have left,
 * the order of application is the order of priority, so an offer can be taken when it is looked at,
 * straight off what is left. One whose lines are all taken for its group is not worked out; that is
 * done when somebody asks why it does not apply. For one thread.
 */
final class PriorityPass {
  /** What is not taken straight. */
  static final int APART =
      OfferSet.PAUSED | OfferSet.COUNTED | OfferSet.BENEFIT | OfferSet.FOREIGN_EFFECT;

  private final Evaluation evaluation;
  private final CartState cart;
  private final Candidates candidates;
  private final Rejections rejections;

  /** Lines that are taken, by stacking group. */
  private long[] claimed = new long[16];

  /** True if an exclusive offer applies. */
  private boolean closed;

  PriorityPass(Evaluation evaluation) {
    this.evaluation = evaluation;
    this.cart = evaluation.cart;
    this.candidates = evaluation.candidates;
    this.rejections = evaluation.rejections;
  }

  /** True if the cart that is open can be quoted so. */
  boolean fits() {
    return cart.words == 1 && !evaluation.anyDependent();
  }

  void run(Choice choice, QuoteResult result) {
    OfferSet set = evaluation.set;
    if (claimed.length < set.groupCount) {
      claimed = new long[set.groupCount];
    }
    for (int group = 0; group < set.groupCount; group++) {
      claimed[group] = 0;
    }
    closed = false;
    result.begin();
    if (set.rows != null) {
      inRows(set, evaluation.rows(), result);
    } else {
      int count = filter(set);
      for (int i = 0; i < count; i++) {
        look(set, evaluation.drained[i], result);
      }
    }
    result.end(choice);
  }

  /** Looks at the offers of a small set, of which more fall away with each that is taken. */
  private void inRows(OfferSet set, RowMarks marks, QuoteResult result) {
    marks.gate();
    rejections.later = true;
    long[] found = marks.found;
    for (int w = 0; w < OfferRows.WORDS; w++) {
      for (long bits = found[w]; bits != 0; bits = found[w]) {
        found[w] = bits & bits - 1;
        look(set, (w << 6) + Long.numberOfTrailingZeros(bits), result);
      }
    }
  }

  private void look(OfferSet set, int offer, QuoteResult result) {
    int flags = set.flags[offer];
    if ((flags & OfferSet.CLOSER_LOOK) == 0) {
      straight(set, offer, flags, result);
    } else if ((flags & APART) != 0) {
      apart(set, offer, flags, result);
    } else {
      int failed = evaluation.failed(offer);
      if (failed >= 0) {
        rejections.add(offer, failed);
      } else {
        straight(set, offer, flags, result);
      }
    }
  }

  /**
   * Leaves out what is not in force or whose one tag is missing: without branches to be guessed.
   */
  private int filter(OfferSet set) {
    int marked = evaluation.drain();
    int[] offers = evaluation.drained;
    rejections.grow(marked);
    int[] refused = rejections.offer;
    int[] why = rejections.why;
    int count = 0;
    int out = 0;
    for (int i = 0; i < marked; i++) {
      int offer = offers[i];
      int begun = cart.at >= set.windows[2 * offer] ? 1 : 0;
      int inForce = begun & (cart.at < set.windows[2 * offer + 1] ? 1 : 0);
      int tagged = cart.tagBit(set.quickGates[offer]);
      offers[count] = offer;
      count += inForce & tagged;
      refused[out] = offer;
      why[out] = 0;
      out += inForce & (tagged ^ 1);
    }
    rejections.count = out;
    return count;
  }

  private void straight(OfferSet set, int offer, int flags, QuoteResult result) {
    int group = set.groups[offer];
    long lines = lines(set, offer);
    long free = lines & ~claimed[group];
    if (free == 0 || out(flags, result)) {
      rejections.add(offer, Rejections.LATER);
    } else if (free != lines && needsAll(flags, lines & ~free)) {
      rejections.add(offer, Rejections.LATER);
    } else if (free != lines) {
      contested(set, offer, flags, Uses.UNLIMITED, result);
    } else {
      Drawdown down = result.row();
      long changed = set.effects[offer].take(cart, lines, down);
      if (changed == 0) {
        rejections.add(offer, Rejections.NOTHING);
      } else {
        result.taken(candidates.taken(set, cart, offer, changed, down));
        claimed[group] |= changed;
        closed = (flags & OfferSet.EXCLUSIVE) != 0;
        if (set.rows != null && changed == lines) {
          evaluation.rows().leaveOut(set.rows, offer);
        }
      }
    }
  }

  private void apart(OfferSet set, int offer, int flags, QuoteResult result) {
    long budget = evaluation.admit(offer);
    if (budget < 0) {
      return;
    }
    if ((flags & OfferSet.BENEFIT) != 0) {
      evaluation.benefit(offer);
    } else if ((flags & OfferSet.COUNTED) == 0 && (out(flags, result) || covered(set, offer))) {
      rejections.add(offer, Rejections.LATER);
    } else {
      contested(set, offer, flags, budget, result);
    }
  }

  /** Works an offer out before it is known whether it may apply. */
  private void contested(OfferSet set, int offer, int flags, long budget, QuoteResult result) {
    int slot = candidates.count;
    int group = set.groups[offer];
    if (!evaluation.candidate(offer, flags, budget)) {
      rejections.add(offer, Rejections.NOTHING);
    } else if (out(flags, result) || (claimed[group] & candidates.mask[slot]) != 0) {
      evaluation.refuse(slot);
    } else {
      claimed[group] |= candidates.mask[slot];
      closed = (flags & OfferSet.EXCLUSIVE) != 0;
      result.take(slot);
    }
  }

  /** True if an offer changes all lines of its scope with an amount, and some are taken. */
  private boolean needsAll(int flags, long taken) {
    return (flags & OfferSet.SPREAD) != 0 && (taken & cart.worth[0]) != 0;
  }

  /** True if no such offer may apply beside those that do. */
  private boolean out(int flags, QuoteResult result) {
    return closed || ((flags & OfferSet.EXCLUSIVE) != 0 && result.appliedCount() > 0);
  }

  /** True if all lines that an offer may change are taken for its group. */
  private boolean covered(OfferSet set, int offer) {
    return (lines(set, offer) & ~claimed[set.groups[offer]]) == 0;
  }

  /** Lines that an offer may change. */
  private long lines(OfferSet set, int offer) {
    int facet = set.onlyFacets[offer];
    if (facet >= 0) {
      return cart.facetLines(facet);
    }
    ScopeRef reach = set.reaches[offer];
    return reach == null ? set.effects[offer].touches(cart, 0) : reach.lines(cart);
  }
}

package souk.offer.lib.compiled;

import java.util.Arrays;

/**
 * Finds the candidates of a cart: offers that the set files under something the cart has, in force,
 * not paused, not used up, with conditions that hold and something to take off. They are marked in
 * a bit set first, so that they come in the order of application, each once. For one thread.
 */
final class Evaluation {
  private static final long REFUSED = -1;

  final CartState cart = new CartState();
  final Candidates candidates = new Candidates();
  final Rejections rejections = new Rejections();
  OfferSet set = OfferSet.builder().build();
  Foreign foreign = Foreign.NONE;
  private Uses uses = Uses.NONE;

  /** Offers that give something else than money off, in order of application. */
  int[] benefits = new int[8];

  int benefitCount;

  /** Offers to be looked at, of a small set. */
  private final RowMarks rowMarks = new RowMarks();

  /** Offers to be looked at, and which words of that are not 0. */
  private long[] marked = new long[1];

  private long[] markedWords = new long[1];

  /** Offers that were marked, in order of application. */
  int[] drained = new int[2 * Long.SIZE];

  private boolean finished = true;

  private int[] live = new int[0];
  private int liveCount;
  private long liveFrom;
  private long liveUntil;

  /** Reads a cart and marks the offers to be looked at. */
  void open(OfferSet offers, CartInput input, Uses left, Foreign others) {
    if (set != offers || !finished) {
      set = offers;
      liveFrom = 0;
      liveUntil = 0;
      rowMarks.forget();
      int words = (set.size() + 63) >>> 6;
      marked = set.rows == null ? new long[words + 1] : rowMarks.found;
      markedWords = new long[Math.max(1, (words + 63) >>> 6)];
    }
    finished = false;
    if (uses != left || foreign != others) {
      uses = left;
      foreign = others;
    }
    candidates.clear();
    rejections.clear();
    benefitCount = 0;
    cart.open(set, input);
    if (set.rows == null) {
      mark();
    } else {
      rowMarks.mark(set, set.rows, cart);
      markedWords[0] = (1L << OfferRows.WORDS) - 1;
    }
  }

  /** The marks of a small set, to be looked at in place of {@link #drain}. */
  RowMarks rows() {
    finished = true;
    return rowMarks;
  }

  /** Looks at all that is marked. */
  void evaluate() {
    int count = drain();
    for (int i = 0; i < count; i++) {
      int offer = drained[i];
      long budget = admit(offer);
      if (budget < 0) {
        continue;
      }
      int flags = set.flags[offer];
      if ((flags & OfferSet.BENEFIT) != 0) {
        benefit(offer);
      } else if (candidate(offer, flags, budget)) {
        value(candidates.count - 1);
      } else {
        rejections.add(offer, Rejections.NOTHING);
      }
    }
  }

  /** Takes all marked offers, in order of application, into {@link #drained}; says how many. */
  int drain() {
    int count = 0;
    for (int v = 0; v < markedWords.length; v++) {
      for (long words = markedWords[v]; words != 0; words &= words - 1) {
        int word = (v << 6) + Long.numberOfTrailingZeros(words);
        long bits = marked[word];
        marked[word] = 0;
        if (drained.length < count + Long.SIZE) {
          drained = Arrays.copyOf(drained, 2 * drained.length);
        }
        for (; bits != 0; bits &= bits - 1) {
          drained[count++] = (word << 6) + Long.numberOfTrailingZeros(bits);
        }
      }
      markedWords[v] = 0;
    }
    finished = true;
    return count;
  }

  /** True if an offer is marked that looks at what others have left. */
  boolean anyDependent() {
    int first = set.firstDependent;
    if (first == set.size()) {
      return false;
    }
    long any = marked[first >>> 6] & -1L << first;
    for (int w = (first >>> 6) + 1; w < marked.length; w++) {
      any |= marked[w];
    }
    return any != 0;
  }

  /** Works out why offers do not apply that were left for later. */
  void settle() {
    if (rowMarks.open) {
      rejections.addAll(rowMarks.missing, 0);
      rejections.addAll(rowMarks.outdone, Rejections.LATER);
      rowMarks.open = false;
    }
    for (int i = 0; i < rejections.count; i++) {
      if (rejections.why[i] == Rejections.LATER) {
        int offer = rejections.offer[i];
        int slot = candidates.count;
        if (candidate(offer, set.flags[offer], Uses.UNLIMITED)) {
          value(slot);
          rejections.why[i] = candidates.refusal(slot);
        } else {
          rejections.why[i] = Rejections.NOTHING;
        }
      }
    }
    rejections.later = false;
  }

  private void mark() {
    markFacets(set.facetOffers.starts, set.facetOffers.values);
    if (set.tagOffers.values.length > 0) {
      for (int i = 0; i < cart.tagCount; i++) {
        int tag = cart.tags[i];
        for (int k = set.tagOffers.starts[tag]; k < set.tagOffers.starts[tag + 1]; k++) {
          mark(set.tagOffers.values[k]);
        }
      }
    }
    if (set.general.length > 0) {
      if (cart.at < liveFrom || cart.at >= liveUntil) {
        findLive();
      }
      for (int i = 0; i < liveCount; i++) {
        mark(live[i]);
      }
    }
  }

  private void markFacets(int[] starts, int[] offers) {
    boolean few = markedWords.length == 1;
    long words = 0;
    for (int i = 0; i < cart.facetCount; i++) {
      int facet = cart.facets[i];
      for (int k = starts[facet]; k < starts[facet + 1]; k++) {
        int offer = offers[k];
        marked[offer >>> 6] |= 1L << offer;
        words |= 1L << (offer >>> 6);
        if (!few) {
          markedWords[offer >>> 12] |= 1L << (offer >>> 6);
        }
      }
    }
    if (few) {
      markedWords[0] = words;
    }
  }

  private void mark(int offer) {
    marked[offer >>> 6] |= 1L << offer;
    markedWords[offer >>> 12] |= 1L << (offer >>> 6);
  }

  /** Offers for every cart that are in force, and how long this list holds. */
  private void findLive() {
    if (live.length < set.general.length) {
      live = new int[set.general.length];
    }
    liveCount = 0;
    liveFrom = Long.MIN_VALUE;
    liveUntil = Long.MAX_VALUE;
    for (int offer : set.general) {
      long from = set.windows[2 * offer];
      long until = set.windows[2 * offer + 1];
      if (cart.at < from) {
        liveUntil = Math.min(liveUntil, from);
      } else if (cart.at >= until) {
        liveFrom = Math.max(liveFrom, until);
      } else {
        live[liveCount++] = offer;
        liveFrom = Math.max(liveFrom, from);
        liveUntil = Math.min(liveUntil, until);
      }
    }
  }

  /** What an offer may take off; less than 0 if it does not apply, which is noted. */
  long admit(int offer) {
    if (!inForce(offer)) {
      return REFUSED;
    }
    long budget = Uses.UNLIMITED;
    if ((set.flags[offer] & (OfferSet.PAUSED | OfferSet.COUNTED)) != 0) {
      if ((set.flags[offer] & OfferSet.PAUSED) != 0) {
        rejections.add(offer, Rejections.PAUSED);
        return REFUSED;
      }
      budget = uses.left(offer);
      if (budget < 0) {
        rejections.add(offer, Rejections.LIMIT - (int) budget);
        return REFUSED;
      }
    }
    int failed = failed(offer);
    if (failed >= 0) {
      rejections.add(offer, failed);
      return REFUSED;
    }
    return budget;
  }

  boolean inForce(int offer) {
    return cart.at >= set.windows[2 * offer] && cart.at < set.windows[2 * offer + 1];
  }

  /** The first condition that does not hold; −1 if all do. */
  int failed(int offer) {
    int gate = set.gates[offer];
    return gate == OfferSet.CONDITIONS ? firstFailed(offer) : cart.hasTag(gate) ? -1 : 0;
  }

  private int firstFailed(int offer) {
    Condition[] conditions = set.conditions[offer];
    for (int i = 0; i < conditions.length; i++) {
      boolean holds =
          conditions[i] == ConditionForm.ForeignCondition.INSTANCE
              ? !foreign.fails(offer, i, cart.gross)
              : conditions[i].holds(cart, cart.gross);
      if (!holds) {
        return i;
      }
    }
    return -1;
  }

  void benefit(int offer) {
    if (set.effects[offer].benefitAmount(cart, cart.gross) == 0) {
      rejections.add(offer, Rejections.NOTHING);
      return;
    }
    if (benefitCount == benefits.length) {
      benefits = Arrays.copyOf(benefits, 2 * benefitCount);
    }
    benefits[benefitCount++] = offer;
  }

  /** Keeps an offer as a candidate; false if it takes nothing off. */
  boolean candidate(int offer, int flags, long budget) {
    int slot = candidates.open(cart);
    if ((flags & OfferSet.SPREAD) != 0) {
      return spread(offer, slot, budget);
    }
    int base = slot * cart.lines;
    candidates.clearRow(cart, slot);
    long[] wanted = candidates.wanted;
    long sum =
        (flags & OfferSet.FOREIGN_EFFECT) != 0
            ? foreignWants(offer, wanted, base)
            : set.effects[offer].want(cart, cart.gross, wanted, base);
    if (sum == 0) {
      return false;
    }
    if (sum > budget) {
      sum = cart.shares.ofWeights(cart, budget, sum, wanted, base);
    }
    if ((flags & OfferSet.DEPENDENT) != 0) {
      dependent(offer, flags, slot, sum, budget);
    } else {
      independent(offer, slot, base);
    }
    candidates.keep(set, offer, budget);
    return true;
  }

  /** Keeps only the amount; its lines and value are worked out when somebody asks. */
  private boolean spread(int offer, int slot, long budget) {
    OrderEffects.Spread effect = (OrderEffects.Spread) set.effects[offer];
    long sum = effect.sum(cart, cart.gross);
    long off = Math.min(budget, effect.off(sum));
    if (off == 0) {
      return false;
    }
    candidates.offer[slot] = offer;
    candidates.off[slot] = off;
    candidates.base[slot] = sum;
    for (int w = 0; w < cart.words; w++) {
      candidates.mask[slot * cart.words + w] = effect.scope().word(cart, w) & cart.worth[w];
    }
    candidates.own[slot] = Candidates.UNKNOWN;
    candidates.most[slot] = Candidates.UNKNOWN;
    candidates.keep(set, offer, budget);
    return true;
  }

  /** Works out what a candidate takes off alone, which depends on floors. */
  void value(int slot) {
    if (candidates.own[slot] == Candidates.UNKNOWN) {
      long off = candidates.off[slot];
      boolean whole = candidates.spread(slot) && fits(slot, off, candidates.base[slot]);
      long own = whole ? off : sumOfRow(slot);
      candidates.own[slot] = own;
      candidates.most[slot] = own;
    }
  }

  /** Notes that a candidate was not chosen. */
  void refuse(int slot) {
    value(slot);
    rejections.add(candidates.offer[slot], candidates.refusal(slot));
  }

  /** True if no line's share of an amount can be more than it may lose. */
  private boolean fits(int slot, long off, long sum) {
    double share = (double) off * (1 + 1e-9);
    if (share <= cart.leastRoomBillionths() * 1e-9 * sum) {
      return true;
    }
    for (int w = 0; w < cart.words; w++) {
      for (long m = candidates.mask[slot * cart.words + w]; m != 0; m &= m - 1) {
        int line = (w << 6) + Long.numberOfTrailingZeros(m);
        if (share * cart.gross[line] > (double) cart.room[line] * sum) {
          return false;
        }
      }
    }
    return true;
  }

  private long sumOfRow(int slot) {
    candidates.fillRow(set, cart, slot);
    long own = 0;
    for (int w = 0; w < cart.words; w++) {
      for (long m = candidates.mask[slot * cart.words + w]; m != 0; m &= m - 1) {
        int line = (w << 6) + Long.numberOfTrailingZeros(m);
        own += Math.min(candidates.wanted[slot * cart.lines + line], cart.room[line]);
      }
    }
    return own;
  }

  private long foreignWants(int offer, long[] wanted, int base) {
    long[] answer = foreign.discounts(offer, cart.gross);
    long sum = 0;
    for (int line = 0; line < answer.length; line++) {
      wanted[base + line] = answer[line];
      sum += answer[line];
    }
    return sum;
  }

  private void independent(int offer, int slot, int base) {
    long[] wanted = candidates.wanted;
    ScopeRef reach = set.reaches[offer];
    long own = 0;
    for (int w = 0; w < cart.words; w++) {
      long mask = 0;
      long lines = reach == null ? cart.all(w) : reach.word(cart, w);
      for (long m = lines; m != 0; m &= m - 1) {
        int line = (w << 6) + Long.numberOfTrailingZeros(m);
        long want = wanted[base + line];
        own += Math.min(want, cart.room[line]);
        mask |= (-want >>> 63) << line;
      }
      candidates.mask[slot * cart.words + w] = mask;
    }
    candidates.own[slot] = own;
    candidates.most[slot] = own;
  }

  /** Wants of a dependent candidate are not kept: they change with what others leave. */
  private void dependent(int offer, int flags, int slot, long sum, long budget) {
    int base = slot * cart.lines;
    boolean foreignEffect = (flags & OfferSet.FOREIGN_EFFECT) != 0;
    long own = 0;
    long room = 0;
    for (int w = 0; w < cart.words; w++) {
      long touched = foreignEffect ? cart.all(w) : set.effects[offer].touches(cart, w);
      for (long m = touched; m != 0; m &= m - 1) {
        int line = (w << 6) + Long.numberOfTrailingZeros(m);
        own += Math.min(candidates.wanted[base + line], cart.room[line]);
        room += cart.room[line];
      }
      candidates.mask[slot * cart.words + w] = touched;
    }
    candidates.own[slot] = own;
    candidates.most[slot] =
        foreignEffect || set.effects[offer].mayGrow()
            ? Math.min(room, budget)
            : Math.min(room, Math.min(budget, sum + cart.lines));
  }
}

package souk.offer.lib.compiled;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Quotes carts, one after the other. Owns all memory that a quote needs and uses it again, so that
 * a quote makes no garbage. For one thread at a time; keep one per thread or take them from a pool.
 *
 * <p>{@link #quote} does all at once. Whoever lets somebody else choose calls {@link #evaluate},
 * then {@link #choose} or {@link #choose(int[], int)}, which applies the choice.
 */
public final class Quoting {
  /** Steps of the search after which the best set found so far is taken. */
  public static final int STEP_LIMIT = 20_000;

  final CartState cart = new CartState();
  final Candidates candidates = new Candidates();
  final Rejections rejections = new Rejections();
  final Choice choice = new Choice();
  final BestSearch search = new BestSearch();
  final GreedyChoice greedy = new GreedyChoice();
  private final Taking taking = new Taking();
  private final QuoteResult result = new QuoteResult(this);
  private int stepLimit = STEP_LIMIT;

  OfferSet set = OfferSet.builder().build();
  Foreign foreign = Foreign.NONE;
  Uses uses = Uses.NONE;
  int[] benefits = new int[8];
  int benefitCount;
  private int[] offerSeen = new int[0];
  private int generation;
  private int[] live = new int[0];
  private int liveCount;
  private long liveFrom;
  private long liveUntil;

  /** Another limit of the search than {@link #STEP_LIMIT}. */
  public Quoting stepLimit(int steps) {
    stepLimit = steps;
    return this;
  }

  /** Quotes a cart; offers with foreign parts or limits do not apply. */
  public QuoteResult quote(OfferSet offers, CartInput input, Selector selector) {
    evaluate(offers, input, Uses.NONE, Foreign.NONE);
    return choose(selector);
  }

  /**
   * Finds the candidates of a cart.
   *
   * @throws IllegalArgumentException if an article has no price, or there are no lines
   * @throws ArithmeticException if an amount does not fit in a long
   */
  public Quoting evaluate(OfferSet offers, CartInput input, Uses left, Foreign others) {
    if (set != offers) {
      set = offers;
      liveFrom = 0;
      liveUntil = 0;
    }
    uses = left;
    foreign = others;
    candidates.clear();
    rejections.clear();
    benefitCount = 0;
    cart.open(set, input);
    look();
    return this;
  }

  private void look() {
    IntLists byFacet = set.facetOffers;
    for (int i = 0; i < cart.facetCount; i++) {
      int facet = cart.facets[i];
      for (int k = byFacet.starts[facet]; k < byFacet.starts[facet + 1]; k++) {
        consider(byFacet.values[k]);
      }
    }
    if (cart.tagCount > 0 && set.tagOffers.values.length > 0) {
      lookAtTags();
    }
    if (set.general.length > 0) {
      if (cart.at < liveFrom || cart.at >= liveUntil) {
        findLive();
      }
      for (int i = 0; i < liveCount; i++) {
        judge(live[i]);
      }
    }
  }

  private void lookAtTags() {
    if (offerSeen.length < set.size()) {
      offerSeen = new int[set.size()];
      generation = 0;
    }
    if (++generation == 0) {
      Arrays.fill(offerSeen, 0);
      generation = 1;
    }
    IntLists byTag = set.tagOffers;
    for (int i = 0; i < cart.tagCount; i++) {
      int tag = cart.tags[i];
      for (int k = byTag.starts[tag]; k < byTag.starts[tag + 1]; k++) {
        int offer = byTag.values[k];
        if (offerSeen[offer] != generation) {
          offerSeen[offer] = generation;
          consider(offer);
        }
      }
    }
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

  private void consider(int offer) {
    if (cart.at >= set.windows[2 * offer] && cart.at < set.windows[2 * offer + 1]) {
      judge(offer);
    }
  }

  private void judge(int offer) {
    int flags = set.flags[offer];
    long budget = Uses.UNLIMITED;
    if ((flags & (OfferSet.PAUSED | OfferSet.COUNTED)) != 0) {
      if ((flags & OfferSet.PAUSED) != 0) {
        rejections.add(offer, Rejections.PAUSED);
        return;
      }
      budget = uses.left(offer);
      if (budget < 0) {
        rejections.add(offer, Rejections.LIMIT - (int) budget);
        return;
      }
    }
    Condition[] conditions = set.conditions[offer];
    for (int i = 0; i < conditions.length; i++) {
      boolean holds =
          conditions[i] == ConditionForm.ForeignCondition.INSTANCE
              ? !foreign.fails(offer, i, cart.gross)
              : conditions[i].holds(cart, cart.gross);
      if (!holds) {
        rejections.add(offer, i);
        return;
      }
    }
    if ((flags & OfferSet.BENEFIT) != 0) {
      benefit(offer);
    } else if (!candidate(offer, flags, budget)) {
      rejections.add(offer, Rejections.NOTHING);
    }
  }

  private void benefit(int offer) {
    if (set.effects[offer].benefitAmount(cart, cart.gross) == 0) {
      rejections.add(offer, Rejections.NOTHING);
      return;
    }
    if (benefitCount == benefits.length) {
      benefits = Arrays.copyOf(benefits, 2 * benefitCount);
    }
    int k = benefitCount++;
    for (; k > 0 && benefits[k - 1] > offer; k--) {
      benefits[k] = benefits[k - 1];
    }
    benefits[k] = offer;
  }

  private boolean candidate(int offer, int flags, long budget) {
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
      sum = Shares.ofWeights(cart, budget, sum, wanted, base);
    }
    if ((flags & OfferSet.DEPENDENT) != 0) {
      dependent(offer, flags, slot, sum, budget);
    } else {
      independent(offer, flags, slot, base);
    }
    candidates.keep(set, offer, budget);
    return true;
  }

  /** Keeps only the amount; its lines are worked out when somebody asks. */
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
    double share = (double) off * (1 + 1e-9);
    boolean fits = true;
    for (int w = 0; w < cart.words; w++) {
      long mask = effect.scope().word(cart, w) & cart.worth[w];
      candidates.mask[slot * cart.words + w] = mask;
      for (long m = mask; m != 0 && fits; m &= m - 1) {
        int line = (w << 6) + Long.numberOfTrailingZeros(m);
        fits = share * cart.gross[line] <= (double) cart.room[line] * sum;
      }
    }
    long own = off;
    if (!fits) {
      candidates.fillRow(set, cart, slot);
      own = 0;
      for (int line = 0; line < cart.lines; line++) {
        own += Math.min(candidates.wanted[slot * cart.lines + line], cart.room[line]);
      }
    }
    candidates.own[slot] = own;
    candidates.most[slot] = own;
    candidates.keep(set, offer, budget);
    return true;
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

  private void independent(int offer, int flags, int slot, int base) {
    boolean foreignEffect = (flags & OfferSet.FOREIGN_EFFECT) != 0;
    long own = 0;
    for (int w = 0; w < cart.words; w++) {
      long mask = foreignEffect ? cart.all[w] : set.effects[offer].touches(cart, w);
      for (long m = mask; m != 0; m &= m - 1) {
        int line = (w << 6) + Long.numberOfTrailingZeros(m);
        long want = candidates.wanted[base + line];
        if (want > 0) {
          own += Math.min(want, cart.room[line]);
        } else {
          mask ^= Long.lowestOneBit(m);
        }
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
      long touched = foreignEffect ? cart.all[w] : set.effects[offer].touches(cart, w);
      for (long m = touched; m != 0; m &= m - 1) {
        int line = (w << 6) + Long.numberOfTrailingZeros(m);
        own += Math.min(candidates.wanted[base + line], cart.room[line]);
        room += cart.room[line];
      }
      candidates.mask[slot * cart.words + w] = touched;
    }
    candidates.own[slot] = own;
    candidates.most[slot] =
        foreignEffect ? Math.min(room, budget) : Math.min(room, Math.min(budget, sum + cart.lines));
  }

  /** Chooses among the candidates and applies the choice. */
  public QuoteResult choose(Selector selector) {
    if (selector == Selector.BEST_FOR_CUSTOMER) {
      search.choose(set, cart, candidates, foreign, stepLimit, choice);
    } else {
      greedy.choose(set, cart, candidates, foreign, choice);
    }
    return result.apply(taking);
  }

  /** Only chooses; {@link #choiceSize} and {@link #chosen} tell what. */
  public void chooseOnly(Selector selector) {
    if (selector == Selector.BEST_FOR_CUSTOMER) {
      search.choose(set, cart, candidates, foreign, stepLimit, choice);
    } else {
      greedy.choose(set, cart, candidates, foreign, choice);
    }
  }

  /**
   * Applies a choice made elsewhere, in order of application, whatever the order given.
   *
   * @param slots candidates, each once, all allowed beside each other
   */
  public QuoteResult choose(int[] slots, int count) {
    choice.clear(candidates);
    boolean[] marked = new boolean[candidates.count];
    for (int i = 0; i < count; i++) {
      marked[slots[i]] = true;
    }
    choice.take(candidates, marked);
    return result.apply(taking);
  }

  /** Number of candidates. */
  public int candidates() {
    return candidates.count;
  }

  /** Offer of a candidate. */
  public int candidate(int slot) {
    return candidates.offer[slot];
  }

  /** What a candidate wants off a line of the undiscounted cart. */
  public long wanted(int slot, int line) {
    candidates.fillRow(set, cart, slot);
    return candidates.wanted[slot * cart.lines + line];
  }

  /** True if a candidate may change a line. */
  public boolean touches(int slot, int line) {
    return (candidates.mask[slot * cart.words + (line >>> 6)] & 1L << line) != 0;
  }

  /** The most a candidate can take off beside any others. */
  public long most(int slot) {
    return candidates.most[slot];
  }

  public boolean conflict(int a, int b) {
    return a != b && candidates.conflict(cart, a, b);
  }

  /** Candidate at a place in the order of application. */
  public int inOrder(int place) {
    return candidates.order[place];
  }

  public int choiceSize() {
    return choice.count;
  }

  public int chosen(int place) {
    return choice.slots[place];
  }

  public boolean optimal() {
    return choice.optimal;
  }

  /** No choice takes off more; only if not {@link #optimal}. */
  public long bound() {
    return choice.bound;
  }

  /**
   * Works out all that is left until it is needed, so that other threads may read.
   *
   * @see #value
   */
  public void complete() {
    for (int slot = 0; slot < candidates.count; slot++) {
      candidates.fillRow(set, cart, slot);
    }
  }

  /**
   * What an allowed set takes off; after {@link #complete} safe for use by several threads until
   * the next quote.
   */
  public long value(int[] slots) {
    boolean[] marked = new boolean[candidates.count];
    for (int slot : slots) {
      marked[slot] = true;
    }
    Taking steps = new Taking();
    CartState own = cart.copyForTaking();
    long[] left = Arrays.copyOf(cart.gross, cart.lines);
    long[] share = new long[cart.lines];
    long sum = 0;
    for (int i = 0; i < candidates.count; i++) {
      if (marked[candidates.order[i]]) {
        sum += steps.take(set, own, candidates, foreign, candidates.order[i], left, share, 0);
      }
    }
    return sum;
  }

  /** All offers of the set looked at for the cart of the last quote, in order of application. */
  public List<Finding> findings() {
    List<Finding> findings = new ArrayList<>(set.size());
    Explaining explaining = new Explaining(this, result);
    for (int offer = 0; offer < set.size(); offer++) {
      findings.add(explaining.finding(offer));
    }
    return findings;
  }

  /** The result of the last quote. */
  public QuoteResult result() {
    return result;
  }
}

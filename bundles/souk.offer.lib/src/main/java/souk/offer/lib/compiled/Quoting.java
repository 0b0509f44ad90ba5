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

  final Evaluation evaluation = new Evaluation();
  final Choice choice = new Choice();
  private final CartState cart = evaluation.cart;
  private final Candidates candidates = evaluation.candidates;
  private final BestSearch search = new BestSearch();
  private final GreedyChoice greedy = new GreedyChoice();
  private final QuoteResult result = new QuoteResult(evaluation, choice);
  private final PriorityPass pass = new PriorityPass(evaluation);
  private int stepLimit = STEP_LIMIT;

  /** Another limit of the search than {@link #STEP_LIMIT}. */
  public Quoting stepLimit(int steps) {
    stepLimit = steps;
    return this;
  }

  /** Quotes a cart; offers with foreign parts or limits do not apply. */
  public QuoteResult quote(OfferSet offers, CartInput input, Selector selector) {
    evaluation.open(offers, input, Uses.NONE, Foreign.NONE);
    if (selector == Selector.BY_PRIORITY && pass.fits()) {
      pass.run(choice, result);
      return result;
    }
    evaluation.evaluate();
    return choose(selector);
  }

  /**
   * Finds the candidates of a cart.
   *
   * @throws IllegalArgumentException if an article has no price, or there are no lines
   * @throws ArithmeticException if an amount does not fit in a long
   */
  public Quoting evaluate(OfferSet offers, CartInput input, Uses left, Foreign others) {
    evaluation.open(offers, input, left, others);
    evaluation.evaluate();
    return this;
  }

  /**
   * Finds the candidates of a cart like {@link #evaluate}, and if that can be done in the same
   * pass, chooses by priority and applies the choice. Candidates that the pass had not to look at
   * come last then, so nothing else can be chosen among them.
   *
   * @return true if {@link #result} and {@link #chosen} hold the choice
   */
  public boolean chooseByPriority(OfferSet offers, CartInput input, Uses left, Foreign others) {
    evaluation.open(offers, input, left, others);
    if (!pass.fits()) {
      evaluation.evaluate();
      return false;
    }
    pass.run(choice, result);
    evaluation.settle();
    return true;
  }

  /** Chooses among the candidates and applies the choice. */
  public QuoteResult choose(Selector selector) {
    chooseOnly(selector);
    return result.apply();
  }

  /** Only chooses; {@link #choiceSize} and {@link #chosen} tell what. */
  public void chooseOnly(Selector selector) {
    if (selector == Selector.BEST_FOR_CUSTOMER) {
      search.choose(evaluation.set, cart, candidates, evaluation.foreign, stepLimit, choice);
    } else {
      greedy.choose(evaluation.set, cart, candidates, evaluation.foreign, choice);
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
    return result.apply();
  }

  /** Number of candidates; they are in order of application. */
  public int candidates() {
    return candidates.count;
  }

  /** Offer of a candidate. */
  public int candidate(int slot) {
    return candidates.offer[slot];
  }

  /** What a candidate wants off a line of the undiscounted cart. */
  public long wanted(int slot, int line) {
    candidates.fillRow(evaluation.set, cart, slot);
    return touches(slot, line) ? candidates.wanted[slot * cart.lines + line] : 0;
  }

  /** True if a candidate may change a line. */
  public boolean touches(int slot, int line) {
    return candidates.touches(cart, slot, line);
  }

  /** The most a candidate can take off beside any others. */
  public long most(int slot) {
    evaluation.value(slot);
    return candidates.most[slot];
  }

  public boolean conflict(int a, int b) {
    return a != b && candidates.conflict(cart, a, b);
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
      candidates.fillRow(evaluation.set, cart, slot);
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
      if (marked[i]) {
        sum += steps.take(evaluation.set, own, candidates, evaluation.foreign, i, left, share, 0);
      }
    }
    return sum;
  }

  /** All offers of the set looked at for the cart of the last quote, in order of application. */
  public List<Finding> findings() {
    int offers = evaluation.set.size();
    List<Finding> findings = new ArrayList<>(offers);
    Explaining explaining = new Explaining(evaluation, result);
    for (int offer = 0; offer < offers; offer++) {
      findings.add(explaining.finding(offer));
    }
    return findings;
  }

  /** The result of the last quote. */
  public QuoteResult result() {
    return result;
  }
}

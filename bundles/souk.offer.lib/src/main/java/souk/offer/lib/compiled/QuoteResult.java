package souk.offer.lib.compiled;

import java.util.Arrays;

/**
 * What came of a quote: amounts in minor units. A view of its {@link Quoting}; holds until the next
 * quote. For the same thread.
 */
public final class QuoteResult {
  private static final Miss PAUSED = Miss.of("offer.paused");
  private static final Miss AT_FLOOR = Miss.of("floor.reached");
  private static final Miss NOTHING_LEFT = Miss.of("net.nothing-left");
  private static final Miss BETTER = Miss.of("selection.better");
  private static final Miss NOT_CHOSEN = Miss.of("selection.not-chosen");

  private final Evaluation evaluation;
  private final Choice choice;
  private final Taking taking = new Taking();
  private final Drawdown down = new Drawdown();
  private long[] given = new long[16];
  private long[] cut = new long[16];
  private boolean[] overBudget = new boolean[16];
  private int[] applied = new int[16];
  private int appliedCount;
  private int[] benefits = new int[8];
  private long[] benefitAmounts = new long[8];
  private int benefitCount;
  private long netTotal;

  QuoteResult(Evaluation evaluation, Choice choice) {
    this.evaluation = evaluation;
    this.choice = choice;
  }

  /** Applies the choice. */
  QuoteResult apply() {
    begin();
    for (int i = 0; i < choice.count; i++) {
      take(choice.slots[i]);
    }
    give(evaluation.cart, evaluation.candidates);
    reject(evaluation.candidates);
    return this;
  }

  /** Nothing is taken off yet. */
  void begin() {
    down.open(evaluation.cart);
    appliedCount = 0;
    netTotal = evaluation.cart.grossTotal;
  }

  /** Takes a candidate off what is left. */
  void take(int slot) {
    CartState cart = evaluation.cart;
    Candidates candidates = evaluation.candidates;
    row();
    long sum =
        taking.take(
            evaluation.set,
            cart,
            candidates,
            evaluation.foreign,
            slot,
            down.left,
            down.share,
            down.base);
    if (sum == 0 && candidates.dependent(slot)) {
      int why = taking.failed >= 0 ? taking.failed : Rejections.LEFT_TOO_LITTLE;
      evaluation.rejections.add(candidates.offer[slot], why);
      return;
    }
    add(slot, sum, taking.cut, taking.overBudget || wholeBudget(candidates, slot, sum));
  }

  /** The row of the next offer that applies. */
  Drawdown row() {
    down.row(appliedCount, evaluation.cart.lines);
    return down;
  }

  /** A candidate was taken off in the row begun last. */
  void taken(int slot) {
    add(slot, down.given, down.cut, false);
  }

  private void add(int slot, long sum, long kept, boolean wholeBudget) {
    int k = appliedCount++;
    if (k == applied.length) {
      given = Arrays.copyOf(given, 2 * k);
      cut = Arrays.copyOf(cut, 2 * k);
      overBudget = Arrays.copyOf(overBudget, 2 * k);
      applied = Arrays.copyOf(applied, 2 * k);
    }
    applied[k] = slot;
    given[k] = sum;
    cut[k] = kept;
    overBudget[k] = wholeBudget;
    netTotal -= sum;
  }

  /** All is taken that was chosen. */
  void end(Choice choices) {
    choices.set(applied, appliedCount);
    give(evaluation.cart, evaluation.candidates);
  }

  private static boolean wholeBudget(Candidates candidates, int slot, long sum) {
    return candidates.budget[slot] != Uses.UNLIMITED && sum == candidates.budget[slot];
  }

  /** Gifts, points and free shipping stand beside everything but exclusive offers. */
  private void give(CartState cart, Candidates candidates) {
    benefitCount = 0;
    if (evaluation.benefitCount == 0) {
      return;
    }
    if (benefits.length < evaluation.benefitCount) {
      benefits = new int[evaluation.benefits.length];
      benefitAmounts = new long[evaluation.benefits.length];
    }
    OfferSet set = evaluation.set;
    boolean closed = appliedCount > 0 && candidates.exclusive(applied[0]);
    for (int i = 0; i < evaluation.benefitCount; i++) {
      int offer = evaluation.benefits[i];
      boolean alone = set.has(offer, OfferSet.EXCLUSIVE);
      if (closed || (alone && appliedCount + benefitCount > 0)) {
        evaluation.rejections.add(offer, Rejections.NOT_CHOSEN);
        continue;
      }
      int failed = failedOnNet(set, cart, offer);
      long[] amounts = set.has(offer, OfferSet.NET_EFFECT) ? down.left : cart.gross;
      long amount = failed >= 0 ? 0 : set.effects[offer].benefitAmount(cart, amounts);
      if (amount == 0) {
        evaluation.rejections.add(offer, failed >= 0 ? failed : Rejections.LEFT_TOO_LITTLE);
        continue;
      }
      closed = alone;
      benefits[benefitCount] = offer;
      benefitAmounts[benefitCount++] = amount;
    }
  }

  private int failedOnNet(OfferSet set, CartState cart, int offer) {
    Condition[] conditions = set.conditions[offer];
    for (int i = 0; i < conditions.length; i++) {
      if (conditions[i].net() && !conditions[i].holds(cart, down.left)) {
        return i;
      }
    }
    return -1;
  }

  private void reject(Candidates candidates) {
    for (int i = 0; i < candidates.count; i++) {
      if (!choice.chosen[i]) {
        evaluation.rejections.add(candidates.offer[i], candidates.refusal(i));
      }
    }
  }

  public int lines() {
    return evaluation.cart.lines;
  }

  public long gross(int line) {
    return evaluation.cart.gross[line];
  }

  public long floor(int line) {
    return evaluation.cart.floor[line];
  }

  public long unitPrice(int line) {
    return evaluation.cart.unit[line];
  }

  /** What is left of a line; never below its floor. */
  public long net(int line) {
    return down.left[line];
  }

  public long grossTotal() {
    return evaluation.cart.grossTotal;
  }

  public long netTotal() {
    return netTotal;
  }

  /** False if the search for the best set ended early. */
  public boolean optimal() {
    return choice.optimal;
  }

  /** No set takes off more; only if not {@link #optimal}. */
  public long bound() {
    return choice.bound;
  }

  /** Number of offers that take money off, in order of application. */
  public int appliedCount() {
    return appliedCount;
  }

  /** Offer by position in the set. */
  public int applied(int k) {
    return evaluation.candidates.offer[applied[k]];
  }

  public String appliedId(int k) {
    return evaluation.set.offerId(applied(k));
  }

  /** What it takes off. */
  public long appliedMinor(int k) {
    return given[k];
  }

  /** What it takes off a line: one step of the waterfall. */
  public long share(int k, int line) {
    long amount = down.share[k * evaluation.cart.lines + line];
    return amount & -evaluation.candidates.touched(evaluation.cart, applied[k], line);
  }

  /** What it would have taken off, if floors and budget allowed. */
  public long cutMinor(int k) {
    return cut[k];
  }

  /** True if it gives all that its budget has left. */
  public boolean budgetUsedUp(int k) {
    return overBudget[k];
  }

  /** Number of gifts, points and free shippings. */
  public int benefitCount() {
    return benefitCount;
  }

  public int benefit(int k) {
    return benefits[k];
  }

  public long benefitAmount(int k) {
    return benefitAmounts[k];
  }

  /** Number of offers that were looked at and do not apply. */
  public int rejectedCount() {
    return rejections().count;
  }

  /** Offer by position in the set; in no particular order. */
  public int rejected(int i) {
    return rejections().offer[i];
  }

  private int why(int i) {
    return rejections().why[i];
  }

  /** All of them, with the reasons. */
  private Rejections rejections() {
    if (evaluation.rejections.later) {
      evaluation.settle();
    }
    return evaluation.rejections;
  }

  /** Position of the first condition that fails; −1 if it is something else. */
  public int failedCondition(int i) {
    int why = why(i);
    return why >= 0 && why < Rejections.LIMIT ? why : -1;
  }

  /**
   * Why, as a stable code: that of the first condition that fails, or of what else stood against.
   */
  public String rejectedCode(int i) {
    int why = why(i);
    int offer = rejected(i);
    if (why >= 0 && why < Rejections.LIMIT) {
      return evaluation.set.conditions[offer][why].code(evaluation.cart);
    }
    return why == Rejections.NOTHING
        ? evaluation.set.effects[offer].nothingCode(evaluation.cart)
        : missOf(i).code();
  }

  /** True if all conditions hold, but the effect takes nothing off. */
  public boolean nothingOff(int i) {
    return why(i) == Rejections.NOTHING;
  }

  /** Why, with figures. */
  public Miss missOf(int i) {
    int offer = rejected(i);
    int why = why(i);
    CartState cart = evaluation.cart;
    if (why > Rejections.LIMIT) {
      return Miss.of(Uses.Verdict.of(Rejections.LIMIT - why).code());
    }
    if (why >= 0) {
      Condition condition = evaluation.set.conditions[offer][why];
      long[] amounts =
          condition.net() && condition.holds(cart, cart.gross) ? down.left : cart.gross;
      return condition.miss(cart, amounts);
    }
    return switch (why) {
      case Rejections.NOTHING -> evaluation.set.effects[offer].nothing(cart, cart.gross);
      case Rejections.PAUSED -> PAUSED;
      case Rejections.AT_FLOOR -> AT_FLOOR;
      case Rejections.LEFT_TOO_LITTLE -> NOTHING_LEFT;
      default -> rival(offer) >= 0 ? BETTER : NOT_CHOSEN;
    };
  }

  /** An offer that was chosen and may not stand beside this one; −1 if there is none. */
  public int rival(int offer) {
    rejections();
    Candidates candidates = evaluation.candidates;
    if (appliedCount > 0
        && (candidates.exclusive(applied[0]) || evaluation.set.has(offer, OfferSet.EXCLUSIVE))) {
      return candidates.offer[applied[0]];
    }
    int slot = slotOf(offer);
    for (int k = 0; slot >= 0 && k < appliedCount; k++) {
      if (candidates.conflict(evaluation.cart, slot, applied[k])) {
        return candidates.offer[applied[k]];
      }
    }
    for (int k = 0; slot < 0 && k < benefitCount; k++) {
      if (evaluation.set.has(benefits[k], OfferSet.EXCLUSIVE)
          || evaluation.set.has(offer, OfferSet.EXCLUSIVE)) {
        return benefits[k];
      }
    }
    return -1;
  }

  int slotOf(int offer) {
    for (int i = 0; i < evaluation.candidates.count; i++) {
      if (evaluation.candidates.offer[i] == offer) {
        return i;
      }
    }
    return -1;
  }

  /** Amounts that are left, per line; a copy. */
  public long[] nets() {
    return Arrays.copyOf(down.left, evaluation.cart.lines);
  }

  long[] left() {
    return down.left;
  }
}

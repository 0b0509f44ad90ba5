package souk.offer.lib.compiled;

import java.util.Arrays;

/**
 * What came of a quote: amounts in minor units. A view of its {@link Quoting}; holds until the next
 * quote. For the same thread.
 */
public final class QuoteResult {
  private final Quoting quoting;
  private long[] left = new long[16];
  private long[] shares = new long[64];
  private long[] given = new long[16];
  private long[] cut = new long[16];
  private boolean[] overBudget = new boolean[16];
  private int[] applied = new int[16];
  private int appliedCount;
  private int[] benefits = new int[8];
  private long[] benefitAmounts = new long[8];
  private int benefitCount;
  private long netTotal;

  QuoteResult(Quoting quoting) {
    this.quoting = quoting;
  }

  QuoteResult apply(Taking taking) {
    Choice choice = quoting.choice;
    CartState cart = quoting.cart;
    Candidates candidates = quoting.candidates;
    grow(cart, choice);
    System.arraycopy(cart.gross, 0, left, 0, cart.lines);
    appliedCount = 0;
    netTotal = cart.grossTotal;
    for (int i = 0; i < choice.count; i++) {
      int slot = choice.slots[i];
      int k = appliedCount;
      long sum =
          taking.take(
              quoting.set, cart, candidates, quoting.foreign, slot, left, shares, k * cart.lines);
      if (sum == 0 && candidates.dependent(slot)) {
        int why = taking.failed >= 0 ? taking.failed : Rejections.LEFT_TOO_LITTLE;
        quoting.rejections.add(candidates.offer[slot], why);
        continue;
      }
      applied[k] = slot;
      given[k] = sum;
      cut[k] = taking.cut;
      overBudget[k] = taking.overBudget || wholeBudget(candidates, slot, sum);
      netTotal -= sum;
      appliedCount++;
    }
    give(cart, candidates);
    reject(candidates);
    return this;
  }

  private static boolean wholeBudget(Candidates candidates, int slot, long sum) {
    return candidates.budget[slot] != Uses.UNLIMITED && sum == candidates.budget[slot];
  }

  private void grow(CartState cart, Choice choice) {
    if (left.length < cart.lines) {
      left = new long[cart.gross.length];
    }
    if (applied.length < choice.count) {
      int more = choice.slots.length;
      given = new long[more];
      cut = new long[more];
      overBudget = new boolean[more];
      applied = new int[more];
    }
    if (shares.length < choice.count * cart.lines) {
      shares = new long[2 * choice.count * cart.lines];
    }
  }

  /** Gifts, points and free shipping stand beside everything but exclusive offers. */
  private void give(CartState cart, Candidates candidates) {
    benefitCount = 0;
    if (quoting.benefitCount == 0) {
      return;
    }
    if (benefits.length < quoting.benefitCount) {
      benefits = new int[quoting.benefits.length];
      benefitAmounts = new long[quoting.benefits.length];
    }
    OfferSet set = quoting.set;
    boolean closed = appliedCount > 0 && candidates.exclusive(applied[0]);
    for (int i = 0; i < quoting.benefitCount; i++) {
      int offer = quoting.benefits[i];
      boolean alone = set.has(offer, OfferSet.EXCLUSIVE);
      if (closed || (alone && appliedCount + benefitCount > 0)) {
        quoting.rejections.add(offer, Rejections.NOT_CHOSEN);
        continue;
      }
      int failed = failedOnNet(set, cart, offer);
      long[] amounts = set.has(offer, OfferSet.NET_EFFECT) ? left : cart.gross;
      long amount = failed >= 0 ? 0 : set.effects[offer].benefitAmount(cart, amounts);
      if (amount == 0) {
        quoting.rejections.add(offer, failed >= 0 ? failed : Rejections.LEFT_TOO_LITTLE);
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
      if (conditions[i].net() && !conditions[i].holds(cart, left)) {
        return i;
      }
    }
    return -1;
  }

  private void reject(Candidates candidates) {
    for (int i = 0; i < candidates.count; i++) {
      int slot = candidates.order[i];
      if (!quoting.choice.chosen[slot]) {
        quoting.rejections.add(
            candidates.offer[slot],
            candidates.most[slot] == 0 ? Rejections.AT_FLOOR : Rejections.NOT_CHOSEN);
      }
    }
  }

  public int lines() {
    return quoting.cart.lines;
  }

  public long gross(int line) {
    return quoting.cart.gross[line];
  }

  public long floor(int line) {
    return quoting.cart.floor[line];
  }

  public long unitPrice(int line) {
    return quoting.cart.unit[line];
  }

  /** What is left of a line; never below its floor. */
  public long net(int line) {
    return left[line];
  }

  public long grossTotal() {
    return quoting.cart.grossTotal;
  }

  public long netTotal() {
    return netTotal;
  }

  /** False if the search for the best set ended early. */
  public boolean optimal() {
    return quoting.choice.optimal;
  }

  /** No set takes off more; only if not {@link #optimal}. */
  public long bound() {
    return quoting.choice.bound;
  }

  /** Number of offers that take money off, in order of application. */
  public int appliedCount() {
    return appliedCount;
  }

  /** Offer by position in the set. */
  public int applied(int k) {
    return quoting.candidates.offer[applied[k]];
  }

  public String appliedId(int k) {
    return quoting.set.offerId(applied(k));
  }

  /** What it takes off. */
  public long appliedMinor(int k) {
    return given[k];
  }

  /** What it takes off a line: one step of the waterfall. */
  public long share(int k, int line) {
    return shares[k * quoting.cart.lines + line];
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
    return quoting.rejections.count;
  }

  /** Offer by position in the set; in no particular order. */
  public int rejected(int i) {
    return quoting.rejections.offer[i];
  }

  /** Position of the first condition that fails; −1 if it is something else. */
  public int failedCondition(int i) {
    int why = quoting.rejections.why[i];
    return why >= 0 && why < Rejections.LIMIT ? why : -1;
  }

  /**
   * Why, as a stable code: that of the first condition that fails, or of what else stood against.
   */
  public String rejectedCode(int i) {
    int why = quoting.rejections.why[i];
    int offer = quoting.rejections.offer[i];
    if (why >= 0 && why < Rejections.LIMIT) {
      return quoting.set.conditions[offer][why].code(quoting.cart);
    }
    return why == Rejections.NOTHING
        ? quoting.set.effects[offer].nothingCode(quoting.cart)
        : missOf(i).code();
  }

  /** True if all conditions hold, but the effect takes nothing off. */
  public boolean nothingOff(int i) {
    return quoting.rejections.why[i] == Rejections.NOTHING;
  }

  /** Why, with figures. */
  public Miss missOf(int i) {
    int offer = quoting.rejections.offer[i];
    int why = quoting.rejections.why[i];
    CartState cart = quoting.cart;
    if (why > Rejections.LIMIT) {
      return Miss.of(Uses.Verdict.of(Rejections.LIMIT - why).code());
    }
    if (why >= 0) {
      Condition condition = quoting.set.conditions[offer][why];
      long[] amounts = condition.net() && condition.holds(cart, cart.gross) ? left : cart.gross;
      return condition.miss(cart, amounts);
    }
    return switch (why) {
      case Rejections.NOTHING -> quoting.set.effects[offer].nothing(cart, cart.gross);
      case Rejections.PAUSED -> Miss.of("offer.paused");
      case Rejections.AT_FLOOR -> Miss.of("floor.reached");
      case Rejections.LEFT_TOO_LITTLE -> Miss.of("net.nothing-left");
      default -> Miss.of(rival(offer) >= 0 ? "selection.better" : "selection.not-chosen");
    };
  }

  /** An offer that was chosen and may not stand beside this one; −1 if there is none. */
  public int rival(int offer) {
    Candidates candidates = quoting.candidates;
    for (int k = 0; k < appliedCount; k++) {
      int other = candidates.offer[applied[k]];
      if (quoting.set.has(other, OfferSet.EXCLUSIVE)
          || quoting.set.has(offer, OfferSet.EXCLUSIVE)) {
        return other;
      }
    }
    int slot = slotOf(offer);
    for (int k = 0; slot >= 0 && k < appliedCount; k++) {
      if (candidates.conflict(quoting.cart, slot, applied[k])) {
        return candidates.offer[applied[k]];
      }
    }
    for (int k = 0; slot < 0 && k < benefitCount; k++) {
      if (quoting.set.has(benefits[k], OfferSet.EXCLUSIVE)
          || quoting.set.has(offer, OfferSet.EXCLUSIVE)) {
        return benefits[k];
      }
    }
    return -1;
  }

  int slotOf(int offer) {
    for (int i = 0; i < quoting.candidates.count; i++) {
      if (quoting.candidates.offer[i] == offer) {
        return i;
      }
    }
    return -1;
  }

  /** Amounts that are left, per line; a copy. */
  public long[] nets() {
    return Arrays.copyOf(left, quoting.cart.lines);
  }

  long[] left() {
    return left;
  }
}

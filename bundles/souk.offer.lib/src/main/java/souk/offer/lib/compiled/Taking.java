package souk.offer.lib.compiled;

import java.util.Arrays;

/**
 * Takes one candidate off what is left of a cart: its want, cut to its budget and to what each line
 * may lose. Search and result use the same steps. Owns its buffers; for one thread.
 */
final class Taking {
  private long[] want = new long[16];

  /** Minor units of the want that floors and budget kept back. */
  long cut;

  /** True if the budget kept something back. */
  boolean overBudget;

  /** Condition that did not hold on what is left; −1 if all did. */
  int failed;

  /**
   * @param left what is left per line; reduced
   * @param share gets what is taken, from {@code base} on; written for lines of the mask
   * @return the sum
   */
  long take(
      OfferSet set,
      CartState cart,
      Candidates candidates,
      Foreign foreign,
      int slot,
      long[] left,
      long[] share,
      int base) {
    if (!candidates.dependent(slot)) {
      return takeKnown(set, cart, candidates, slot, left, share, base);
    }
    int lines = cart.lines;
    if (want.length < lines) {
      want = new long[cart.gross.length];
    }
    failed = -1;
    overBudget = false;
    cut = 0;
    long wanted = wantNow(set, cart, foreign, candidates.offer[slot], left);
    long budget = candidates.budget[slot];
    if (wanted > budget) {
      cut = wanted - budget;
      overBudget = true;
      wanted = cart.shares.ofWeights(cart, budget, wanted, want, 0);
    }
    if (wanted == 0) {
      Arrays.fill(share, base, base + lines, 0);
      return 0;
    }
    long sum = 0;
    for (int line = 0; line < lines; line++) {
      long off = Math.min(want[line], left[line] - cart.floor[line]);
      share[base + line] = off;
      left[line] -= off;
      cut += want[line] - off;
      sum += off;
    }
    return sum;
  }

  /** Takes a want that does not change with what is left. */
  private long takeKnown(
      OfferSet set,
      CartState cart,
      Candidates candidates,
      int slot,
      long[] left,
      long[] share,
      int base) {
    failed = -1;
    overBudget = false;
    cut = 0;
    candidates.fillRow(set, cart, slot);
    long sum = 0;
    long kept = 0;
    int row = slot * cart.lines;
    for (int w = 0; w < cart.words; w++) {
      for (long m = candidates.mask[slot * cart.words + w]; m != 0; m &= m - 1) {
        int line = (w << 6) + Long.numberOfTrailingZeros(m);
        long wanted = candidates.wanted[row + line];
        long off = Math.min(wanted, left[line] - cart.floor[line]);
        share[base + line] = off;
        left[line] -= off;
        kept += wanted - off;
        sum += off;
      }
    }
    cut = kept;
    return sum;
  }

  private long wantNow(OfferSet set, CartState cart, Foreign foreign, int offer, long[] left) {
    Condition[] conditions = set.conditions[offer];
    for (int i = 0; i < conditions.length; i++) {
      if (conditions[i].net() && !conditions[i].holds(cart, left)) {
        failed = i;
        return 0;
      }
    }
    Arrays.fill(want, 0, cart.lines, 0);
    long[] amounts = set.has(offer, OfferSet.NET_EFFECT) ? left : cart.gross;
    if (!set.has(offer, OfferSet.FOREIGN_EFFECT)) {
      return set.effects[offer].want(cart, amounts, want, 0);
    }
    long[] answer = foreign.discounts(offer, amounts);
    long sum = 0;
    for (int line = 0; line < answer.length; line++) {
      want[line] = answer[line];
      sum += answer[line];
    }
    return sum;
  }
}

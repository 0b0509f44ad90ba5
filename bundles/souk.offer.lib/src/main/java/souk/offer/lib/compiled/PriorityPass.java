package souk.offer.lib.compiled;

import java.util.Arrays;

/**
 * Chooses by priority and applies in one pass: without offers that look at what others have left,
 * the order of application is the order of priority, so an offer can be taken when it is looked at.
 * One whose lines are all taken for its group is not worked out; that is done when somebody asks
 * why it does not apply. For one thread.
 */
final class PriorityPass {
  private final Evaluation evaluation;
  private final Candidates candidates;
  private final Rejections rejections;

  /** Lines that are taken, by stacking group. */
  private long[] claimed = new long[16];

  PriorityPass(Evaluation evaluation) {
    this.evaluation = evaluation;
    this.candidates = evaluation.candidates;
    this.rejections = evaluation.rejections;
  }

  /** True if the cart that is open can be quoted so. */
  boolean fits() {
    return evaluation.cart.words == 1 && !evaluation.anyDependent();
  }

  void run(Choice choice, QuoteResult result) {
    OfferSet set = evaluation.set;
    if (claimed.length < set.groupCount) {
      claimed = new long[set.groupCount];
    }
    Arrays.fill(claimed, 0, set.groupCount, 0);
    result.begin();
    boolean closed = false;
    for (int offer = evaluation.next(); offer >= 0; offer = evaluation.next()) {
      long budget = evaluation.admit(offer);
      if (budget < 0) {
        continue;
      }
      int flags = set.flags[offer];
      if ((flags & OfferSet.BENEFIT) != 0) {
        evaluation.benefit(offer);
        continue;
      }
      boolean alone = (flags & OfferSet.EXCLUSIVE) != 0;
      boolean out = closed || (alone && result.appliedCount() > 0);
      if ((flags & OfferSet.COUNTED) == 0 && (out || covered(set, offer))) {
        rejections.add(offer, Rejections.LATER);
        continue;
      }
      int slot = candidates.count;
      if (!evaluation.candidate(offer, flags, budget)) {
        rejections.add(offer, Rejections.NOTHING);
      } else if (out || (claimed[set.groups[offer]] & candidates.mask[slot]) != 0) {
        evaluation.refuse(slot);
      } else {
        claimed[set.groups[offer]] |= candidates.mask[slot];
        closed = alone;
        result.take(slot);
      }
    }
    result.end(choice);
  }

  /** True if all lines that an offer may change are taken for its group. */
  private boolean covered(OfferSet set, int offer) {
    ScopeRef reach = set.reaches[offer];
    return reach != null && (reach.word(evaluation.cart, 0) & ~claimed[set.groups[offer]]) == 0;
  }
}

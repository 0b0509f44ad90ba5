package souk.offer.engine;

import souk.offer.lib.compiled.OfferSet;
import souk.offer.lib.compiled.Quoting;

/**
 * The candidates of a quote by position, which is the order of their ids and the same in whatever
 * memory they were worked out. For one thread at a time.
 */
final class NumberedCandidates {
  final Quoting quoting;

  /** Slot of the library by position. */
  private final int[] slots;

  private final int[] positions;

  NumberedCandidates(Quoting quoting, OfferSet set) {
    this.quoting = quoting;
    int n = quoting.candidates();
    this.slots = new int[n];
    for (int slot = 0; slot < n; slot++) {
      int k = slot;
      int rank = set.rank(quoting.candidate(slot));
      for (; k > 0 && set.rank(quoting.candidate(slots[k - 1])) > rank; k--) {
        slots[k] = slots[k - 1];
      }
      slots[k] = slot;
    }
    this.positions = new int[n];
    for (int position = 0; position < n; position++) {
      positions[slots[position]] = position;
    }
  }

  int count() {
    return slots.length;
  }

  int slot(int position) {
    return slots[position];
  }

  int position(int slot) {
    return positions[slot];
  }

  /** Offer of a position. */
  int offer(int position) {
    return quoting.candidate(slots[position]);
  }

  /** Slots of positions. */
  int[] slots(int[] chosen) {
    int[] answer = new int[chosen.length];
    for (int i = 0; i < chosen.length; i++) {
      answer[i] = slots[chosen[i]];
    }
    return answer;
  }

  /** Positions of what the library chose. */
  int[] chosen() {
    int[] chosen = new int[quoting.choiceSize()];
    for (int i = 0; i < chosen.length; i++) {
      chosen[i] = positions[quoting.chosen(i)];
    }
    return chosen;
  }
}

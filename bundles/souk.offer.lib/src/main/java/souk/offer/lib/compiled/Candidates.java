package souk.offer.lib.compiled;

import java.util.Arrays;

/**
 * Offers whose conditions hold for a cart, with what each would take off. Found by slot; slots are
 * in order of application. Not changed while a search runs.
 */
final class Candidates {
  /** A value that is not worked out. */
  static final long UNKNOWN = -1;

  int count;
  int dependents;
  int exclusives;
  int[] offer = new int[16];

  /** What is wanted per line of the mask on gross amounts: slot · lines + line. */
  long[] wanted = new long[256];

  /** False while the row of a spread amount is not worked out. */
  boolean[] ready = new boolean[16];

  /** What a spread amount takes off in all, and the sum it is taken from. */
  long[] off = new long[16];

  long[] base = new long[16];

  /** Lines it may change: slot · words + word. */
  long[] mask = new long[16];

  /** What it takes off alone, with floors and budget. */
  long[] own = new long[16];

  /** The most it can take off beside any others. */
  long[] most = new long[16];

  long[] budget = new long[16];
  int[] group = new int[16];
  int[] flags = new int[16];

  void clear() {
    count = 0;
    dependents = 0;
    exclusives = 0;
  }

  /** A slot for an offer, its row not ready. */
  int open(CartState cart) {
    if (count == offer.length) {
      int more = 2 * count;
      offer = Arrays.copyOf(offer, more);
      own = Arrays.copyOf(own, more);
      most = Arrays.copyOf(most, more);
      budget = Arrays.copyOf(budget, more);
      group = Arrays.copyOf(group, more);
      flags = Arrays.copyOf(flags, more);
      ready = Arrays.copyOf(ready, more);
      off = Arrays.copyOf(off, more);
      base = Arrays.copyOf(base, more);
    }
    if ((count + 1) * cart.lines > wanted.length) {
      wanted = Arrays.copyOf(wanted, Math.max((count + 1) * cart.lines, 2 * wanted.length));
    }
    if ((count + 1) * cart.words > mask.length) {
      mask = Arrays.copyOf(mask, Math.max((count + 1) * cart.words, 2 * mask.length));
    }
    ready[count] = false;
    return count;
  }

  /** Makes the row of a slot zero, to be filled. */
  void clearRow(CartState cart, int slot) {
    Arrays.fill(wanted, slot * cart.lines, (slot + 1) * cart.lines, 0);
    ready[slot] = true;
  }

  /** Works out the row of a slot if it was not yet. */
  void fillRow(OfferSet set, CartState cart, int slot) {
    if (ready[slot]) {
      return;
    }
    int row = slot * cart.lines;
    Effect effect = set.effects[offer[slot]];
    if (spread(slot)) {
      ready[slot] = true;
      cart.shares.spread(cart, off[slot], base[slot], effect.scope(), cart.gross, wanted, row);
    } else {
      clearRow(cart, slot);
      effect.want(cart, cart.gross, wanted, row);
    }
  }

  /**
   * Keeps an offer that was taken straight; its row and value are worked out when somebody asks.
   *
   * @return its slot
   */
  int taken(OfferSet set, CartState cart, int number, long lines, Drawdown down) {
    int slot = open(cart);
    mask[slot] = lines;
    off[slot] = down.off;
    base[slot] = down.sum;
    own[slot] = UNKNOWN;
    most[slot] = UNKNOWN;
    keep(set, number, Uses.UNLIMITED);
    return slot;
  }

  /** Keeps the slot opened last. */
  void keep(OfferSet set, int number, long left) {
    int slot = count++;
    offer[slot] = number;
    budget[slot] = left;
    group[slot] = set.groups[number];
    flags[slot] = set.flags[number];
    dependents += dependent(slot) ? 1 : 0;
    exclusives += exclusive(slot) ? 1 : 0;
  }

  /** True if a slot may change a line. */
  boolean touches(CartState cart, int slot, int line) {
    return (mask[slot * cart.words + (line >>> 6)] & 1L << line) != 0;
  }

  /** 1 if a slot may change a line, else 0: without a branch, which would be guessed wrong. */
  long touched(CartState cart, int slot, int line) {
    return mask[slot * cart.words + (line >>> 6)] >>> line & 1;
  }

  /** Why a slot that was not chosen does not apply. */
  int refusal(int slot) {
    return most[slot] == 0 ? Rejections.AT_FLOOR : Rejections.NOT_CHOSEN;
  }

  /** True if it is an amount that is spread over lines. */
  boolean spread(int slot) {
    return (flags[slot] & OfferSet.SPREAD) != 0;
  }

  boolean dependent(int slot) {
    return (flags[slot] & OfferSet.DEPENDENT) != 0;
  }

  boolean exclusive(int slot) {
    return (flags[slot] & OfferSet.EXCLUSIVE) != 0;
  }

  boolean overlap(CartState cart, int a, int b) {
    for (int w = 0; w < cart.words; w++) {
      if ((mask[a * cart.words + w] & mask[b * cart.words + w]) != 0) {
        return true;
      }
    }
    return false;
  }

  /** True if the two may not stand together. */
  boolean conflict(CartState cart, int a, int b) {
    return exclusive(a) || exclusive(b) || (group[a] == group[b] && overlap(cart, a, b));
  }
}

package souk.offer.lib.compiled;

import java.util.Arrays;

/**
 * Takes candidates one by one, highest priority first, then by id; each if it conflicts with none
 * taken before. One whose minimum on net amounts is not reached after all that was taken is left
 * out, and the choice made again without it. For one thread.
 */
final class GreedyChoice {
  private final Taking taking = new Taking();
  private boolean[] taken = new boolean[16];
  private boolean[] out = new boolean[16];
  private int[] turn = new int[16];
  private long[] left = new long[16];
  private long[] share = new long[16];

  /** Lines that are taken by a stacking group: group · words + word; valid if seen in this pass. */
  private long[] claimed = new long[16];

  private int[] seen = new int[16];
  private int pass;

  void choose(OfferSet set, CartState cart, Candidates candidates, Foreign foreign, Choice choice) {
    choice.clear(candidates);
    grow(set, cart, candidates);
    Arrays.fill(out, 0, candidates.count, false);
    sort(set, candidates);
    do {
      takeInTurn(cart, candidates);
    } while (candidates.dependents > 0 && leftOut(set, cart, candidates, foreign));
    choice.take(candidates, taken);
  }

  private void grow(OfferSet set, CartState cart, Candidates candidates) {
    if (taken.length < candidates.count) {
      taken = new boolean[candidates.offer.length];
      out = new boolean[candidates.offer.length];
      turn = new int[candidates.offer.length];
    }
    if (seen.length < set.groupCount) {
      seen = new int[set.groupCount];
      pass = 0;
    }
    if (claimed.length < set.groupCount * cart.words) {
      claimed = new long[set.groupCount * cart.words];
    }
  }

  /** Without dependent offers the order of application is the order of priority. */
  private void sort(OfferSet set, Candidates candidates) {
    for (int slot = 0; slot < candidates.count; slot++) {
      int k = slot;
      int offer = candidates.offer[slot];
      while (k > 0
          && candidates.dependents > 0
          && before(set, offer, candidates.offer[turn[k - 1]])) {
        turn[k] = turn[k - 1];
        k--;
      }
      turn[k] = slot;
    }
  }

  private static boolean before(OfferSet set, int a, int b) {
    int pa = set.priority(a);
    int pb = set.priority(b);
    return pa != pb ? pa > pb : set.ranks[a] < set.ranks[b];
  }

  private void takeInTurn(CartState cart, Candidates candidates) {
    if (++pass == 0) {
      Arrays.fill(seen, 0);
      pass = 1;
    }
    boolean any = false;
    boolean closed = false;
    for (int i = 0; i < candidates.count; i++) {
      int slot = turn[i];
      boolean alone = candidates.exclusive(slot);
      boolean fits = !closed && !out[slot] && !(alone && any) && claim(cart, candidates, slot);
      taken[slot] = fits;
      any |= fits;
      closed |= fits && alone;
    }
  }

  /** Takes the lines of a slot for its group, unless one of them is taken. */
  private boolean claim(CartState cart, Candidates candidates, int slot) {
    int words = cart.words;
    int mine = slot * words;
    int row = candidates.group[slot] * words;
    if (seen[candidates.group[slot]] != pass) {
      seen[candidates.group[slot]] = pass;
      Arrays.fill(claimed, row, row + words, 0);
    }
    long both = 0;
    for (int w = 0; w < words; w++) {
      both |= claimed[row + w] & candidates.mask[mine + w];
    }
    for (int w = 0; w < words && both == 0; w++) {
      claimed[row + w] |= candidates.mask[mine + w];
    }
    return both == 0;
  }

  /** True if one was left out because its minimum is not reached. */
  private boolean leftOut(OfferSet set, CartState cart, Candidates candidates, Foreign foreign) {
    if (left.length < cart.lines) {
      left = new long[cart.gross.length];
      share = new long[cart.gross.length];
    }
    System.arraycopy(cart.gross, 0, left, 0, cart.lines);
    for (int slot = 0; slot < candidates.count; slot++) {
      if (taken[slot]) {
        taking.take(set, cart, candidates, foreign, slot, left, share, 0);
        if (taking.failed >= 0) {
          out[slot] = true;
          return true;
        }
      }
    }
    return false;
  }
}

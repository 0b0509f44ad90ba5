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

  void choose(OfferSet set, CartState cart, Candidates candidates, Foreign foreign, Choice choice) {
    choice.clear(candidates);
    int n = candidates.count;
    if (taken.length < n) {
      taken = new boolean[candidates.offer.length];
      out = new boolean[candidates.offer.length];
      turn = new int[candidates.offer.length];
    }
    Arrays.fill(out, 0, n, false);
    sort(set, candidates);
    do {
      Arrays.fill(taken, 0, n, false);
      for (int i = 0; i < n; i++) {
        taken[turn[i]] = !out[turn[i]] && fits(cart, candidates, i);
      }
    } while (candidates.dependents > 0 && leftOut(set, cart, candidates, foreign));
    choice.take(candidates, taken);
  }

  private void sort(OfferSet set, Candidates candidates) {
    for (int i = 0; i < candidates.count; i++) {
      int k = i;
      int offer = candidates.offer[i];
      for (; k > 0 && before(set, offer, candidates.offer[turn[k - 1]]); k--) {
        turn[k] = turn[k - 1];
      }
      turn[k] = i;
    }
  }

  private static boolean before(OfferSet set, int a, int b) {
    int pa = set.priority(a);
    int pb = set.priority(b);
    return pa != pb ? pa > pb : set.ranks[a] < set.ranks[b];
  }

  private boolean fits(CartState cart, Candidates candidates, int position) {
    for (int i = 0; i < position; i++) {
      if (taken[turn[i]] && candidates.conflict(cart, turn[i], turn[position])) {
        return false;
      }
    }
    return true;
  }

  /** True if one was left out because its minimum is not reached. */
  private boolean leftOut(OfferSet set, CartState cart, Candidates candidates, Foreign foreign) {
    if (left.length < cart.lines) {
      left = new long[cart.gross.length];
      share = new long[cart.gross.length];
    }
    System.arraycopy(cart.gross, 0, left, 0, cart.lines);
    for (int i = 0; i < candidates.count; i++) {
      int slot = candidates.order[i];
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

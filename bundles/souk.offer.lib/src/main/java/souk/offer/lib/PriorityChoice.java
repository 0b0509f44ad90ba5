package souk.offer.lib;

import java.util.Arrays;

/**
 * Takes offers one by one, highest priority first, then by position; each is taken if it conflicts
 * with none taken before. Pure and safe for use by many threads.
 */
public final class PriorityChoice {
  private PriorityChoice() {}

  /** Positions of the chosen offers, in order of application. */
  public static int[] choose(Combination offers) {
    int[] all = new int[offers.size()];
    Arrays.setAll(all, i -> i);
    int[] chosen = new int[all.length];
    int count = 0;
    for (int offer : offers.inOrder(all)) {
      boolean fits = true;
      for (int k = 0; k < count && fits; k++) {
        fits = !offers.conflict(offer, chosen[k]);
      }
      if (fits) {
        chosen[count++] = offer;
      }
    }
    return Arrays.copyOf(chosen, count);
  }
}

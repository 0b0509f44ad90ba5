package souk.customer.lib.uplift.tree;

import java.util.SplittableRandom;

/** Orders of chance. */
public final class Shuffle {
  private Shuffle() {}

  /** The numbers 0 … n − 1 in an order of chance. */
  public static int[] of(int n, SplittableRandom random) {
    int[] order = new int[n];
    for (int i = 0; i < n; i++) {
      int j = random.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }
}

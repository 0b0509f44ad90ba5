package souk.customer.lib.rfm;

import java.util.Arrays;

/**
 * Scores 1 (worst) to k (best) by quantile.
 *
 * <p>With {@code L} values strictly below and {@code E} values equal to {@code v} among {@code n},
 * the score is {@code 1 + floor(k · (L + E/2) / n)}: the class of the mid-rank. Equal values always
 * get equal scores, whatever their order in the input, and a column of equal values gets the middle
 * score. Without ties this is the usual split into k classes of equal size. Computed in integers,
 * so there is no rounding to differ between machines.
 */
public final class QuantileScores {
  private QuantileScores() {}

  /** Scores where a larger value is better. */
  public static int[] higherIsBetter(long[] values, int classes) {
    return score(values, classes, false);
  }

  /** Scores where a smaller value is better, for example recency in days. */
  public static int[] lowerIsBetter(long[] values, int classes) {
    return score(values, classes, true);
  }

  private static int[] score(long[] values, int classes, boolean reversed) {
    if (classes < 2) {
      throw new IllegalArgumentException(
          "The number of score classes (%d) must be at least 2.".formatted(classes));
    }
    long[] sorted = values.clone();
    Arrays.sort(sorted);
    int[] scores = new int[values.length];
    for (int i = 0; i < values.length; i++) {
      long below = firstAtLeast(sorted, values[i]);
      long notAbove =
          values[i] == Long.MAX_VALUE ? sorted.length : firstAtLeast(sorted, values[i] + 1);
      long twiceMidRank = reversed ? 2L * sorted.length - below - notAbove : below + notAbove;
      scores[i] = 1 + (int) (classes * twiceMidRank / (2L * sorted.length));
    }
    return scores;
  }

  private static int firstAtLeast(long[] sorted, long value) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}

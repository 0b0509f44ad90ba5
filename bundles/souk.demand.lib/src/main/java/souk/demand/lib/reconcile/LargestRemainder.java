package souk.demand.lib.reconcile;

/**
 * Whole numbers that add up to the rounded sum: everything is rounded down, what is missing goes to
 * the largest remainders, the first of equals first (Hare and Niemeyer). Stateless.
 */
public final class LargestRemainder {
  private LargestRemainder() {}

  /** Rounds to whole numbers whose sum is the rounded sum; each moves by less than 1. */
  public static double[] round(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return allocate(values, StrictMath.rint(sum));
  }

  /**
   * Rounds to whole numbers with a given sum.
   *
   * @param total whole number; each value moves by less than 1 if it is the sum rounded either way
   */
  public static double[] allocate(double[] values, double total) {
    int n = values.length;
    double[] whole = new double[n];
    double given = 0;
    Integer[] order = new Integer[n];
    for (int i = 0; i < n; i++) {
      whole[i] = StrictMath.floor(values[i]);
      given += whole[i];
      order[i] = i;
    }
    java.util.Arrays.sort(
        order, (a, b) -> Double.compare(values[b] - whole[b], values[a] - whole[a]));
    double missing = total - given;
    for (int i = 0; i < n && missing >= 1; i++, missing--) {
      whole[order[i]]++;
    }
    for (int i = n - 1; i >= 0 && missing <= -1; i--) {
      if (whole[order[i]] >= 1) {
        whole[order[i]]--;
        missing++;
      }
    }
    return whole;
  }
}

package souk.customer.lib.math;

import java.util.Arrays;

/** Ranks from 1, equal values at their middle. */
public final class MidRanks {
  private MidRanks() {}

  public static double[] of(double[] values) {
    Integer[] order = new Integer[values.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (a, b) -> Double.compare(values[a], values[b]));
    double[] rank = new double[values.length];
    int from = 0;
    for (int i = 0; i < order.length; i++) {
      if (i == order.length - 1 || values[order[i + 1]] != values[order[i]]) {
        for (int k = from; k <= i; k++) {
          rank[order[k]] = (from + i) / 2.0 + 1;
        }
        from = i + 1;
      }
    }
    return rank;
  }
}

package souk.customer.lib.segmentation;

import java.util.Arrays;

/**
 * Classes of any worth of customers, such as expected lifetime value: 0 the highest fifth, 1 the
 * next three tenths, 2 the lowest half. Equal worth, equal class.
 */
public final class ValueClasses {
  private static final double HIGH = 0.8;
  private static final double ORDINARY = 0.5;

  private ValueClasses() {}

  public static int[] of(double[] worth) {
    double[] sorted = worth.clone();
    Arrays.sort(sorted);
    int[] group = new int[worth.length];
    for (int r = 0; r < group.length; r++) {
      double below = below(sorted, worth[r]);
      group[r] = below >= HIGH ? 0 : below >= ORDINARY ? 1 : 2;
    }
    return group;
  }

  /** Share of the values that are smaller, equal ones by half. */
  private static double below(double[] sorted, double value) {
    int low = first(sorted, value, false);
    int high = first(sorted, value, true);
    return (low + high) / 2.0 / sorted.length;
  }

  private static int first(double[] sorted, double value, boolean above) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (above ? sorted[middle] <= value : sorted[middle] < value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}

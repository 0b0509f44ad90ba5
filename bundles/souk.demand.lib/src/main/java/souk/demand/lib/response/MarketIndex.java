package souk.demand.lib.response;

import java.util.Arrays;
import java.util.List;

/**
 * The movement common to all items, per step: mean log units without group means, own price and
 * covariate effects. An item sees the index of the others only.
 *
 * <p>Immutable, thread-safe.
 */
final class MarketIndex {
  /** Fewest other items that make an index. */
  static final int MINIMUM_ITEMS = 5;

  private final int first;
  private final double[] sum;
  private final int[] count;

  private MarketIndex(int first, double[] sum, int[] count) {
    this.first = first;
    this.sum = sum;
    this.count = count;
  }

  /** The index of regressions that have been estimated. */
  static MarketIndex of(List<ItemRegression> regressions) {
    int low = Integer.MAX_VALUE;
    int high = Integer.MIN_VALUE;
    for (ItemRegression regression : regressions) {
      for (int i = 0; i < regression.size(); i++) {
        low = StrictMath.min(low, regression.step(i));
        high = StrictMath.max(high, regression.step(i));
      }
    }
    int length = low > high ? 0 : high - low + 1;
    double[] sum = new double[length];
    int[] count = new int[length];
    for (ItemRegression regression : regressions) {
      double[][] own = own(regression, low, length);
      for (int t = 0; t < length; t++) {
        if (own[1][t] > 0) {
          sum[t] += own[0][t] / own[1][t];
          count[t]++;
        }
      }
    }
    return new MarketIndex(low, sum, count);
  }

  private static double[][] own(ItemRegression regression, int first, int length) {
    double[][] own = new double[2][length];
    for (int i = 0; i < regression.size(); i++) {
      own[0][regression.step(i) - first] += regression.withoutControls(i);
      own[1][regression.step(i) - first]++;
    }
    return own;
  }

  /**
   * The index of the others, per row of an item; empty if at a tenth of its rows fewer than {@value
   * #MINIMUM_ITEMS} others were sold.
   */
  double[] without(ItemRegression regression) {
    double[][] own = own(regression, first, sum.length);
    double[] index = new double[regression.size()];
    int thin = 0;
    for (int i = 0; i < index.length; i++) {
      int t = regression.step(i) - first;
      int others = count[t] - 1;
      if (others < MINIMUM_ITEMS) {
        thin++;
      }
      index[i] = others > 0 ? (sum[t] - own[0][t] / own[1][t]) / others : 0;
    }
    return thin * 10 > index.length || index.length == 0 ? new double[0] : index;
  }

  @Override
  public String toString() {
    return "MarketIndex" + Arrays.toString(count);
  }
}

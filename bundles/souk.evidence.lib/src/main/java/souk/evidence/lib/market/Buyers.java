package souk.evidence.lib.market;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Who bought an article, in which quantities: past order lines with weights. Immutable; arrays are
 * kept, not copied.
 */
final class Buyers {
  /** Index of a customer who did not say who he is. */
  static final int ANONYMOUS = -1;

  private final int[] customer;
  private final double[] quantity;
  private final double[] cumulative;
  private final double meanQuantity;
  private final double squaredVariation;

  /**
   * @param customer customer per line or {@link #ANONYMOUS}
   * @param quantity units per line, greater than 0
   * @param weight weight per line, greater than 0
   */
  Buyers(int[] customer, double[] quantity, double[] weight) {
    this.customer = customer;
    this.quantity = clipped(quantity);
    this.cumulative = new double[weight.length];
    double total = 0;
    double units = 0;
    double squares = 0;
    for (int i = 0; i < weight.length; i++) {
      total += weight[i];
      units += weight[i] * this.quantity[i];
      squares += weight[i] * this.quantity[i] * this.quantity[i];
      cumulative[i] = total;
    }
    this.meanQuantity = total > 0 ? units / total : 1;
    this.squaredVariation =
        total > 0 ? Math.max(0, squares / total / (meanQuantity * meanQuantity) - 1) : 0;
  }

  double meanQuantity() {
    return meanQuantity;
  }

  /** Squared coefficient of variation of the units per line. */
  double squaredVariation() {
    return squaredVariation;
  }

  int lines() {
    return customer.length;
  }

  /** A past line at random, by weight. */
  int draw(SplittableRandom random) {
    double u = random.nextDouble() * cumulative[cumulative.length - 1];
    int at = Arrays.binarySearch(cumulative, u);
    return Math.min(customer.length - 1, at >= 0 ? at + 1 : -at - 1);
  }

  int customerOf(int line) {
    return customer[line];
  }

  double quantityOf(int line) {
    return quantity[line];
  }

  /** One bulk order in a hundred is cut to the next smaller: it will not come again as it was. */
  private static double[] clipped(double[] quantity) {
    if (quantity.length == 0) {
      return quantity;
    }
    double[] sorted = quantity.clone();
    Arrays.sort(sorted);
    double high = sorted[Math.max(0, sorted.length - 1 - (int) Math.ceil(sorted.length * 0.01))];
    double[] clipped = quantity.clone();
    for (int i = 0; i < clipped.length; i++) {
      clipped[i] = Math.min(high, clipped[i]);
    }
    return clipped;
  }
}

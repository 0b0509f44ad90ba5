package souk.customer.lib.uplift.tree;

/**
 * Sums over rows, for each arm rows, weight, figure and squared figure. Positions in an array, so
 * that histograms are flat.
 */
final class ArmSums {
  /** Numbers per bin. */
  static final int WIDTH = 8;

  private static final int ARM = 4;
  private static final int ROWS = 0;
  private static final int WEIGHT = 1;
  private static final int FIGURE = 2;
  private static final int SQUARE = 3;

  private ArmSums() {}

  static void add(double[] sums, int at, boolean treated, double figure, double weight) {
    int arm = at + (treated ? ARM : 0);
    sums[arm + ROWS]++;
    sums[arm + WEIGHT] += weight;
    sums[arm + FIGURE] += weight * figure;
    sums[arm + SQUARE] += weight * figure * figure;
  }

  static double rows(double[] sums, boolean treated) {
    return sums[(treated ? ARM : 0) + ROWS];
  }

  static double weight(double[] sums, boolean treated) {
    return sums[(treated ? ARM : 0) + WEIGHT];
  }

  static double weight(double[] sums) {
    return weight(sums, true) + weight(sums, false);
  }

  static double figure(double[] sums, boolean treated) {
    return sums[(treated ? ARM : 0) + FIGURE];
  }

  static double mean(double[] sums, boolean treated) {
    double weight = weight(sums, treated);
    return weight > 0 ? figure(sums, treated) / weight : 0;
  }

  /** Sum of squared deviations from the mean of an arm. */
  static double scatter(double[] sums, boolean treated) {
    double weight = weight(sums, treated);
    double figure = figure(sums, treated);
    double square = sums[(treated ? ARM : 0) + SQUARE];
    return weight > 0 ? Math.max(0, square - figure * figure / weight) : 0;
  }

  /** Mean of the treated less mean of the others. */
  static double effect(double[] sums) {
    return mean(sums, true) - mean(sums, false);
  }
}

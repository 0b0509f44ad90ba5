package souk.demand.lib.response;

import java.util.List;

/**
 * What was sold of one item at which price: one row per observation.
 *
 * <p>Arrays are kept, not copied: a panel of a chain is large. They must not change while a fit
 * runs, and no fit changes them.
 */
public final class ResponseItem {
  private final String id;
  private final int[] step;
  private final int[] group;
  private final double[] units;
  private final double[] price;
  private final List<String> covariateNames;
  private final double[][] covariates;

  /**
   * @param id names the item
   * @param step time of each row, the same clock for all items
   * @param group fixed-effect group of each row (a store, say), numbered from 0; all 0 for a single
   *     series; rows of one group in order of time
   * @param units sold, not negative; rows with 0 units say nothing about a price nobody paid and
   *     are left out
   * @param price above 0 wherever units are above 0
   * @param covariateNames one per covariate
   * @param covariates one column per covariate, such as a promotion flag
   * @throws IllegalArgumentException if lengths differ or a price or unit is impossible
   */
  public ResponseItem(
      String id,
      int[] step,
      int[] group,
      double[] units,
      double[] price,
      List<String> covariateNames,
      double[][] covariates) {
    int n = units.length;
    if (step.length != n || group.length != n || price.length != n) {
      throw new IllegalArgumentException(
          "Item %s has %d steps, %d groups, %d units and %d prices; the counts must agree."
              .formatted(id, step.length, group.length, n, price.length));
    }
    if (covariateNames.size() != covariates.length) {
      throw new IllegalArgumentException(
          "Item %s has %d covariates and %d names for them."
              .formatted(id, covariates.length, covariateNames.size()));
    }
    for (int row = 0; row < n; row++) {
      if (!(units[row] >= 0 && units[row] < Double.POSITIVE_INFINITY)
          || (units[row] > 0 && !(price[row] > 0 && price[row] < Double.POSITIVE_INFINITY))) {
        throw new IllegalArgumentException(
            "Item %s has %s units at price %s in row %d.%nMaybe returns were left in."
                .formatted(id, units[row], price[row], row));
      }
    }
    for (double[] column : covariates) {
      if (column.length != n) {
        throw new IllegalArgumentException(
            "Item %s has a covariate of %d rows beside %d rows of units."
                .formatted(id, column.length, n));
      }
    }
    this.id = id;
    this.step = step;
    this.group = group;
    this.units = units;
    this.price = price;
    this.covariateNames = List.copyOf(covariateNames);
    this.covariates = covariates;
  }

  /** A single series without covariates; step = position. */
  public static ResponseItem series(String id, double[] units, double[] price) {
    int[] step = new int[units.length];
    for (int t = 0; t < step.length; t++) {
      step[t] = t;
    }
    return new ResponseItem(
        id, step, new int[units.length], units, price, List.of(), new double[0][]);
  }

  /** Names the item. */
  public String id() {
    return id;
  }

  /** Names of the covariates. */
  public List<String> covariateNames() {
    return covariateNames;
  }

  int rows() {
    return units.length;
  }

  int step(int row) {
    return step[row];
  }

  int group(int row) {
    return group[row];
  }

  double units(int row) {
    return units[row];
  }

  double price(int row) {
    return price[row];
  }

  double covariate(int column, int row) {
    return covariates[column][row];
  }
}

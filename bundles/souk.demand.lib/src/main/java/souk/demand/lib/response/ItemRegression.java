package souk.demand.lib.response;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import souk.demand.lib.math.LeastSquares;

/**
 * The regression of one item: log units on log price, covariates, trend and market index, with a
 * fixed effect per group taken out by subtracting group means (within transformation).
 *
 * <p>By the theorem of Frisch and Waugh the slope is that of units on the part of log price the
 * other columns do not explain. Its robust variance adds products of errors within a group
 * (Arellano 1987) if there are at least ten groups, else within four rows of each other with
 * Bartlett weights (Newey and West 1987). Keeps workspace; one instance per thread.
 */
final class ItemRegression {
  private static final int LAGS = 4;
  private static final int ENOUGH_GROUPS = 10;

  private final ResponseItem item;
  private final boolean trend;
  private final int[] rows;
  private final int groups;
  private final double[] logUnits;
  private final double[] logPrice;
  private final double[][] covariates;
  private double[] withoutControls = new double[0];

  ItemRegression(ResponseItem item, boolean trend) {
    this.item = item;
    this.trend = trend;
    this.rows = sold(item);
    int[] numbered = new int[rows.length];
    this.groups = number(item, rows, numbered);
    this.logUnits = new double[rows.length];
    this.logPrice = new double[rows.length];
    this.covariates = new double[item.covariateNames().size()][rows.length];
    for (int i = 0; i < rows.length; i++) {
      logUnits[i] = StrictMath.log(item.units(rows[i]));
      logPrice[i] = StrictMath.log(item.price(rows[i]));
      for (int c = 0; c < covariates.length; c++) {
        covariates[c][i] = item.covariate(c, rows[i]);
      }
    }
    this.groupOf = numbered;
  }

  private final int[] groupOf;

  private static int[] sold(ResponseItem item) {
    int[] rows = new int[item.rows()];
    int count = 0;
    for (int row = 0; row < item.rows(); row++) {
      if (item.units(row) > 0) {
        rows[count++] = row;
      }
    }
    return Arrays.copyOf(rows, count);
  }

  private static int number(ResponseItem item, int[] rows, int[] numbered) {
    int[] seen = Arrays.stream(rows).map(item::group).sorted().distinct().toArray();
    for (int i = 0; i < rows.length; i++) {
      numbered[i] = Arrays.binarySearch(seen, item.group(rows[i]));
    }
    return seen.length;
  }

  int size() {
    return rows.length;
  }

  int step(int i) {
    return item.step(rows[i]);
  }

  /** Log units without group means, price and covariate effects; of the last estimate. */
  double withoutControls(int i) {
    return withoutControls[i];
  }

  /**
   * Estimates.
   *
   * @param market common movement per row, or an empty array for none
   */
  OwnEstimate estimate(double[] market) {
    int distinct = distinctPrices();
    List<double[]> columns = new ArrayList<>();
    for (double[] covariate : covariates) {
      columns.add(within(covariate));
    }
    if (trend) {
      double[] time = new double[rows.length];
      for (int i = 0; i < rows.length; i++) {
        time[i] = step(i);
      }
      columns.add(within(time));
    }
    if (market.length > 0) {
      columns.add(within(market));
    }
    double[][] controls = columns.toArray(double[][]::new);
    double[] y = within(logUnits);
    double[] x = within(logPrice);
    withoutControls = y.clone();
    LeastSquares priceFit = new LeastSquares(controls, x);
    double[] own = residual(x, controls, priceFit);
    double square = dot(own, own);
    double deviation = StrictMath.sqrt(square / StrictMath.max(1, rows.length));
    int parameters = groups + priceFit.rank() + 1;
    if (rows.length - parameters < 1 || deviation < 1e-9) {
      return new OwnEstimate(
          Double.NaN, Double.NaN, 1, rows.length, distinct, deviation, new double[0]);
    }
    double slope = dot(own, y) / square;
    double[] rest = y.clone();
    for (int i = 0; i < rest.length; i++) {
      rest[i] -= slope * x[i];
    }
    LeastSquares controlFit = new LeastSquares(controls, rest);
    double[] error = residual(rest, controls, controlFit);
    double[] effects = new double[covariates.length];
    for (int c = 0; c < effects.length; c++) {
      effects[c] = controlFit.coefficient(c);
    }
    for (int i = 0; i < rest.length; i++) {
      double known = slope * x[i];
      for (int c = 0; c < effects.length; c++) {
        known += effects[c] * controls[c][i];
      }
      withoutControls[i] = y[i] - known;
    }
    int freedom = rows.length - parameters;
    double classical = dot(error, error) / freedom / square;
    boolean clustered = groups >= ENOUGH_GROUPS;
    double meat = clustered ? byGroup(own, error) : byLag(own, error);
    double correction = clustered ? groups / (groups - 1.0) : rows.length / (double) freedom;
    double robust = correction * meat / square / square;
    return new OwnEstimate(
        slope,
        StrictMath.sqrt(StrictMath.max(classical, robust)),
        clustered ? groups - 1 : freedom,
        rows.length,
        distinct,
        deviation,
        effects);
  }

  private double byGroup(double[] own, double[] error) {
    double[] score = new double[groups];
    for (int i = 0; i < own.length; i++) {
      score[groupOf[i]] += own[i] * error[i];
    }
    return dot(score, score);
  }

  private double byLag(double[] own, double[] error) {
    double sum = 0;
    for (int i = 0; i < own.length; i++) {
      sum += own[i] * own[i] * error[i] * error[i];
      for (int lag = 1; lag <= LAGS && i - lag >= 0; lag++) {
        if (groupOf[i] == groupOf[i - lag]) {
          double weight = 1 - lag / (LAGS + 1.0);
          sum += 2 * weight * own[i] * error[i] * own[i - lag] * error[i - lag];
        }
      }
    }
    return StrictMath.max(0, sum);
  }

  private double[] within(double[] column) {
    double[] mean = new double[groups];
    int[] count = new int[groups];
    for (int i = 0; i < column.length; i++) {
      mean[groupOf[i]] += column[i];
      count[groupOf[i]]++;
    }
    double[] result = new double[column.length];
    for (int i = 0; i < column.length; i++) {
      result[i] = column[i] - mean[groupOf[i]] / count[groupOf[i]];
    }
    return result;
  }

  private static double[] residual(double[] y, double[][] columns, LeastSquares fit) {
    double[] rest = y.clone();
    for (int c = 0; c < columns.length; c++) {
      for (int i = 0; i < rest.length; i++) {
        rest[i] -= fit.coefficient(c) * columns[c][i];
      }
    }
    return rest;
  }

  private int distinctPrices() {
    double[] sorted = logPrice.clone();
    Arrays.sort(sorted);
    int distinct = sorted.length > 0 ? 1 : 0;
    double anchor = sorted.length > 0 ? sorted[0] : 0;
    for (double value : sorted) {
      if (value - anchor > 0.005) {
        distinct++;
        anchor = value;
      }
    }
    return distinct;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}

package souk.customer.lib.uplift;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What was known of each row before the treatment, who was treated, and what was seen afterwards.
 * The arrays are shared, not copied, and must not be changed.
 */
public final class Trial {
  private final double[][] rows;
  private final boolean[] treated;
  private final double[] outcome;
  private final double[] propensity;
  private final int treatedRows;
  private final boolean binary;

  private Trial(double[][] rows, boolean[] treated, double[] outcome, double[] propensity) {
    this.rows = rows;
    this.treated = treated;
    this.outcome = outcome;
    this.propensity = propensity;
    int count = 0;
    for (boolean t : treated) {
      count += t ? 1 : 0;
    }
    this.treatedRows = count;
    this.binary = Arrays.stream(outcome).allMatch(y -> y == 0 || y == 1);
  }

  /**
   * A trial in which chance alone decided: every row had the same chance to be treated.
   *
   * @param rows rows × columns, NaN where missing
   * @throws IllegalArgumentException if lengths differ, an arm has no row or an outcome is not
   *     finite
   */
  public static Trial randomised(double[][] rows, boolean[] treated, double[] outcome) {
    int count = 0;
    for (boolean t : treated) {
      count += t ? 1 : 0;
    }
    double[] propensity = new double[treated.length];
    Arrays.fill(propensity, (double) count / Math.max(1, treated.length));
    return of(rows, treated, outcome, propensity);
  }

  /**
   * A trial with a known or estimated chance of treatment per row.
   *
   * @param propensity in (0, 1)
   * @throws IllegalArgumentException as {@link #randomised}, or if a propensity is not in (0, 1)
   */
  public static Trial of(
      double[][] rows, boolean[] treated, double[] outcome, double[] propensity) {
    if (rows.length != treated.length
        || rows.length != outcome.length
        || rows.length != propensity.length) {
      throw new IllegalArgumentException(
          "A trial of %d rows has %d treatments, %d outcomes and %d propensities."
              .formatted(rows.length, treated.length, outcome.length, propensity.length));
    }
    Trial trial = new Trial(rows, treated, outcome, propensity);
    if (trial.treatedRows == 0 || trial.treatedRows == rows.length) {
      throw new IllegalArgumentException(
          "Of %d rows %d were treated; both arms need rows.\nMaybe the treatment column is constant."
              .formatted(rows.length, trial.treatedRows));
    }
    for (int r = 0; r < rows.length; r++) {
      if (!Double.isFinite(outcome[r]) || !(propensity[r] > 0 && propensity[r] < 1)) {
        throw new IllegalArgumentException(
            "Row %d has outcome %s and propensity %s; the first must be finite, the second in (0, 1)."
                .formatted(r, outcome[r], propensity[r]));
      }
    }
    return trial;
  }

  public int size() {
    return rows.length;
  }

  public int columns() {
    return rows[0].length;
  }

  public double[][] rows() {
    return rows;
  }

  public boolean treated(int row) {
    return treated[row];
  }

  public double outcome(int row) {
    return outcome[row];
  }

  /** Chance of this row to be treated. */
  public double propensity(int row) {
    return propensity[row];
  }

  /** Chance of what happened to this row: to be treated if it was, not to be if it was not. */
  public double chance(int row) {
    return treated[row] ? propensity[row] : 1 - propensity[row];
  }

  public int treatedRows() {
    return treatedRows;
  }

  /** Whether every outcome is 0 or 1. */
  public boolean binary() {
    return binary;
  }

  /** The rows at these places. */
  public Trial at(int[] places) {
    boolean[] t = new boolean[places.length];
    for (int i = 0; i < places.length; i++) {
      t[i] = treated[places[i]];
    }
    return new Trial(
        Rows.at(rows, places), t, Rows.at(outcome, places), Rows.at(propensity, places));
  }

  /** The same rows and outcomes with another treatment, as in a placebo test. */
  public Trial withTreatment(boolean[] other) {
    return of(rows, other, outcome, propensity);
  }

  public boolean[] treatments() {
    return treated.clone();
  }

  public double[] outcomes() {
    return outcome;
  }

  /** Places of one arm, ascending. */
  public int[] arm(boolean ofTreated) {
    return IntStream.range(0, size()).filter(r -> treated[r] == ofTreated).toArray();
  }
}

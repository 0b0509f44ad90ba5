package souk.customer.api;

import java.util.List;
import java.util.Optional;

/**
 * What was known of each customer before a treatment, who was treated, and what was seen
 * afterwards. The arrays are shared, not copied, and must not be changed by anyone; safe for use by
 * many threads under that rule.
 */
public final class UpliftTrial {
  private final List<String> columns;
  private final double[][] rows;
  private final boolean[] treated;
  private final double[] outcome;
  private final Optional<double[]> propensity;

  private UpliftTrial(Builder builder) {
    this.columns = List.copyOf(builder.columns);
    this.rows = builder.rows;
    this.treated = builder.treated;
    this.outcome = builder.outcome;
    this.propensity = builder.propensity;
    int chances = propensity.map(p -> p.length).orElse(rows.length);
    if (treated.length != rows.length || outcome.length != rows.length || chances != rows.length) {
      throw new IllegalArgumentException(
          "A trial of %d rows has %d treatments, %d outcomes and %d propensities."
              .formatted(rows.length, treated.length, outcome.length, chances));
    }
    for (int r = 0; r < rows.length; r++) {
      check(r);
    }
  }

  private void check(int r) {
    if (rows[r].length != columns.size()) {
      throw new IllegalArgumentException(
          "Row %d has %d values for %d columns.".formatted(r, rows[r].length, columns.size()));
    }
    for (int c = 0; c < rows[r].length; c++) {
      if (Double.isInfinite(rows[r][c])) {
        throw new IllegalArgumentException(
            "Column %s is infinite in row %d.%nMaybe something was divided by zero; NaN means missing."
                .formatted(columns.get(c), r));
      }
    }
    if (!Double.isFinite(outcome[r])) {
      throw new IllegalArgumentException(
          "The outcome of row %d is %s, but must be finite.".formatted(r, outcome[r]));
    }
    if (propensity.isPresent() && !(propensity.get()[r] > 0 && propensity.get()[r] < 1)) {
      throw new IllegalArgumentException(
          "The propensity of row %d is %s, but must lie in (0, 1)."
              .formatted(r, propensity.get()[r]));
    }
  }

  /**
   * @param columns names, one per value of a row
   * @param rows rows × columns, known before the treatment; NaN where missing
   * @param treated who was treated
   * @param outcome what was seen afterwards, finite
   */
  public static Builder builder(
      List<String> columns, double[][] rows, boolean[] treated, double[] outcome) {
    return new Builder(columns, rows, treated, outcome);
  }

  public List<String> columns() {
    return columns;
  }

  public int size() {
    return rows.length;
  }

  /** The rows themselves; not to be changed. */
  public double[][] rows() {
    return rows;
  }

  /** The treatments themselves; not to be changed. */
  public boolean[] treated() {
    return treated;
  }

  /** The outcomes themselves; not to be changed. */
  public double[] outcome() {
    return outcome;
  }

  /** Chance of each row to be treated; empty if chance alone decided, alike for all. */
  public Optional<double[]> propensity() {
    return propensity;
  }

  /** Collects a trial; not safe for use by many threads. */
  public static final class Builder {
    private final List<String> columns;
    private final double[][] rows;
    private final boolean[] treated;
    private final double[] outcome;
    private Optional<double[]> propensity = Optional.empty();

    private Builder(List<String> columns, double[][] rows, boolean[] treated, double[] outcome) {
      this.columns = columns;
      this.rows = rows;
      this.treated = treated;
      this.outcome = outcome;
    }

    /**
     * @param perRow chance of each row to be treated, in (0, 1)
     */
    public Builder propensity(double[] perRow) {
      this.propensity = Optional.of(perRow);
      return this;
    }

    /**
     * @throws IllegalArgumentException if shapes differ, or a value is not allowed
     */
    public UpliftTrial build() {
      return new UpliftTrial(this);
    }
  }
}

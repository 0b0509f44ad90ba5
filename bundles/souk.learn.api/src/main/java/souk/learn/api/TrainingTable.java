package souk.learn.api;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Rows of figures with what was seen for each. The arrays are shared, not copied, and must not be
 * changed by anyone; safe for use by many threads under that rule.
 */
public final class TrainingTable {
  private static final int MOST_CODE = 1_000_000;

  private final List<String> columns;
  private final double[][] rows;
  private final double[] target;
  private final Optional<double[]> weights;
  private final Set<String> categorical;

  private TrainingTable(Builder builder) {
    this.columns = List.copyOf(builder.columns);
    this.rows = builder.rows;
    this.target = builder.target;
    this.weights = builder.weights;
    this.categorical = Collections.unmodifiableSet(new TreeSet<>(builder.categorical));
    if (!columns.containsAll(categorical)) {
      throw new IllegalArgumentException(
          "Columns %s are said to be categories, but the table has %s."
              .formatted(categorical, columns));
    }
    if (target.length != rows.length || weights.map(w -> w.length != rows.length).orElse(false)) {
      throw new IllegalArgumentException(
          "A table of %d rows has %d targets and %s weights."
              .formatted(rows.length, target.length, weights.map(w -> w.length).orElse(0)));
    }
    boolean[] codes = new boolean[columns.size()];
    for (int c = 0; c < codes.length; c++) {
      codes[c] = categorical.contains(columns.get(c));
    }
    for (int r = 0; r < rows.length; r++) {
      check(r, codes);
    }
  }

  private static boolean isCode(double value) {
    return Double.isNaN(value) || (value >= 0 && value <= MOST_CODE && value == (int) value);
  }

  private void check(int r, boolean[] codes) {
    if (rows[r].length != columns.size()) {
      throw new IllegalArgumentException(
          "Row %d has %d values for %d columns.".formatted(r, rows[r].length, columns.size()));
    }
    for (int c = 0; c < rows[r].length; c++) {
      if (codes[c] && !isCode(rows[r][c])) {
        throw new IllegalArgumentException(
            "Column %s holds codes of categories, but %s in row %d."
                .formatted(columns.get(c), rows[r][c], r));
      }
      if (Double.isInfinite(rows[r][c])) {
        throw new IllegalArgumentException(
            "Column %s is infinite in row %d.%nMaybe something was divided by zero; NaN means missing."
                .formatted(columns.get(c), r));
      }
    }
    if (!Double.isFinite(target[r])) {
      throw new IllegalArgumentException(
          "The target of row %d is %s, but must be finite.".formatted(r, target[r]));
    }
    if (weights.isPresent() && !(weights.get()[r] >= 0 && Double.isFinite(weights.get()[r]))) {
      throw new IllegalArgumentException(
          "The weight of row %d is %s, but must not be negative.".formatted(r, weights.get()[r]));
    }
  }

  /**
   * @param columns names, one per value of a row
   * @param rows rows × columns; NaN where missing
   * @param target what was seen, one finite value per row
   */
  public static Builder builder(List<String> columns, double[][] rows, double[] target) {
    return new Builder(columns, rows, target);
  }

  public List<String> columns() {
    return columns;
  }

  /**
   * Columns whose values are codes of categories, whole and not negative, without an order. A
   * learner may take them as numbers. Since 1.1.0.
   */
  public Set<String> categorical() {
    return categorical;
  }

  public int size() {
    return rows.length;
  }

  /** The rows themselves; not to be changed. */
  public double[][] rows() {
    return rows;
  }

  /** The targets themselves; not to be changed. */
  public double[] target() {
    return target;
  }

  /** One weight per row; empty if all count alike. Not to be changed. */
  public Optional<double[]> weights() {
    return weights;
  }

  /** Collects a table; not safe for use by many threads. */
  public static final class Builder {
    private final List<String> columns;
    private final double[][] rows;
    private final double[] target;
    private Optional<double[]> weights = Optional.empty();
    private Set<String> categorical = Set.of();

    private Builder(List<String> columns, double[][] rows, double[] target) {
      this.columns = columns;
      this.rows = rows;
      this.target = target;
    }

    /**
     * @param perRow how much each row counts, not negative
     */
    public Builder weights(double[] perRow) {
      this.weights = Optional.of(perRow);
      return this;
    }

    /** Names columns whose values are codes of categories: 0, 1, 2, and so on. Since 1.1.0. */
    public Builder categorical(Set<String> names) {
      this.categorical = Set.copyOf(names);
      return this;
    }

    /**
     * @throws IllegalArgumentException if shapes differ, or a value is not allowed
     */
    public TrainingTable build() {
      return new TrainingTable(this);
    }
  }
}

package souk.learn.api;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A table as people have it: columns of figures and of texts, with names. The arrays are shared,
 * not copied, and must not be changed by anyone; safe for use by many threads under that rule.
 */
public final class DataFrame {
  private final int rows;
  private final Map<String, double[]> figures;
  private final Map<String, List<String>> texts;
  private final List<String> names;

  private DataFrame(Builder builder) {
    this.rows = builder.rows;
    this.figures = Collections.unmodifiableMap(new LinkedHashMap<>(builder.figures));
    this.texts = Collections.unmodifiableMap(new LinkedHashMap<>(builder.texts));
    this.names = List.copyOf(builder.names);
  }

  /**
   * @param rows how many, at least 0
   */
  public static Builder builder(int rows) {
    return new Builder(rows);
  }

  public int rows() {
    return rows;
  }

  /** Names of all columns, in the order given. */
  public List<String> names() {
    return names;
  }

  /** Figures of a column, NaN where missing; empty if it has texts, or is not there. */
  public Optional<double[]> figures(String name) {
    return Optional.ofNullable(figures.get(name));
  }

  /** Texts of a column, empty where missing; empty if it has figures, or is not there. */
  public Optional<List<String>> texts(String name) {
    return Optional.ofNullable(texts.get(name));
  }

  /** Collects a table; not safe for use by many threads. */
  public static final class Builder {
    private final int rows;
    private final Map<String, double[]> figures = new LinkedHashMap<>();
    private final Map<String, List<String>> texts = new LinkedHashMap<>();
    private final List<String> names = new ArrayList<>();

    private Builder(int rows) {
      this.rows = rows;
    }

    /**
     * A column of figures.
     *
     * @param values finite, or NaN where missing
     */
    public Builder figures(String name, double[] values) {
      add(name, values.length);
      for (int r = 0; r < values.length; r++) {
        if (Double.isInfinite(values[r])) {
          throw new IllegalArgumentException(
              "Column %s is infinite in row %d.%nMaybe something was divided by zero."
                  .formatted(name, r + 1));
        }
      }
      figures.put(name, values);
      return this;
    }

    /**
     * A column of texts.
     *
     * @param values empty where missing
     */
    public Builder texts(String name, List<String> values) {
      add(name, values.size());
      texts.put(name, List.copyOf(values));
      return this;
    }

    private void add(String name, int count) {
      if (name.isBlank() || names.contains(name)) {
        throw new IllegalArgumentException(
            "A column must have a name of its own, but \"%s\" was given%s."
                .formatted(name, name.isBlank() ? "" : " twice"));
      }
      if (count != rows) {
        throw new IllegalArgumentException(
            "Column %s has %d values for %d rows.".formatted(name, count, rows));
      }
      names.add(name);
    }

    public DataFrame build() {
      return new DataFrame(this);
    }
  }
}

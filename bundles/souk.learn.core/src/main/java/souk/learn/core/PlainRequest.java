package souk.learn.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import souk.learn.api.DataFrame;
import souk.learn.api.TuningPlan;

/**
 * Reads what was asked in plain values.
 *
 * @param values by name
 */
record PlainRequest(Map<String, Object> values) {
  private static final int MOST_DRAWS = 10_000;

  static IllegalArgumentException missing(String field) {
    return new IllegalArgumentException("Field %s is missing.".formatted(field));
  }

  TuningPlan plan() {
    String task = text("task").orElseThrow(() -> missing("task")).toUpperCase(Locale.ROOT);
    return TuningPlan.builder(
            text("target").orElseThrow(() -> missing("target")), TuningPlan.Question.valueOf(task))
        .positive(text("positive"))
        .time(text("time"))
        .ignored(Set.copyOf(texts("ignored")))
        .learners(texts("learners"))
        .folds((int) number("folds", 5))
        .draws((int) Math.min(MOST_DRAWS, number("draws", 200)))
        .seed(number("seed", 1))
        .build();
  }

  Optional<String> text(String field) {
    return Optional.ofNullable(values.get(field)).map(String::valueOf);
  }

  private long number(String field, long otherwise) {
    return values.get(field) instanceof Number number ? number.longValue() : otherwise;
  }

  private List<String> texts(String field) {
    return values.get(field) instanceof List<?> list
        ? list.stream().map(String::valueOf).toList()
        : List.of();
  }

  /** A table, if there is one. */
  Optional<DataFrame> table(String field) {
    if (!(values.get(field) instanceof List<?> columns)) {
      return Optional.empty();
    }
    List<Column> read = new ArrayList<>();
    for (Object column : columns) {
      if (!(column instanceof Map<?, ?> map)) {
        throw new IllegalArgumentException("Field %s must hold columns.".formatted(field));
      }
      read.add(column(map));
    }
    if (read.isEmpty()) {
      throw new IllegalArgumentException("Field %s holds no column.".formatted(field));
    }
    DataFrame.Builder table = DataFrame.builder(read.get(0).values().size());
    read.forEach(column -> column.into(table));
    return Optional.of(table.build());
  }

  /** One column as it came. */
  private record Column(String name, boolean figures, List<?> values) {
    void into(DataFrame.Builder table) {
      if (figures) {
        table.figures(name, values.stream().mapToDouble(this::figure).toArray());
      } else {
        table.texts(
            name, values.stream().map(text -> text == null ? "" : String.valueOf(text)).toList());
      }
    }

    private double figure(Object value) {
      if (value == null) {
        return Double.NaN;
      }
      if (value instanceof Number number) {
        return number.doubleValue();
      }
      throw new IllegalArgumentException(
          "Column %s holds \"%s\" among its figures.".formatted(name, value));
    }
  }

  private static Column column(Map<?, ?> map) {
    Object name = map.get("name");
    if (name == null) {
      throw missing("name");
    }
    Object figures = map.get("figures");
    Object texts = map.get("texts");
    if ((figures == null) == (texts == null)) {
      throw new IllegalArgumentException(
          "Column %s must have either figures or texts.".formatted(name));
    }
    return figures instanceof List<?> list
        ? new Column(String.valueOf(name), true, list)
        : new Column(String.valueOf(name), false, texts instanceof List<?> list ? list : List.of());
  }
}

package souk.edge.rest.resources;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import souk.edge.rest.http.ProblemException;
import souk.learn.api.DataFrame;

/** Reads a table that a caller brings, column by column. */
final class SuppliedTable {
  /**
   * One column: figures or texts.
   *
   * @param name unique
   * @param figures null where missing
   * @param texts null or empty where missing
   */
  record Column(
      String name,
      @Nullable List<@Nullable Double> figures,
      @Nullable List<@Nullable String> texts) {}

  private SuppliedTable() {}

  static DataFrame of(String field, @Nullable List<Column> columns) {
    List<Column> all = Fields.list(field, columns);
    if (all.isEmpty()) {
      throw ProblemException.badRequest(
          "body.missing-field", "Field %s holds no column.".formatted(field));
    }
    DataFrame.Builder table = DataFrame.builder(size(all.get(0)));
    for (Column column : all) {
      String name = Fields.required("name", column.name());
      if ((column.figures() == null) == (column.texts() == null)) {
        throw ProblemException.badRequest(
            "body.impossible-value",
            "Column %s must have either figures or texts.".formatted(name));
      }
      if (column.figures() != null) {
        table.figures(
            name, column.figures().stream().mapToDouble(v -> v == null ? Double.NaN : v).toArray());
      } else {
        table.texts(
            name,
            Objects.requireNonNull(column.texts()).stream()
                .map(text -> text == null ? "" : text)
                .toList());
      }
    }
    return table.build();
  }

  private static int size(Column column) {
    return column.figures() != null
        ? column.figures().size()
        : column.texts() == null ? 0 : column.texts().size();
  }
}

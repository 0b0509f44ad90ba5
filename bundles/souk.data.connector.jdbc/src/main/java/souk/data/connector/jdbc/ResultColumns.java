package souk.data.connector.jdbc;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import souk.data.api.LoadException;

/** The columns of a result that are handed over: those of the key first, none of bytes. */
final class ResultColumns {
  private static final int MAX_COLUMNS = 4_096;

  /** One column. */
  record Column(String name, int index, Cell cell) {}

  private final List<Column> columns;

  private ResultColumns(List<Column> columns) {
    this.columns = columns;
  }

  static ResultColumns of(ResultSetMetaData meta, Target target) throws SQLException {
    List<Column> all = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (int i = 1; i <= meta.getColumnCount(); i++) {
      Column column = new Column(meta.getColumnLabel(i), i, Cell.of(meta, i));
      if (!names.add(column.name())) {
        throw new LoadException(
            "jdbc.duplicate-column",
            "The result has two columns \"%s\".%nMaybe name one of them otherwise with AS."
                .formatted(column.name()));
      }
      if (column.cell() != Cell.BYTES) {
        all.add(column);
      }
    }
    if (all.isEmpty() || all.size() > MAX_COLUMNS) {
      throw new LoadException(
          "jdbc.too-many-columns",
          "The result has %d columns, but must have 1 to %d.".formatted(all.size(), MAX_COLUMNS));
    }
    ResultColumns result = new ResultColumns(all);
    List<Column> ordered = new ArrayList<>();
    for (String key : target.key()) {
      ordered.add(result.named("key", key));
    }
    all.stream().filter(column -> !ordered.contains(column)).forEach(ordered::add);
    return new ResultColumns(ordered);
  }

  List<String> names() {
    return columns.stream().map(Column::name).toList();
  }

  /** The column that an option names; letter case does not matter unless it must. */
  Column named(String option, String name) {
    List<Column> found = columns.stream().filter(column -> column.name().equals(name)).toList();
    if (found.isEmpty()) {
      found = columns.stream().filter(column -> column.name().equalsIgnoreCase(name)).toList();
    }
    if (found.size() != 1) {
      throw Target.wrong(option, name, "one of the columns " + names());
    }
    return found.get(0);
  }

  @Nullable Object[] values(ResultSet row) throws SQLException {
    @Nullable Object[] values = new Object[columns.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = columns.get(i).cell().value(row, columns.get(i).index());
    }
    return values;
  }

  int place(Column column) {
    return columns.indexOf(column);
  }
}

package souk.data.connector.files;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import souk.data.api.LoadException;

/** Finds the columns of a Parquet file; the parts of a structure become columns of their own. */
final class ParquetColumns {
  private static final int MAX_DEPTH = 8;

  private ParquetColumns() {}

  static List<ParquetColumn> of(Statement statement, String table, Path path) throws SQLException {
    List<ParquetColumn> found = new ArrayList<>();
    add(statement, table, "*", new ParquetColumn("", "", ""), 1, found);
    Set<String> names = new HashSet<>();
    for (ParquetColumn column : found) {
      if (!names.add(column.name())) {
        throw new LoadException(
            "file.duplicate-column",
            "The file %s has the column \"%s\" twice.".formatted(path, column.name()));
      }
    }
    if (found.isEmpty() || found.size() > DelimitedReader.MAX_COLUMNS) {
      throw new LoadException(
          "file.too-many-columns",
          "The file %s has %d columns that can be read, but must have 1 to %d."
              .formatted(path, found.size(), DelimitedReader.MAX_COLUMNS));
    }
    return found;
  }

  private static void add(
      Statement statement,
      String table,
      String selected,
      ParquetColumn parent,
      int depth,
      List<ParquetColumn> found)
      throws SQLException {
    for (ParquetColumn child : described(statement, table, selected, parent)) {
      boolean structure = child.type().startsWith("STRUCT(") && child.type().endsWith(")");
      if (structure && depth < MAX_DEPTH) {
        add(statement, table, "unnest(" + child.sql() + ")", child, depth + 1, found);
      } else if (!child.type().equals("BLOB")) {
        found.add(child);
      }
    }
  }

  private static List<ParquetColumn> described(
      Statement statement, String table, String selected, ParquetColumn parent)
      throws SQLException {
    List<ParquetColumn> columns = new ArrayList<>();
    try (ResultSet rows =
        statement.executeQuery("DESCRIBE SELECT " + selected + " FROM " + table)) {
      while (rows.next()) {
        String name = rows.getString("column_name");
        String quoted = '"' + name.replace("\"", "\"\"") + '"';
        boolean top = parent.sql().isEmpty();
        columns.add(
            new ParquetColumn(
                top ? name : parent.name() + "." + name,
                top ? quoted : "(" + parent.sql() + ")." + quoted,
                rows.getString("column_type")));
      }
    }
    return columns;
  }
}

package souk.data.connector.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import souk.data.api.LoadException;
import souk.data.spi.RecordSink;

/** Reads one Parquet file into a sink. For use once, by one thread. */
final class ParquetReader {
  private static final int MAX_FIELD_CHARS = 1 << 16;
  private static final int ROWS_PER_REPORT = 1_024;
  private final Path path;
  private final RecordSink sink;

  ParquetReader(Path path, RecordSink sink) {
    this.path = path;
    this.sink = sink;
  }

  void read() throws IOException {
    long size = Files.size(path);
    ParquetFooter.check(path);
    try (ParquetEngine engine = ParquetEngine.open(path);
        Statement statement = engine.statement()) {
      List<ParquetColumn> columns = ParquetColumns.of(statement, engine.table(), path);
      long rows = count(statement, engine.table());
      sink.header(columns.stream().map(ParquetColumn::name).toList());
      String selected =
          columns.stream().map(ParquetColumn::expression).collect(Collectors.joining(", "));
      try (ResultSet result =
          statement.executeQuery("SELECT " + selected + " FROM " + engine.table())) {
        hand(result, columns, rows, size);
      }
      sink.position(size, size);
    } catch (SQLException e) {
      throw unreadable(e);
    }
  }

  private static long count(Statement statement, String table) throws SQLException {
    try (ResultSet result = statement.executeQuery("SELECT count(*) FROM " + table)) {
      return result.next() ? result.getLong(1) : 0;
    }
  }

  private void hand(ResultSet result, List<ParquetColumn> columns, long rows, long size)
      throws SQLException {
    long number = 0;
    while (result.next()) {
      number++;
      String[] values = new String[columns.size()];
      int tooLong = -1;
      for (int i = 0; i < values.length; i++) {
        values[i] = columns.get(i).text(result, i + 1);
        tooLong = tooLong < 0 && values[i].length() > MAX_FIELD_CHARS ? i : tooLong;
      }
      if (tooLong < 0) {
        sink.record(number, values);
      } else {
        refuse(number, columns.get(tooLong).name(), values, tooLong);
      }
      if (number % ROWS_PER_REPORT == 0) {
        sink.position((long) ((double) size * number / Math.max(number, rows)), size);
      }
    }
  }

  private void refuse(long number, String column, String[] values, int tooLong) {
    values[tooLong] = values[tooLong].substring(0, 200);
    String raw = String.join(",", values);
    sink.malformed(
        number,
        column,
        values[tooLong],
        "row.field-too-long",
        "The field has more than %d characters. Shorten it, or leave the column out."
            .formatted(MAX_FIELD_CHARS),
        raw.substring(0, Math.min(raw.length(), 2_000)));
  }

  private LoadException unreadable(SQLException e) {
    String message = String.valueOf(e.getMessage());
    int end = message.indexOf('\n');
    return new LoadException(
        "file.damaged-parquet",
        "The Parquet file %s cannot be read: %s%nMaybe the copy is incomplete or damaged: fetch it again."
            .formatted(path, end < 0 ? message : message.substring(0, end)),
        e);
  }
}

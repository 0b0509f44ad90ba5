package souk.data.connector.jdbc;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a table or query once. Safe for use by many threads. */
final class TableReader {
  static final int MAX_FIELD_CHARS = 1 << 16;
  private static final int ROWS_PER_REPORT = 1_024;
  private final Database database;
  private final Target target;
  private final Instant now;

  /**
   * @param now cursor values later than this are not believed
   */
  TableReader(Database database, Target target, Instant now) {
    this.database = database;
    this.target = target;
    this.now = now;
  }

  /** The columns, without reading rows; refuses a cursor or key that is not among them. */
  ResultColumns look() throws IOException {
    return database.read(this::look);
  }

  /** Hands over what is new, and says where the next reading begins. */
  Optional<String> read(Optional<String> from, Rows sink) throws IOException {
    return database.read(connection -> read(connection, from, sink));
  }

  private ResultColumns look(Connection connection) throws SQLException {
    try (PreparedStatement statement = database.prepare(connection, GrowingSelect.none(target));
        ResultSet rows = statement.executeQuery()) {
      ResultColumns columns = ResultColumns.of(rows.getMetaData(), target);
      position(columns, Optional.empty());
      return columns;
    }
  }

  private Optional<String> read(Connection connection, Optional<String> from, Rows sink)
      throws SQLException {
    ResultColumns columns = look(connection);
    Optional<Position> position = position(columns, from);
    boolean growing = position.isPresent() && position.get().isKnown();
    String sql = growing ? since(connection, columns) : GrowingSelect.all(target);
    try (PreparedStatement statement = database.prepare(connection, sql)) {
      if (growing) {
        position.get().bind(statement, 1, target.overlap());
        position.get().bind(statement, 2, target.overlap());
      }
      sink.header(columns.names());
      try (ResultSet rows = statement.executeQuery()) {
        hand(rows, columns, position, sink);
      }
    }
    sink.progress();
    return position.flatMap(Position::text);
  }

  private void hand(ResultSet rows, ResultColumns columns, Optional<Position> position, Rows sink)
      throws SQLException {
    int cursor = target.cursor().map(c -> columns.place(columns.named("cursor", c))).orElse(-1);
    List<String> names = columns.names();
    long number = 0;
    while (rows.next()) {
      number++;
      @Nullable Object[] values = columns.values(rows);
      if (cursor >= 0) {
        position.ifPresent(p -> p.see(values[cursor]));
      }
      hand(number, names, values, sink);
      if (number % ROWS_PER_REPORT == 0) {
        sink.progress();
      }
    }
  }

  private static void hand(long number, List<String> names, @Nullable Object[] values, Rows sink) {
    String[] texts = new String[values.length];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = Cell.text(values[i]);
    }
    for (int i = 0; i < texts.length; i++) {
      if (texts[i].length() > MAX_FIELD_CHARS) {
        int length = texts[i].length();
        texts[i] = texts[i].substring(0, 200);
        sink.tooLong(number, names.get(i), length, texts);
        return;
      }
    }
    sink.row(number, texts);
  }

  private Optional<Position> position(ResultColumns columns, Optional<String> from) {
    return target
        .cursor()
        .map(
            name -> {
              ResultColumns.Column column = columns.named("cursor", name);
              return new Position(column.name(), column.cell(), now, from);
            });
  }

  private String since(Connection connection, ResultColumns columns) throws SQLException {
    String quote = connection.getMetaData().getIdentifierQuoteString();
    String cursor = columns.named("cursor", target.cursor().orElseThrow()).name();
    List<String> key = target.key().stream().map(k -> columns.named("key", k).name()).toList();
    return GrowingSelect.since(target, cursor, key, quote);
  }
}

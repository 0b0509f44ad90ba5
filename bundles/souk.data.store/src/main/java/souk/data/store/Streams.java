package souk.data.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** How far each growing source was read. Lives in the same transactions as what was read. */
final class Streams {
  /**
   * How far one source was read.
   *
   * @param position what the connector said, or empty text
   * @param increment number of the last reading that changed something
   * @param loadId that reading
   */
  record State(String position, int increment, String loadId) {}

  private Streams() {}

  static Optional<State> find(Connection connection, String stream) throws SQLException {
    try (PreparedStatement statement =
            Sql.prepare(
                connection,
                "SELECT position, increment, load_id FROM load_stream WHERE stream = ?",
                stream);
        ResultSet rows = statement.executeQuery()) {
      return rows.next()
          ? Optional.of(new State(rows.getString(1), rows.getInt(2), rows.getString(3)))
          : Optional.empty();
    }
  }

  static void put(Connection connection, String stream, Connectors.Source source, State state)
      throws SQLException {
    Sql.update(connection, "DELETE FROM load_stream WHERE stream = ?", stream);
    Sql.update(
        connection,
        "INSERT INTO load_stream VALUES (?, ?, ?, ?, ?, ?)",
        stream,
        source.connector(),
        source.spec().location(),
        state.position(),
        state.increment(),
        state.loadId());
  }
}

package souk.data.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;

/**
 * The journal as it was at one moment. Its read transaction keeps that moment while later writes go
 * on. For use by one thread.
 */
final class JournalCut implements AutoCloseable {
  private final Connection connection;
  private final Map<String, String> marks = new TreeMap<>();

  /**
   * @param connection of its own; closed with the cut
   */
  JournalCut(Connection connection) throws SQLException {
    this.connection = connection;
    try (Statement statement = connection.createStatement()) {
      statement.execute("BEGIN");
    }
    // The first read is what fixes the moment.
    mark("journal.schema", "SELECT coalesce(max(version), 0) FROM schema_version");
    mark("journal.revisions", "SELECT count(*) FROM document");
    mark("journal.lastChange", "SELECT coalesce(max(change_number), 0) FROM document_head");
  }

  private void mark(String name, String sql) throws SQLException {
    marks.put(name, Long.toString(Sql.count(connection, sql)));
  }

  /** How far the journal had come. */
  Map<String, String> marks() {
    return marks;
  }

  /** Writes that moment as a database file of its own. */
  void copyTo(Path file) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate("backup to '" + file.toString().replace("'", "''") + "'");
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}

package souk.data.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.sqlite.JDBC;
import org.sqlite.SQLiteConfig;
import souk.data.api.StoreException;

/** Connections to the journal's file; a few readers are kept open. Safe for use by many threads. */
final class JournalConnections {
  private static final int IDLE_CONNECTIONS = 4;
  private static final int BUSY_MILLIS = 5_000;
  private final Path file;
  private final Deque<Connection> idle = new ArrayDeque<>();
  private boolean closed;

  JournalConnections(Path file) {
    this.file = file;
  }

  /** A connection of its own; one that only reads cannot write by mistake. */
  Connection open(boolean readOnly) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.enforceForeignKeys(true);
    config.setBusyTimeout(BUSY_MILLIS);
    Connection connection = new JDBC().connect("jdbc:sqlite:" + file, config.toProperties());
    if (readOnly) {
      try (Statement statement = connection.createStatement()) {
        statement.execute("PRAGMA query_only = ON");
      }
    }
    return connection;
  }

  /** A reading connection, to be given back. */
  Connection borrow() throws SQLException {
    synchronized (idle) {
      if (closed) {
        throw new StoreException("The journal is closed: the platform is stopping.");
      }
      Connection connection = idle.poll();
      if (connection != null) {
        return connection;
      }
    }
    return open(true);
  }

  /**
   * @param reusable false after a failure: such a connection is closed
   */
  void giveBack(@Nullable Connection connection, boolean reusable) {
    if (connection == null) {
      return;
    }
    synchronized (idle) {
      if (reusable && !closed && idle.size() < IDLE_CONNECTIONS) {
        idle.push(connection);
        return;
      }
    }
    try {
      connection.close();
    } catch (SQLException e) {
      throw new StoreException("The journal could not close: " + e.getMessage(), e);
    }
  }

  /** Closes those that are idle; the others when they are given back. */
  void close() throws SQLException {
    synchronized (idle) {
      closed = true;
      while (!idle.isEmpty()) {
        idle.pop().close();
      }
    }
  }
}

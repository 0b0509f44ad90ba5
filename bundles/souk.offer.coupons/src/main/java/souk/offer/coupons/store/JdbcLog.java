package souk.offer.coupons.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** What logs in databases have in common: numbered rows that are written in portions. */
abstract class JdbcLog implements LedgerLog {
  private static final int PORTION = 5_000;
  final Connection connection;
  private final PreparedStatement insert;
  private final PreparedStatement select;
  private int waiting;

  /**
   * @param table with the columns seq and body
   */
  JdbcLog(Connection connection, String table) throws SQLException {
    this.connection = connection;
    this.insert =
        connection.prepareStatement("INSERT INTO " + table + " (seq, body) VALUES (?, ?)");
    this.select = connection.prepareStatement("SELECT body FROM " + table + " WHERE seq = ?");
  }

  /** What a failure means for this kind of store. */
  abstract LogException failed(String what, SQLException e);

  @Override
  public final byte @Nullable [] read(long seq) throws LogException {
    try {
      select.setLong(1, seq);
      try (ResultSet rows = select.executeQuery()) {
        return rows.next() ? rows.getBytes(1) : null;
      }
    } catch (SQLException e) {
      throw failed("read", e);
    }
  }

  @Override
  public final void append(long seq, byte[] row) throws LogException {
    try {
      insert.setLong(1, seq);
      insert.setBytes(2, row);
      insert.addBatch();
      if (++waiting == PORTION) {
        writeOut();
      }
    } catch (SQLException e) {
      throw failed("written", e);
    }
  }

  /** Sends the rows that wait. */
  final void writeOut() throws SQLException {
    if (waiting > 0) {
      waiting = 0;
      insert.executeBatch();
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      // What was acknowledged is durable already; the next start reads it again.
      waiting = 0;
    }
  }

  static void closeAfter(@Nullable Connection connection, SQLException failure) {
    try {
      if (connection != null) {
        connection.close();
      }
    } catch (SQLException e) {
      failure.addSuppressed(e);
    }
  }
}

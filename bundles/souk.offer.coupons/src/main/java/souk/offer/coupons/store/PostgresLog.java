package souk.offer.coupons.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import souk.offer.coupons.record.Hash128;

/**
 * Rows in a PostgreSQL database that several nodes share. A group holds the lock of the one head
 * row from its first look to its commit, so that groups of all nodes stand in one order. For one
 * thread.
 */
public final class PostgresLog extends JdbcLog {
  private static final int FETCH = 5_000;
  private final int generation;
  private String table = "souk_ledger_entry";
  private boolean within;

  private PostgresLog(Connection connection, int generation) throws SQLException {
    super(connection, "souk_ledger_entry");
    this.generation = generation;
  }

  /** Opens a connection. */
  @FunctionalInterface
  public interface Connector {
    Connection connect() throws SQLException;
  }

  /**
   * @param key tells the ledger's key apart from others
   */
  public static PostgresLog open(Connector connector, Hash128 key) throws LogException {
    Connection connection = null;
    try {
      connection = connector.connect();
      connection.setAutoCommit(false);
      settings(connection);
      tables(connection);
      int generation = head(connection, key);
      connection.commit();
      return new PostgresLog(connection, generation);
    } catch (SQLException e) {
      closeAfter(connection, e);
      throw new LogException(
          "The ledger's database cannot be opened: %s.%nMaybe it is not reachable, or its user may not create tables."
              .formatted(e.getMessage()),
          e,
          true);
    }
  }

  private static void settings(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      if ("off".equals(shown(statement, "fsync"))) {
        throw new SQLException("its setting fsync is off, so that it cannot promise durability");
      }
      if ("off".equals(shown(statement, "synchronous_commit"))) {
        statement.execute("SET synchronous_commit = on");
      }
      // A node that stands still must not hold the others for long.
      statement.execute("SET lock_timeout = '10s'");
      statement.execute("SET statement_timeout = '60s'");
      statement.execute("SET idle_in_transaction_session_timeout = '10s'");
    }
  }

  private static String shown(Statement statement, String setting) throws SQLException {
    try (ResultSet rows = statement.executeQuery("SHOW " + setting)) {
      return rows.next() ? rows.getString(1) : "";
    }
  }

  private static void tables(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SELECT pg_advisory_xact_lock(7302457011)");
      statement.execute(
          "CREATE TABLE IF NOT EXISTS souk_ledger_head (one smallint PRIMARY KEY CHECK (one = 1),"
              + " key_high bigint NOT NULL, key_low bigint NOT NULL, generation int NOT NULL)");
      statement.execute(entryTable());
    }
  }

  private static String entryTable() {
    return "CREATE TABLE IF NOT EXISTS souk_ledger_entry (seq bigint NOT NULL, body bytea NOT NULL,"
        + " UNIQUE (seq))";
  }

  private static int head(Connection connection, Hash128 key) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO souk_ledger_head VALUES (1, ?, ?, 1) ON CONFLICT DO NOTHING")) {
      insert.setLong(1, key.high());
      insert.setLong(2, key.low());
      insert.executeUpdate();
    }
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("SELECT key_high, key_low, generation FROM souk_ledger_head")) {
      if (!rows.next() || rows.getLong(1) != key.high() || rows.getLong(2) != key.low()) {
        throw new SQLException(
            "it was made with another key; all nodes need the same file secrets/coupons.key");
      }
      return rows.getInt(3);
    }
  }

  @Override
  public String kind() {
    return "postgres";
  }

  @Override
  public void scan(long after, long until, RowSink sink) throws LogException {
    try (PreparedStatement rows =
        connection.prepareStatement(
            "SELECT seq, body FROM " + table + " WHERE seq > ? AND seq <= ? ORDER BY seq")) {
      rows.setFetchSize(FETCH);
      rows.setLong(1, after);
      rows.setLong(2, until);
      try (ResultSet result = rows.executeQuery()) {
        while (result.next()) {
          sink.row(result.getLong(1), result.getBytes(2));
        }
      }
      if (!within) {
        connection.rollback();
      }
    } catch (SQLException e) {
      throw failed("read", e);
    }
  }

  @Override
  public void begin(long last, RowSink newer) throws LogException {
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("SELECT generation FROM souk_ledger_head FOR UPDATE")) {
      within = true;
      if (!rows.next() || rows.getInt(1) != generation) {
        throw new SQLException("another node has accepted a difference; it is read anew");
      }
    } catch (SQLException e) {
      throw failed("locked", e);
    }
    scan(last, END, newer);
  }

  @Override
  public void commit() throws LogException {
    try {
      writeOut();
      connection.commit();
      within = false;
    } catch (SQLException e) {
      throw failed("written", e);
    }
  }

  @Override
  public void rollback() throws LogException {
    try {
      connection.rollback();
      within = false;
    } catch (SQLException e) {
      throw failed("written", e);
    }
  }

  @Override
  public void replace(RowSource rows) throws LogException {
    begin(Long.MAX_VALUE - 1, (seq, row) -> {});
    String damaged = "souk_ledger_entry_damaged_" + generation;
    try (Statement statement = connection.createStatement()) {
      statement.execute("ALTER TABLE souk_ledger_entry RENAME TO " + damaged);
      statement.execute(entryTable());
      table = damaged;
      rows.into(this::append);
      statement.execute("UPDATE souk_ledger_head SET generation = generation + 1");
      commit();
    } catch (SQLException e) {
      throw failed("written", e);
    }
  }

  /** The server says itself what became of a commit: it may be read again. */
  @Override
  LogException failed(String what, SQLException e) {
    return new LogException(
        "The ledger's database could not be %s: %s.%nMaybe it was stopped or is not reachable."
            .formatted(what, e.getMessage()),
        e,
        true);
  }
}

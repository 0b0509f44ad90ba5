package souk.offer.coupons.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.JDBC;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import souk.offer.coupons.record.Hash128;

/**
 * Rows in an SQLite file of their own: write-ahead log, flushed at every commit, locked for this
 * process alone. For one thread.
 */
public final class SqliteLog extends JdbcLog {
  private static final int CHECKPOINT_PAGES = 4_000;
  private static final int PAGE_TRIES = 10_000;
  private final Path file;
  private final Hash128 key;

  private SqliteLog(Path file, Hash128 key, Connection connection) throws SQLException {
    super(connection, "entry");
    this.file = file;
    this.key = key;
  }

  public static SqliteLog open(Path file, Hash128 key) throws LogException {
    return open(file, key, 0);
  }

  /**
   * @param key tells the ledger's key apart from others
   * @param maxPages most pages of the file, 0 for as many as the disk takes
   */
  public static SqliteLog open(Path file, Hash128 key, long maxPages) throws LogException {
    Connection connection = null;
    try {
      SQLiteConfig config = new SQLiteConfig();
      config.setLockingMode(SQLiteConfig.LockingMode.EXCLUSIVE);
      config.setJournalMode(SQLiteConfig.JournalMode.WAL);
      config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
      connection = new JDBC().connect("jdbc:sqlite:" + file, config.toProperties());
      try (Statement statement = connection.createStatement()) {
        statement.execute("PRAGMA wal_autocheckpoint = " + CHECKPOINT_PAGES);
        if (maxPages > 0) {
          statement.execute("PRAGMA max_page_count = " + maxPages);
        }
        statement.execute(
            "CREATE TABLE IF NOT EXISTS entry (seq INTEGER PRIMARY KEY, body BLOB NOT NULL)");
        statement.execute(
            "CREATE TABLE IF NOT EXISTS made_with (high INTEGER NOT NULL, low INTEGER NOT NULL)");
      }
      checkKey(connection, key);
      return new SqliteLog(file, key, connection);
    } catch (SQLException e) {
      closeAfter(connection, e);
      throw new LogException(
          "The ledger %s cannot be opened: %s.%nMaybe it is damaged, belongs to another user, or another process serves it."
              .formatted(file, e.getMessage()),
          e,
          e.getErrorCode() == SQLiteErrorCode.SQLITE_BUSY.code);
    }
  }

  private static void checkKey(Connection connection, Hash128 key) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT high, low FROM made_with")) {
      if (rows.next()) {
        if (rows.getLong(1) == key.high() && rows.getLong(2) == key.low()) {
          return;
        }
      }
    }
    try (Statement statement = connection.createStatement()) {
      try (ResultSet rows = statement.executeQuery("SELECT 1 FROM entry LIMIT 1")) {
        if (rows.next()) {
          throw new SQLException("it was made with another key; restore the key file");
        }
      }
      statement.execute("DELETE FROM made_with");
    }
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO made_with (high, low) VALUES (?, ?)")) {
      insert.setLong(1, key.high());
      insert.setLong(2, key.low());
      insert.executeUpdate();
    }
  }

  @Override
  public String kind() {
    return "sqlite";
  }

  @Override
  public void scan(long after, long until, RowSink sink) throws LogException {
    long[] at = {after};
    long last = -1;
    int tries = 0;
    long step = 1;
    while (true) {
      try {
        readOn(at, until, sink);
        return;
      } catch (SQLException e) {
        // A damaged page: go on behind it, so that whoever looks sees all that can be read.
        if (last < 0) {
          last = Math.min(until, greatest());
        }
        step = ++tries < PAGE_TRIES ? 1 : step * 2;
        at[0] += step;
        if (at[0] >= last) {
          return;
        }
      }
    }
  }

  private void readOn(long[] at, long until, RowSink sink) throws SQLException, LogException {
    try (PreparedStatement rows =
        connection.prepareStatement(
            "SELECT seq, body FROM entry WHERE seq > ? AND seq <= ? ORDER BY seq")) {
      rows.setLong(1, at[0]);
      rows.setLong(2, until);
      try (ResultSet result = rows.executeQuery()) {
        while (result.next()) {
          long seq = result.getLong(1);
          byte[] body = result.getBytes(2);
          at[0] = seq;
          sink.row(seq, body == null ? new byte[0] : body);
        }
      }
    }
  }

  private long greatest() {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT max(seq) FROM entry")) {
      return rows.next() ? rows.getLong(1) : 0;
    } catch (SQLException e) {
      return 0;
    }
  }

  @Override
  public void begin(long last, RowSink newer) throws LogException {
    run("BEGIN IMMEDIATE");
  }

  @Override
  public void commit() throws LogException {
    try {
      writeOut();
    } catch (SQLException e) {
      throw failed("written", e);
    }
    run("COMMIT");
  }

  @Override
  public void rollback() throws LogException {
    run("ROLLBACK");
  }

  @Override
  public void replace(RowSource rows) throws LogException {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    deleteAll(fresh);
    try (SqliteLog copy = open(fresh, key)) {
      copy.begin(0, (seq, row) -> {});
      rows.into(copy::append);
      copy.commit();
      copy.run("PRAGMA wal_checkpoint(TRUNCATE)");
    }
    close();
    try {
      int number = 1;
      while (Files.exists(file.resolveSibling(file.getFileName() + ".damaged-" + number))) {
        number++;
      }
      for (String suffix : new String[] {"-wal", "-shm", ""}) {
        Path old = file.resolveSibling(file.getFileName() + suffix);
        if (Files.exists(old)) {
          Files.move(old, file.resolveSibling(file.getFileName() + ".damaged-" + number + suffix));
        }
      }
      Files.move(fresh, file);
    } catch (IOException e) {
      throw new LogException(
          "The ledger %s could not be put in place: %s.%nMaybe the folder may not be written; the rows that were kept are in %s."
              .formatted(file, e.getMessage(), fresh),
          e,
          false);
    }
  }

  private static void deleteAll(Path database) throws LogException {
    try {
      for (String suffix : new String[] {"", "-wal", "-shm"}) {
        Files.deleteIfExists(database.resolveSibling(database.getFileName() + suffix));
      }
    } catch (IOException e) {
      throw new LogException("Cannot delete " + database + ": " + e.getMessage() + ".", e, false);
    }
  }

  private void run(String sql) throws LogException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw failed("written", e);
    }
  }

  @Override
  LogException failed(String what, SQLException e) {
    boolean full = e.getErrorCode() == SQLiteErrorCode.SQLITE_FULL.code;
    return new LogException(
        "The ledger %s could not be %s: %s.%nMaybe the disk is full or broken. Nothing more is acknowledged until it is read again."
            .formatted(file, what, e.getMessage()),
        e,
        full);
  }
}

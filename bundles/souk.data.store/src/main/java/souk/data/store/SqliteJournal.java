package souk.data.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import souk.data.api.Journal;
import souk.data.api.SqlWork;
import souk.data.api.StoreException;

/**
 * The journal on an embedded SQLite: write-ahead log, flushed at every commit. Safe for use by many
 * threads.
 */
@Component(
    service = {Journal.class, SqliteJournal.class},
    immediate = true)
public final class SqliteJournal implements Journal {
  private static final Migrations MIGRATIONS =
      Migrations.ofResources("journal", "V001__documents.sql", "V002__checksums.sql")
          .then(2, RowSeal::sealAll);
  private final Path file;
  private final GroupCommit writer;
  private final JournalConnections connections;

  @Activate
  public SqliteJournal(BundleContext context) {
    this(StateFolder.of(context), reason -> StartRefusal.tell(context, reason));
  }

  /** The journal of a state folder without a platform, for tools; to be closed. */
  public static SqliteJournal openIn(Path state) {
    return new SqliteJournal(state);
  }

  SqliteJournal(Path state) {
    this(state, reason -> {});
  }

  private SqliteJournal(Path state, Consumer<String> refusal) {
    this.file = StateFolder.sub(state, "journal").resolve("journal.sqlite");
    this.connections = new JournalConnections(file);
    Connection connection = null;
    UseMark mark = new UseMark(file);
    try {
      mark.check(false);
      connection = connections.open(false);
      check(connection);
      MIGRATIONS.apply(connection);
      RowSeal.verifyAll(connection);
      mark.set();
      this.writer = new GroupCommit(connection);
    } catch (SQLException | StoreException e) {
      closeAfter(connection, e);
      StoreException why = e instanceof StoreException known ? named(known) : unreadable(e);
      refusal.accept(String.valueOf(why.getMessage()));
      throw why;
    }
  }

  @Override
  public <R> R read(SqlWork<R> work) {
    Connection connection = null;
    boolean reusable = false;
    try {
      connection = connections.borrow();
      R result = work.run(connection);
      reusable = true;
      return result;
    } catch (SQLException e) {
      throw new StoreException("The journal could not read: " + e.getMessage(), e);
    } finally {
      connections.giveBack(connection, reusable);
    }
  }

  @Override
  public <R> R write(SqlWork<R> work) {
    return writer.write(work);
  }

  /** Lets writers wait until it is closed by the same thread. */
  Hold hold() {
    return writer.hold();
  }

  /**
   * Writes the file anew, so that what was deleted or changed is nowhere in it.
   *
   * @return bytes of file and log before and after
   */
  long[] compact() {
    try {
      final long before = bytes();
      writer.compact();
      return new long[] {before, bytes()};
    } catch (SQLException | IOException e) {
      throw new StoreException(
          "The journal could not be written anew: %s.%nMaybe the disk is full: it needs the space of the file once more."
              .formatted(e.getMessage()),
          e);
    }
  }

  private long bytes() throws IOException {
    Path log = file.resolveSibling(file.getFileName() + "-wal");
    return Files.size(file) + (Files.exists(log) ? Files.size(log) : 0);
  }

  /** The journal as it is now; to be closed. */
  JournalCut cut() {
    try {
      return new JournalCut(connections.open(true));
    } catch (SQLException e) {
      throw new StoreException("The journal could not be read: " + e.getMessage(), e);
    }
  }

  @Deactivate
  public void close() {
    try {
      connections.close();
      writer.close();
    } catch (SQLException e) {
      throw new StoreException("The journal could not close: " + e.getMessage(), e);
    }
  }

  long commits() {
    return writer.commits();
  }

  private void check(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("PRAGMA quick_check(1)")) {
      String verdict = rows.next() ? rows.getString(1) : "no answer";
      if (!"ok".equals(verdict)) {
        throw unreadable(new SQLException(verdict));
      }
    }
  }

  private StoreException unreadable(Exception cause) {
    return new StoreException(
        "The journal %s cannot be opened: %s%nMaybe it is damaged or no journal at all: restore the folder from a backup. It holds plans, approvals and publications, so do not start with an empty one unless they may be lost. Nothing was changed."
            .formatted(file, cause.getMessage()),
        cause);
  }

  /** Names the file unless the message does so already. */
  private StoreException named(StoreException known) {
    String message = String.valueOf(known.getMessage());
    return message.contains(file.toString())
        ? known
        : new StoreException("%s: %s".formatted(file, message), known);
  }

  private static void closeAfter(@Nullable Connection connection, Exception failure) {
    try {
      if (connection != null) {
        connection.close();
      }
    } catch (SQLException e) {
      failure.addSuppressed(e);
    }
  }
}

package souk.data.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;
import souk.data.api.SqlWork;
import souk.data.api.StoreException;

/**
 * One open DuckDB file. Reads run side by side, each in a read-only transaction of its own; writes
 * run one after the other. Safe for use by many threads.
 */
final class DuckDbEngine {
  private static final int IDLE_CONNECTIONS = 4;
  private static final Migrations MIGRATIONS =
      Migrations.ofResources(
          "warehouse",
          "V001__sales.sql",
          "V002__demand.sql",
          "V003__cancelled.sql",
          "V004__streams.sql",
          "V005__forecasts.sql",
          "V006__scores.sql",
          "V007__erased.sql");
  private static final int READERS_SECONDS = 30;
  private final Path file;
  private final Properties properties;
  private volatile DuckDBConnection root;
  private final Deque<Connection> idle = new ArrayDeque<>();

  /** Held by readers; exclusively while the file is exchanged. */
  private final ReentrantReadWriteLock present = new ReentrantReadWriteLock(true);

  private final ReentrantLock writing = new ReentrantLock(true);
  private final AtomicLong revision = new AtomicLong();
  private volatile boolean closed;

  private DuckDbEngine(Path file, Properties properties, DuckDBConnection root) {
    this.file = file;
    this.properties = properties;
    this.root = root;
  }

  static DuckDbEngine open(Path file, Path temp, DuckDbOptions options) {
    Properties properties = new Properties();
    properties.setProperty("memory_limit", options.memoryMegabytes() + "MB");
    properties.setProperty("threads", Integer.toString(options.threads()));
    properties.setProperty("temp_directory", temp.toString());
    properties.setProperty("max_temp_directory_size", options.tempMegabytes() + "MB");
    properties.setProperty("autoinstall_known_extensions", "false");
    properties.setProperty("autoload_known_extensions", "false");
    properties.setProperty("preserve_insertion_order", "false");
    UseMark mark = new UseMark(file);
    mark.check(true);
    FreshFile.of(file).delete();
    DuckDBConnection connection = connect(file, properties);
    try {
      MIGRATIONS.apply(connection);
      mark.set();
      return new DuckDbEngine(file, properties, connection);
    } catch (SQLException | StoreException e) {
      closeAfter(connection, e);
      throw e instanceof StoreException known
          ? new StoreException("%s: %s".formatted(file, known.getMessage()), known)
          : unreadable(file, (SQLException) e);
    }
  }

  private static DuckDBConnection connect(Path file, Properties properties) {
    try {
      Connection connection = new DuckDBDriver().connect("jdbc:duckdb:" + file, properties);
      FreshFile.of(file).shutOthersOut(connection);
      return connection.unwrap(DuckDBConnection.class);
    } catch (SQLException e) {
      String message = String.valueOf(e.getMessage());
      if (message.contains("Could not set lock")) {
        throw new StoreException(
            "The warehouse %s is in use by another process: %s%nMaybe a second platform runs on the same state folder; stop it first."
                .formatted(file, message),
            e);
      }
      throw unreadable(file, e);
    }
  }

  private static StoreException unreadable(Path file, SQLException cause) {
    return new StoreException(
        "The warehouse %s cannot be opened: %s%nMaybe it is damaged or no warehouse at all: restore it from a backup, or move the file away and load the sources again. Nothing was changed."
            .formatted(file, cause.getMessage()),
        cause);
  }

  <R> R read(SqlWork<R> work) {
    present.readLock().lock();
    try {
      return readPresent(work);
    } finally {
      present.readLock().unlock();
    }
  }

  private <R> R readPresent(SqlWork<R> work) {
    Connection connection = borrow();
    boolean reusable = false;
    try {
      run(connection, "BEGIN TRANSACTION READ ONLY");
      R result = inTransaction(connection, work, false);
      reusable = true;
      return result;
    } catch (SQLException e) {
      throw failed("read", e);
    } finally {
      giveBack(connection, reusable);
    }
  }

  <R> R write(SqlWork<R> work) {
    return writePrepared(connection -> work);
  }

  /**
   * A write in two parts on one connection. The first part reads, and fills temporary tables, each
   * statement by itself; what it answers then runs in a transaction. Nothing large is to be
   * gathered within a transaction: there the same rows take two and a half times the memory, and
   * appending fails when they do not fit (decision 155).
   */
  <R> R writePrepared(SqlWork<SqlWork<R>> preparation) {
    if (writing.isHeldByCurrentThread()) {
      throw new IllegalStateException(
          "A write to the warehouse must not start another. Use the connection that was given.");
    }
    writing.lock();
    try (Connection connection = fresh()) {
      SqlWork<R> work = preparation.run(connection);
      run(connection, "BEGIN TRANSACTION");
      R result = inTransaction(connection, work, true);
      revision.incrementAndGet();
      return result;
    } catch (SQLException e) {
      throw failed("write", e);
    } finally {
      writing.unlock();
    }
  }

  /** Lets writers wait until it is closed by the same thread. */
  Hold hold() {
    return new Hold(writing);
  }

  /**
   * Copies the database under its own name into a folder. For use while held: without a writer, the
   * file and its log together are the state after the last commit. Opening the file from here drops
   * the engine's own lock on it; the lock of the state folder still keeps others away.
   */
  void copyTo(Path folder) throws IOException {
    if (!writing.isHeldByCurrentThread()) {
      throw new IllegalStateException("The warehouse is copied only while its writers wait.");
    }
    try (Connection connection = fresh()) {
      run(connection, "CHECKPOINT");
    } catch (SQLException e) {
      // A reader of an older state keeps the log from being folded in: it is copied as well then.
    }
    Files.copy(file, folder.resolve(file.getFileName()));
    Path log = file.resolveSibling(file.getFileName() + ".wal");
    if (Files.exists(log)) {
      Files.copy(log, folder.resolve(log.getFileName()));
    }
  }

  /**
   * Writes the database anew beside the old file and puts it in its place: what was deleted is in
   * none of its blocks. Readers go on meanwhile and wait for the exchange alone, writers wait. A
   * crash at any moment leaves the old file or the new one.
   *
   * @return bytes before and after
   */
  long[] rewrite() {
    writing.lock();
    try {
      FreshFile fresh = FreshFile.of(file);
      fresh.delete();
      try (Connection connection = fresh()) {
        fresh.fill(connection);
      }
      final long before = Files.size(file);
      exchange(fresh);
      return new long[] {before, Files.size(file)};
    } catch (SQLException e) {
      throw failed("be written anew", e);
    } catch (IOException e) {
      throw new StoreException("The warehouse could not be written anew: " + e.getMessage(), e);
    } finally {
      writing.unlock();
    }
  }

  private void exchange(FreshFile fresh) throws IOException, SQLException {
    boolean free = false;
    try {
      free = present.writeLock().tryLock(READERS_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (!free) {
      throw new StoreException(
          "The warehouse could not be exchanged: somebody reads it for more than %d s.%nMaybe a long evaluation is under way; try again when it has ended."
              .formatted(READERS_SECONDS));
    }
    try {
      closeConnections();
      fresh.replace();
    } finally {
      try {
        root = connect(file, properties);
      } finally {
        present.writeLock().unlock();
      }
    }
  }

  private void closeConnections() throws SQLException {
    synchronized (idle) {
      while (!idle.isEmpty()) {
        idle.pop().close();
      }
    }
    root.close();
  }

  long revision() {
    return revision.get();
  }

  void close() {
    writing.lock();
    try {
      closed = true;
      closeConnections();
    } catch (SQLException e) {
      throw failed("close", e);
    } finally {
      writing.unlock();
    }
  }

  private static <R> R inTransaction(Connection connection, SqlWork<R> work, boolean commit)
      throws SQLException {
    boolean done = false;
    try {
      R result = work.run(connection);
      run(connection, commit ? "COMMIT" : "ROLLBACK");
      done = true;
      return result;
    } finally {
      if (!done) {
        rollBack(connection);
      }
    }
  }

  private static void rollBack(Connection connection) {
    try {
      run(connection, "ROLLBACK");
    } catch (SQLException e) {
      // The failed statement or commit has ended the transaction already.
    }
  }

  private Connection borrow() {
    synchronized (idle) {
      Connection connection = idle.poll();
      if (connection != null) {
        return connection;
      }
    }
    return fresh();
  }

  private Connection fresh() {
    if (closed) {
      throw new StoreException("The warehouse is closed: the platform is stopping.");
    }
    try {
      return root.duplicate();
    } catch (SQLException e) {
      throw failed("open", e);
    }
  }

  private void giveBack(Connection connection, boolean reusable) {
    synchronized (idle) {
      if (reusable && !closed && idle.size() < IDLE_CONNECTIONS) {
        idle.push(connection);
        return;
      }
    }
    try {
      connection.close();
    } catch (SQLException e) {
      throw failed("close", e);
    }
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static void closeAfter(Connection connection, Exception failure) {
    try {
      connection.close();
    } catch (SQLException e) {
      failure.addSuppressed(e);
    }
  }

  private static StoreException failed(String what, SQLException e) {
    return new StoreException("The warehouse could not %s: %s".formatted(what, e.getMessage()), e);
  }
}

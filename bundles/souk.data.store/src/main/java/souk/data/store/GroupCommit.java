package souk.data.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import souk.data.api.SqlWork;
import souk.data.api.StoreException;

/**
 * Serves writers one after the other on one connection and lets those that wait share one commit,
 * and so one flush to disk. Needs no thread of its own: whoever holds the lock runs the work of all
 * who wait. Safe for use by many threads.
 */
final class GroupCommit {
  private static final int MAX_GROUP = 64;
  private final Connection connection;
  private final Queue<Ticket<?>> waiting = new ConcurrentLinkedQueue<>();
  private final ReentrantLock lock = new ReentrantLock();
  private boolean closed;
  private long commits;

  GroupCommit(Connection connection) {
    this.connection = connection;
  }

  /** Runs work and returns when it is durable. */
  <R> R write(SqlWork<R> work) {
    if (lock.isHeldByCurrentThread()) {
      throw new IllegalStateException(
          "A write to the journal must not start another. Use the connection that was given.");
    }
    Ticket<R> ticket = new Ticket<>(work);
    waiting.add(ticket);
    lock.lock();
    try {
      while (!ticket.done) {
        commitGroup();
      }
    } finally {
      lock.unlock();
    }
    return ticket.result();
  }

  /** Lets writers wait until it is closed by the same thread. */
  Hold hold() {
    return new Hold(lock);
  }

  /** Commits so far, for tests. */
  long commits() {
    return commits;
  }

  /** Writes the file anew, so that what was deleted or changed is nowhere in it or its log. */
  void compact() throws SQLException {
    lock.lock();
    try {
      run("VACUUM");
      try (Statement statement = connection.createStatement();
          ResultSet answer = statement.executeQuery("PRAGMA wal_checkpoint(TRUNCATE)")) {
        if (answer.next() && answer.getInt(1) != 0) {
          throw new SQLException("somebody reads it for too long, so its log could not be emptied");
        }
      }
    } finally {
      lock.unlock();
    }
  }

  void close() throws SQLException {
    lock.lock();
    try {
      closed = true;
      connection.close();
    } finally {
      lock.unlock();
    }
  }

  private void commitGroup() {
    List<Ticket<?>> group = new ArrayList<>();
    for (Ticket<?> next = waiting.poll(); next != null; next = waiting.poll()) {
      group.add(next);
      if (group.size() == MAX_GROUP) {
        break;
      }
    }
    if (closed) {
      group.forEach(
          t -> t.fail(new StoreException("The journal is closed: the platform is stopping.")));
      return;
    }
    try {
      run("BEGIN IMMEDIATE");
      for (Ticket<?> ticket : group) {
        runOne(ticket);
      }
      run("COMMIT");
      commits++;
      group.forEach(t -> t.done = true);
    } catch (SQLException e) {
      StoreException failure =
          new StoreException(
              "The journal could not write: %s.%nMaybe the disk is full.".formatted(e.getMessage()),
              e);
      rollBack(failure);
      group.forEach(t -> t.fail(failure));
    }
  }

  private void runOne(Ticket<?> ticket) throws SQLException {
    run("SAVEPOINT work");
    try {
      ticket.run(connection);
      run("RELEASE work");
    } catch (SQLException e) {
      ticket.problem = new StoreException("The journal refused a statement: " + e.getMessage(), e);
      undoOne();
    } catch (RuntimeException e) {
      ticket.problem = e;
      undoOne();
    }
  }

  private void undoOne() throws SQLException {
    run("ROLLBACK TO work");
    run("RELEASE work");
  }

  private void rollBack(StoreException failure) {
    try {
      run("ROLLBACK");
    } catch (SQLException e) {
      failure.addSuppressed(e);
    }
  }

  private void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** One writer's work and what became of it; guarded by the lock. */
  private static final class Ticket<R> {
    private final SqlWork<R> work;
    private boolean done;
    private @Nullable RuntimeException problem;
    private @Nullable R value;

    Ticket(SqlWork<R> work) {
      this.work = work;
    }

    void run(Connection connection) throws SQLException {
      value = work.run(connection);
    }

    void fail(RuntimeException cause) {
      problem = cause;
      done = true;
    }

    @SuppressWarnings("NullAway") // A work may answer null; its caller knows.
    R result() {
      if (problem != null) {
        throw problem;
      }
      return value;
    }
  }
}

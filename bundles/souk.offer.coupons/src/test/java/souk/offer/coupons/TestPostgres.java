package souk.offer.coupons;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import org.postgresql.Driver;
import souk.offer.coupons.store.PostgresLog;

/** A real PostgreSQL that flushes, started once for all tests of this module. */
final class TestPostgres {
  private static final AtomicInteger DATABASES = new AtomicInteger();
  private static final TestPostgres RUNNING = new TestPostgres();
  private final EmbeddedPostgres server;

  private TestPostgres() {
    try {
      server =
          EmbeddedPostgres.builder()
              .setCleanDataDirectory(true)
              .setServerConfig("fsync", "on")
              .setServerConfig("synchronous_commit", "on")
              .start();
    } catch (IOException e) {
      throw new IllegalStateException("PostgreSQL did not start.", e);
    }
  }

  static TestPostgres running() {
    return RUNNING;
  }

  /** Connects to a database of its own. */
  PostgresLog.Connector database() throws SQLException {
    String name = "ledger" + DATABASES.incrementAndGet();
    try (Connection connection = connect("postgres");
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
    }
    return () -> connect(name);
  }

  /** Ends all sessions of a database, as if the network broke. */
  void cut(PostgresLog.Connector database) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
              + " WHERE datname = current_database() AND pid <> pg_backend_pid()");
    }
  }

  private Connection connect(String database) throws SQLException {
    Connection connection =
        new Driver().connect(server.getJdbcUrl("postgres", database), new Properties());
    if (connection == null) {
      throw new SQLException("no connection");
    }
    return connection;
  }
}

package souk.data.connector.jdbc;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Properties;

/** Opens one configured database for one reading. Safe for use by many threads. */
final class Database {
  private final ConnectionSettings settings;
  private final Drivers drivers;

  Database(ConnectionSettings settings, Drivers drivers) {
    this.settings = settings;
    this.drivers = drivers;
  }

  /** Work on an open connection. */
  @FunctionalInterface
  interface Work<R> {
    R on(Connection connection) throws SQLException;
  }

  /** Runs work in a transaction that reads only and is rolled back. */
  <R> R read(Work<R> work) throws IOException {
    String password = "";
    try {
      password =
          settings.passwordFile().isPresent()
              ? PasswordFile.read(settings.passwordFile().get())
              : "";
      try (Connection connection = open(password)) {
        connection.setReadOnly(true);
        connection.setAutoCommit(false);
        try {
          return work.on(connection);
        } finally {
          connection.rollback();
        }
      }
    } catch (SQLException e) {
      throw new IOException(
          "Database %s: %s"
              .formatted(settings.name(), without(password, String.valueOf(e.getMessage()))),
          e);
    }
  }

  PreparedStatement prepare(Connection connection, String sql) throws SQLException {
    PreparedStatement statement =
        connection.prepareStatement(sql, ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY);
    statement.setFetchSize(settings.fetchSize());
    statement.setQueryTimeout(settings.queryTimeoutSeconds());
    return statement;
  }

  private Connection open(String password) throws SQLException {
    Properties properties = new Properties();
    properties.putAll(settings.properties());
    if (!settings.user().isEmpty()) {
      properties.setProperty("user", settings.user());
    }
    if (!password.isEmpty()) {
      properties.setProperty("password", password);
    }
    Connection connection =
        drivers.find(settings.driver(), settings.url()).connect(settings.url(), properties);
    if (connection == null) {
      throw new SQLException("The driver does not take the address.");
    }
    return connection;
  }

  private static String without(String password, String message) {
    return password.isEmpty() ? message : message.replace(password, "***");
  }
}

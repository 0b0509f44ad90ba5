package souk.data.connector.jdbc;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.jdbc.DataSourceFactory;
import org.postgresql.osgi.PGDataSourceFactory;

/** A real PostgreSQL, started once for all tests of this module. */
final class TestPostgres {
  static final String SECRET = "s3cret-茶";
  static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-05T10:00:00Z"), ZoneOffset.UTC);
  private static final TestPostgres RUNNING = new TestPostgres();
  private final EmbeddedPostgres server;
  private final Path password;

  private TestPostgres() {
    try {
      server = EmbeddedPostgres.builder().setCleanDataDirectory(true).start();
      password = Files.createTempFile("souk-pg", ".password");
      Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-------"));
      Files.writeString(password, SECRET + "\n");
      execute(
          "CREATE ROLE reader LOGIN PASSWORD '" + SECRET + "'", "GRANT pg_read_all_data TO reader");
    } catch (IOException e) {
      throw new IllegalStateException("PostgreSQL did not start.", e);
    }
  }

  static TestPostgres running() {
    return RUNNING;
  }

  void execute(String... statements) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  Connection connect() throws SQLException {
    return DriverManager.getConnection(server.getJdbcUrl("postgres", "postgres"));
  }

  ConnectionSettings settings() {
    return new ConnectionSettings(
        "erp",
        "jdbc:postgresql://localhost:" + server.getPort() + "/postgres",
        "reader",
        Optional.of(password),
        "org.postgresql.Driver",
        Map.of("connectTimeout", "5"),
        500,
        60_000);
  }

  JdbcConnector connector() {
    return connector(settings());
  }

  static JdbcConnector connector(ConnectionSettings settings) {
    Map<String, Object> offer =
        Map.of(DataSourceFactory.OSGI_JDBC_DRIVER_CLASS, "org.postgresql.Driver");
    return new JdbcConnector(
        CLOCK,
        List.of(Map.entry(offer, new PGDataSourceFactory())),
        List.of(new NamedConnection(settings)));
  }
}

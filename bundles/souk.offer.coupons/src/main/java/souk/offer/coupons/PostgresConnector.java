package souk.offer.coupons;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import souk.offer.coupons.store.PostgresLog;

/** Connects to the configured database. */
final class PostgresConnector {
  private static final Set<PosixFilePermission> OTHERS =
      Set.of(
          PosixFilePermission.GROUP_READ,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE);

  private PostgresConnector() {}

  static PostgresLog.Connector of(LedgerConfig config, Path secrets, Drivers drivers) {
    if (!config.url().startsWith("jdbc:")
        || config.url().toLowerCase(Locale.ROOT).matches("(?s).*(password|passwd|pwd)\\s*=.*")) {
      throw new IllegalArgumentException(
          "The address of the ledger's database must be a JDBC address such as jdbc:postgresql://host/database, without a password: write that into the password file.");
    }
    return () -> connect(config, secrets, drivers);
  }

  private static Connection connect(LedgerConfig config, Path secrets, Drivers drivers)
      throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("connectTimeout", "5");
    properties.setProperty("socketTimeout", "90");
    properties.setProperty("ApplicationName", "souk-coupons");
    if (!config.user().isBlank()) {
      properties.setProperty("user", config.user());
    }
    String password = "";
    if (!config.passwordFile().isBlank()) {
      password = password(secrets.resolve(config.passwordFile()));
      properties.setProperty("password", password);
    }
    try {
      Connection connection =
          drivers.find(config.driver(), config.url()).connect(config.url(), properties);
      if (connection == null) {
        throw new SQLException("the driver does not take the address");
      }
      return connection;
    } catch (SQLException e) {
      String message = String.valueOf(e.getMessage());
      throw password.isEmpty() || !message.contains(password)
          ? e
          : new SQLException(message.replace(password, "***"), e.getSQLState());
    }
  }

  private static String password(Path file) throws SQLException {
    try {
      PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
      if (view != null && view.readAttributes().permissions().stream().anyMatch(OTHERS::contains)) {
        throw new IOException("it is open to other users; run chmod 600");
      }
      return Files.readString(file, StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new SQLException(
          "the password file %s cannot be used: %s".formatted(file, e.getMessage()), e);
    }
  }
}

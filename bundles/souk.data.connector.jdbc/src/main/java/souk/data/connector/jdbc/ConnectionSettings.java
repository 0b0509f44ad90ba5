package souk.data.connector.jdbc;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One database that may be read.
 *
 * @param name how load requests call it
 * @param url JDBC address, without a password
 * @param user database user; should be one that may only read
 * @param passwordFile file that holds the password and nothing else
 * @param driver class of the driver, or empty text for the first that takes the address
 * @param properties further properties of the driver
 * @param fetchSize rows fetched at once
 * @param queryTimeoutMillis how long a query may take
 */
record ConnectionSettings(
    String name,
    String url,
    String user,
    Optional<Path> passwordFile,
    String driver,
    Map<String, String> properties,
    int fetchSize,
    long queryTimeoutMillis) {
  ConnectionSettings {
    properties = Map.copyOf(properties);
    if (!name.matches("[\\p{L}\\p{N}._-]{1,64}")) {
      throw wrong("name", name, "letters, digits and . _ - only, at most 64");
    }
    if (!url.startsWith("jdbc:")) {
      throw wrong("url", "…", "a JDBC address such as jdbc:postgresql://host/database");
    }
    if (url.toLowerCase(Locale.ROOT).matches("(?s).*(password|passwd|pwd)\\s*=.*")
        || url.matches("(?s).*//[^/?#]*:[^/?#]*@.*")) {
      throw wrong("url", "…", "without a password: write that into the passwordFile");
    }
    if (properties.keySet().stream().anyMatch(k -> k.toLowerCase(Locale.ROOT).contains("passw"))) {
      throw wrong("properties", "…", "without a password: write that into the passwordFile");
    }
    if (fetchSize < 1 || fetchSize > 1_000_000) {
      throw wrong("fetchSize", Integer.toString(fetchSize), "between 1 and 1000000");
    }
    if (queryTimeoutMillis < 1_000) {
      throw wrong("queryTimeoutMillis", Long.toString(queryTimeoutMillis), "at least 1000");
    }
  }

  int queryTimeoutSeconds() {
    return (int) Math.min(Integer.MAX_VALUE, (queryTimeoutMillis + 999) / 1_000);
  }

  private static IllegalArgumentException wrong(String what, String value, String wanted) {
    return new IllegalArgumentException(
        "The %s of a database connection is \"%s\", but must be %s."
            .formatted(what, value, wanted));
  }
}

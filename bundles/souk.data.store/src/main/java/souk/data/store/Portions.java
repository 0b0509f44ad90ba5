package souk.data.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Into how many portions rows are divided so that each is sorted and joined within the memory of
 * the engine. A portion holds whole orders.
 */
final class Portions {
  /** Measured: 780,000 lines in one go fit into 512 MB, 3,100,000 do not (decision 155). */
  private static final long ROWS_PER_MEGABYTE = 600;

  private static final Pattern LIMIT = Pattern.compile("([0-9.]+) ?([KMGT])iB");

  private Portions() {}

  static long of(Connection connection, long rows) throws SQLException {
    String limit = Sql.text(connection, "SELECT current_setting('memory_limit')").orElse("");
    return 1 + rows / (ROWS_PER_MEGABYTE * megabytes(limit));
  }

  /** For example of {@code 488.2 MiB}; 64 if it is not understood. */
  static long megabytes(String limit) {
    Matcher matcher = LIMIT.matcher(limit);
    if (!matcher.matches()) {
      return 64;
    }
    double number = Double.parseDouble(matcher.group(1));
    double megabytes =
        switch (matcher.group(2)) {
          case "K" -> number / 1_024;
          case "G" -> number * 1_024;
          case "T" -> number * 1_024 * 1_024;
          default -> number;
        };
    return Math.max(1, (long) megabytes);
  }
}

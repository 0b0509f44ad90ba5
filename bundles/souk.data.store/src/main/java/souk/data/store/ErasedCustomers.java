package souk.data.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who was erased, as a load must know it: the orders of these customers are taken as those of
 * somebody unknown, and rows in quarantine do not name them. Safe for use by many threads.
 */
final class ErasedCustomers {
  /** Stands where an id stood. */
  static final String GONE = "erased";

  /** What may be an id in a raw row: a field, or a run of letters and digits. */
  private static final Pattern FIELD = Pattern.compile("[^,;|\\t\"]+");

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

  private static final String STAGED =
      "SELECT DISTINCT customer_key FROM line_stage WHERE customer_key <> ''"
          + " AND customer_key NOT IN (SELECT customer_key FROM customer)";

  private final ErasureKey key;

  ErasedCustomers(ErasureKey key) {
    this.key = key;
  }

  /** Takes staged order lines of erased customers as those of somebody unknown. */
  void forget(Connection connection) throws SQLException {
    Set<String> subjects = subjects(connection);
    if (subjects.isEmpty()) {
      return;
    }
    ErasureKey.Hash hash = key.hash();
    List<String> gone = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(STAGED);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        if (subjects.contains(hash.of(rows.getString(1)))) {
          gone.add(rows.getString(1));
        }
      }
    }
    for (String customer : gone) {
      Sql.update(
          connection, "UPDATE line_stage SET customer_key = '' WHERE customer_key = ?", customer);
    }
  }

  /** Takes the ids of erased customers out of the rows that are to go to quarantine. */
  void redact(Connection connection) throws SQLException {
    Set<String> subjects = subjects(connection);
    if (subjects.isEmpty()) {
      return;
    }
    ErasureKey.Hash hash = key.hash();
    List<String[]> changed = new ArrayList<>();
    try (PreparedStatement statement =
            connection.prepareStatement(
                "SELECT CAST(rowid AS VARCHAR), value, reason_text, raw FROM quarantine_stage");
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        String[] fresh = {
          redacted(rows.getString(2), subjects, hash),
          redacted(rows.getString(3), subjects, hash),
          redacted(rows.getString(4), subjects, hash),
          rows.getString(1)
        };
        if (!fresh[0].equals(rows.getString(2))
            || !fresh[1].equals(rows.getString(3))
            || !fresh[2].equals(rows.getString(4))) {
          changed.add(fresh);
        }
      }
    }
    for (String[] row : changed) {
      Sql.update(
          connection,
          "UPDATE quarantine_stage SET value = ?, reason_text = ?, raw = ?"
              + " WHERE rowid = CAST(? AS BIGINT)",
          (Object[]) row);
    }
  }

  private static String redacted(String text, Set<String> subjects, ErasureKey.Hash hash) {
    return replaced(WORD, replaced(FIELD, text, subjects, hash), subjects, hash);
  }

  private static String replaced(
      Pattern parts, String text, Set<String> subjects, ErasureKey.Hash hash) {
    Matcher part = parts.matcher(text);
    StringBuilder fresh = new StringBuilder(text.length());
    int from = 0;
    while (part.find()) {
      if (subjects.contains(hash.of(part.group().strip()))) {
        fresh.append(text, from, part.start()).append(GONE);
        from = part.end();
      }
    }
    return from == 0 ? text : fresh.append(text, from, text.length()).toString();
  }

  private static Set<String> subjects(Connection connection) throws SQLException {
    Set<String> subjects = new HashSet<>();
    try (PreparedStatement statement =
            connection.prepareStatement("SELECT subject FROM erased_customer");
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        subjects.add(rows.getString(1));
      }
    }
    return subjects;
  }
}

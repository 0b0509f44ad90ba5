package souk.data.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;

/**
 * Readings of a growing source overlap, so a bad row comes again. It stays in quarantine once: as
 * often as it was set aside by earlier readings of the same stream, it is taken out of this one.
 */
final class KnownQuarantine {
  private static final String DROP =
      """
      DELETE FROM quarantine WHERE rowid IN (
        SELECT n.id FROM (
          SELECT rowid AS id, raw, column_name, reason_code, row_number() OVER (
            PARTITION BY raw, column_name, reason_code ORDER BY row_number) AS copy
          FROM quarantine WHERE load_id = ?) n
        JOIN (
          SELECT raw, column_name, reason_code, count(*) AS copies FROM quarantine
          WHERE load_id IN (SELECT load_id FROM load WHERE stream = ?)
          GROUP BY raw, column_name, reason_code) e
        ON e.raw = n.raw AND e.column_name = n.column_name AND e.reason_code = n.reason_code
          AND n.copy <= e.copies)
      """;

  private KnownQuarantine() {}

  /** Number of rows that were in quarantine before. */
  static long drop(Connection connection, String loadId, String stream) throws SQLException {
    return Sql.update(connection, DROP, loadId, stream);
  }

  /** What this load set aside, by reason. */
  static Map<String, Long> reasons(Connection connection, String loadId) throws SQLException {
    Map<String, Long> reasons = new TreeMap<>();
    try (PreparedStatement statement =
            Sql.prepare(
                connection,
                "SELECT reason_code, count(*) FROM quarantine WHERE load_id = ? GROUP BY 1",
                loadId);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        reasons.put(rows.getString(1), rows.getLong(2));
      }
    }
    return reasons;
  }
}

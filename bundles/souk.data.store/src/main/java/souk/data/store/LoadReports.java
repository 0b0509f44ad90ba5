package souk.data.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import souk.data.api.LoadReport;
import souk.data.api.QuarantinedRow;
import souk.data.api.StoreException;
import souk.data.lib.Mapping;

/** Reads and writes the rows that tell of loads. Safe for use by many threads. */
final class LoadReports {
  private static final String COLUMNS =
      """
      SELECT load_id, location, fingerprint, started_at, duration_millis, rows_read, rows_loaded,
        rows_unchanged, rows_quarantined, identical_lines, reasons_json, flags_json, currency,
        source_total, loaded_total, quarantined_total, rounding_difference
      FROM load
      """;
  private final JsonMapper mapper = MappingJson.mapper();

  void insert(
      Connection connection, LoadReport report, String connector, Mapping mapping, String stream)
      throws SQLException {
    Sql.update(
        connection,
        "INSERT INTO load VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        report.loadId(),
        connector,
        report.location(),
        report.fingerprint(),
        mapping.source(),
        mapping.table().title(),
        LocalDateTime.ofInstant(report.startedAt(), ZoneOffset.UTC),
        report.durationMillis(),
        report.rowsRead(),
        report.rowsLoaded(),
        report.rowsUnchanged(),
        report.rowsQuarantined(),
        report.identicalLines(),
        json(report.reasons()),
        json(report.flags()),
        report.currency(),
        report.sourceTotal().toPlainString(),
        report.loadedTotal().toPlainString(),
        report.quarantinedTotal().toPlainString(),
        report.roundingDifference().toPlainString(),
        stream);
  }

  List<LoadReport> list(Connection connection) throws SQLException {
    return query(connection, COLUMNS + " ORDER BY started_at DESC, load_id");
  }

  Optional<LoadReport> find(Connection connection, String loadId) throws SQLException {
    return query(connection, COLUMNS + " WHERE load_id = ?", loadId).stream().findFirst();
  }

  Optional<LoadReport> byFingerprint(Connection connection, String fingerprint)
      throws SQLException {
    return query(connection, COLUMNS + " WHERE fingerprint = ?", fingerprint).stream().findFirst();
  }

  List<QuarantinedRow> quarantine(Connection connection, String loadId, long offset, int limit)
      throws SQLException {
    List<QuarantinedRow> found = new ArrayList<>();
    try (PreparedStatement statement =
            Sql.prepare(
                connection,
                """
                SELECT load_id, row_number, column_name, value, reason_code, reason_text, raw
                FROM quarantine WHERE load_id = ?
                ORDER BY row_number, reason_code, column_name LIMIT ? OFFSET ?
                """,
                loadId,
                limit,
                offset);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        found.add(
            new QuarantinedRow(
                rows.getString(1),
                rows.getLong(2),
                rows.getString(3),
                rows.getString(4),
                rows.getString(5),
                rows.getString(6),
                rows.getString(7)));
      }
    }
    return found;
  }

  private List<LoadReport> query(Connection connection, String sql, Object... parameters)
      throws SQLException {
    List<LoadReport> found = new ArrayList<>();
    try (PreparedStatement statement = Sql.prepare(connection, sql, parameters);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        found.add(report(rows));
      }
    }
    return found;
  }

  private LoadReport report(ResultSet row) throws SQLException {
    return new LoadReport(
        row.getString(1),
        row.getString(2),
        row.getString(3),
        instant(row, 4),
        row.getLong(5),
        row.getLong(6),
        row.getLong(7),
        row.getLong(8),
        row.getLong(9),
        row.getLong(10),
        counts(row.getString(11)),
        counts(row.getString(12)),
        row.getString(13),
        new BigDecimal(row.getString(14)),
        new BigDecimal(row.getString(15)),
        new BigDecimal(row.getString(16)),
        new BigDecimal(row.getString(17)));
  }

  private static Instant instant(ResultSet row, int column) throws SQLException {
    return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
  }

  private String json(Map<String, Long> counts) {
    ObjectNode node = mapper.createObjectNode();
    new TreeMap<>(counts).forEach(node::put);
    return node.toString();
  }

  private Map<String, Long> counts(String json) {
    try {
      Map<String, Long> counts = new TreeMap<>();
      for (Map.Entry<String, JsonNode> property : mapper.readTree(json).properties()) {
        counts.put(property.getKey(), property.getValue().longValue());
      }
      return counts;
    } catch (JsonProcessingException e) {
      throw new StoreException("The warehouse holds an unreadable load report: " + json, e);
    }
  }
}

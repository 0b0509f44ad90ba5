package souk.data.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import souk.data.api.StoreException;

/**
 * Checksums of the rows of the journal. SQLite notices a page that is torn, not a byte that changed
 * inside a text; these do. Columns are hashed with their lengths, so that no byte can wander from
 * one into the next.
 */
final class RowSeal {
  private RowSeal() {}

  static long document(String kind, String id, long revision, String changedAt, String body) {
    CRC32C crc = new CRC32C();
    add(crc, kind);
    add(crc, id);
    add(crc, revision);
    add(crc, changedAt);
    add(crc, body);
    return crc.getValue();
  }

  static long head(String kind, String id, long revision, long changeNumber) {
    CRC32C crc = new CRC32C();
    add(crc, kind);
    add(crc, id);
    add(crc, revision);
    add(crc, changeNumber);
    return crc.getValue();
  }

  private static void add(CRC32C crc, @Nullable String text) {
    byte[] bytes = String.valueOf(text).getBytes(StandardCharsets.UTF_8);
    add(crc, bytes.length);
    crc.update(bytes);
  }

  private static void add(CRC32C crc, long number) {
    crc.update(ByteBuffer.allocate(Long.BYTES).putLong(0, number));
  }

  /** Seals the rows that were written before rows had checksums. */
  static void sealAll(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("SELECT kind, id, revision, changed_at, body FROM document");
        PreparedStatement seal =
            connection.prepareStatement(
                "UPDATE document SET crc = ? WHERE kind = ? AND id = ? AND revision = ?")) {
      while (rows.next()) {
        seal.setLong(1, documentAt(rows));
        seal.setString(2, rows.getString(1));
        seal.setString(3, rows.getString(2));
        seal.setLong(4, rows.getLong(3));
        seal.addBatch();
      }
      seal.executeBatch();
    }
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("SELECT kind, id, revision, change_number FROM document_head");
        PreparedStatement seal =
            connection.prepareStatement(
                "UPDATE document_head SET crc = ? WHERE kind = ? AND id = ?")) {
      while (rows.next()) {
        seal.setLong(1, headAt(rows));
        seal.setString(2, rows.getString(1));
        seal.setString(3, rows.getString(2));
        seal.addBatch();
      }
      seal.executeBatch();
    }
  }

  /**
   * Compares every row with its checksum, and every head with its document.
   *
   * @throws StoreException naming the first row that does not fit
   */
  static void verifyAll(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT kind, id, revision, changed_at, body, crc FROM document")) {
      while (rows.next()) {
        require(documentAt(rows) == rows.getLong(6), "document", rows);
      }
    }
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT kind, id, revision, change_number, crc FROM document_head")) {
      while (rows.next()) {
        require(headAt(rows) == rows.getLong(5), "head of document", rows);
      }
    }
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT d.kind, d.id, d.last FROM (SELECT kind, id, max(revision) AS last FROM"
                    + " document GROUP BY kind, id) d LEFT JOIN document_head h ON h.kind = d.kind"
                    + " AND h.id = d.id WHERE h.revision IS NULL OR h.revision <> d.last"
                    + " UNION ALL SELECT h.kind, h.id, h.revision FROM document_head h LEFT JOIN"
                    + " document d ON d.kind = h.kind AND d.id = h.id AND d.revision = h.revision"
                    + " WHERE d.kind IS NULL")) {
      if (rows.next()) {
        require(false, "latest revision of document", rows);
      }
    }
  }

  /** Compares one row, whose checksum is in column 6, when it is read. */
  static void verify(ResultSet rows) throws SQLException {
    require(documentAt(rows) == rows.getLong(6), "document", rows);
  }

  private static long documentAt(ResultSet rows) throws SQLException {
    return document(
        rows.getString(1),
        rows.getString(2),
        rows.getLong(3),
        rows.getString(4),
        rows.getString(5));
  }

  private static long headAt(ResultSet rows) throws SQLException {
    return head(rows.getString(1), rows.getString(2), rows.getLong(3), rows.getLong(4));
  }

  private static void require(boolean holds, String what, ResultSet rows) throws SQLException {
    if (!holds) {
      throw new StoreException(
          "The %s %s %s, revision %d, in the journal is not what was written.%nMaybe the disk changed it: restore the state from a backup."
              .formatted(what, rows.getString(1), rows.getString(2), rows.getLong(3)));
    }
  }
}

package souk.data.store;

import java.sql.Connection;
import java.sql.SQLException;
import souk.data.api.Document;

/** A revision whose body is changed where it lies, and sealed anew. */
final class AmendedRow {
  private AmendedRow() {}

  /** A revision never changes but here, so what was read before the transaction is still so. */
  static long write(Connection connection, Document old, String body) throws SQLException {
    return Sql.update(
        connection,
        "UPDATE document SET body = ?, crc = ? WHERE kind = ? AND id = ? AND revision = ?",
        body,
        RowSeal.document(old.kind(), old.id(), old.revision(), old.changedAt().toString(), body),
        old.kind(),
        old.id(),
        old.revision());
  }
}

package souk.data.spi;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** Takes records from a connector, in source order. For use by one thread. */
@ProviderType
public interface RecordSink {
  /** Column names; called once, first. */
  void header(List<String> columns);

  /**
   * One record.
   *
   * @param rowNumber line in the source, 1-based, header included; the number of the record where
   *     there are no lines
   * @param values one per column of the header; must not be changed afterwards
   */
  void record(long rowNumber, String[] values);

  /** A row that cannot be read as a record at all. */
  void malformed(long rowNumber, String reasonCode, String reasonText, String raw);

  /**
   * A row that cannot be read as a record at all, with the column that is at fault.
   *
   * @param column name of the column, or the place in the row, for example {@code character 17}
   * @param value offending value; may be cut
   * @since 1.1
   */
  default void malformed(
      long rowNumber,
      String column,
      String value,
      String reasonCode,
      String reasonText,
      String raw) {
    malformed(rowNumber, reasonCode, reasonText, raw);
  }

  /** Bytes read so far and in all (0 if unknown), for progress. */
  void position(long bytesRead, long bytesTotal);
}

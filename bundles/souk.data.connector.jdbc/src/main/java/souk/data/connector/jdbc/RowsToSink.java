package souk.data.connector.jdbc;

import java.util.List;
import souk.data.spi.RecordSink;

/** Hands rows to the store. How many there will be is not known. */
record RowsToSink(RecordSink sink) implements Rows {
  @Override
  public void header(List<String> columns) {
    sink.header(columns);
  }

  @Override
  public void row(long number, String[] values) {
    sink.record(number, values);
  }

  @Override
  public void tooLong(long number, String column, int length, String[] cut) {
    sink.malformed(
        number,
        column,
        "",
        "row.field-too-long",
        "The field has %d characters, at most %d are read. Leave the column out with a query."
            .formatted(length, TableReader.MAX_FIELD_CHARS),
        String.join(",", cut));
  }

  @Override
  public void progress() {
    sink.position(0, 0);
  }
}

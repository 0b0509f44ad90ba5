package souk.data.connector.files;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import souk.data.spi.RecordSink;

/** Remembers what it is given. */
final class Reading implements RecordSink {
  List<String> header = List.of();
  final List<Map<String, String>> rows = new ArrayList<>();
  final List<String> malformed = new ArrayList<>();

  @Override
  public void header(List<String> columns) {
    header = List.copyOf(columns);
  }

  @Override
  public void record(long rowNumber, String[] values) {
    Map<String, String> row = new LinkedHashMap<>();
    for (int i = 0; i < values.length; i++) {
      row.put(header.get(i), values[i]);
    }
    rows.add(row);
  }

  @Override
  public void malformed(long rowNumber, String reasonCode, String reasonText, String raw) {
    throw new AssertionError("without a column: " + reasonCode);
  }

  @Override
  public void malformed(
      long rowNumber, String column, String value, String reasonCode, String text, String raw) {
    malformed.add(rowNumber + ":" + column + ":" + reasonCode);
  }

  @Override
  public void position(long bytesRead, long bytesTotal) {}
}

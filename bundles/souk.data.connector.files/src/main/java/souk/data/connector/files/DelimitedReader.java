package souk.data.connector.files;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipException;
import souk.data.api.LoadException;
import souk.data.spi.RecordSink;

/** Reads one delimited file into a sink. For use once, by one thread. */
final class DelimitedReader {
  static final int MAX_COLUMNS = 4_096;
  private static final int MAX_FIELD_CHARS = 1 << 16;
  private static final int PARSER_BUFFER_CHARS = 1 << 24;
  private static final int ROWS_PER_REPORT = 4_096;
  private static final int MAX_RAW_CHARS = 2_000;
  private final Path path;
  private final FileOptions options;
  private final InflationLimit limit;
  private final RecordSink sink;
  private long line = 1;

  DelimitedReader(Path path, FileOptions options, InflationLimit limit, RecordSink sink) {
    this.path = path;
    this.options = options;
    this.limit = limit;
    this.sink = sink;
  }

  void read() throws IOException {
    long total = Files.size(path);
    try (SourceFile file = SourceFile.open(path, options, limit);
        Reader text = reader(file);
        CsvReader<CsvRecord> csv = parser(text);
        CloseableIterator<CsvRecord> records = csv.iterator()) {
      readRecords(file, total, records);
      sink.position(total, total);
    } catch (CsvParseException | UncheckedIOException | IOException e) {
      throw explained(e);
    }
  }

  private void readRecords(SourceFile file, long total, CloseableIterator<CsvRecord> records) {
    List<String> header = null;
    long rows = 0;
    while (records.hasNext()) {
      CsvRecord record = records.next();
      line = record.getStartingLineNumber();
      if (header == null) {
        header = options.header() ? named(record.getFields()) : numbered(record.getFieldCount());
        sink.header(header);
        if (options.header()) {
          continue;
        }
      }
      hand(record, header);
      if (++rows % ROWS_PER_REPORT == 0) {
        sink.position(file.position(), total);
      }
    }
    if (header == null) {
      throw new LoadException(
          "file.empty", "The file %s holds no row.%nMaybe the export failed.".formatted(path));
    }
  }

  private void hand(CsvRecord record, List<String> header) {
    int fields = record.getFieldCount();
    if (fields != header.size()) {
      sink.malformed(
          line,
          fields < header.size() ? header.get(fields) : "column_" + (header.size() + 1),
          "",
          "row.field-count",
          "The row has %d fields, the header %d. Maybe a delimiter inside a text is not quoted."
              .formatted(fields, header.size()),
          raw(record));
      return;
    }
    String[] values = new String[fields];
    for (int i = 0; i < fields; i++) {
      values[i] = record.getField(i);
      if (values[i].length() > MAX_FIELD_CHARS) {
        sink.malformed(
            line,
            header.get(i),
            values[i].substring(0, 200),
            "row.field-too-long",
            "The field %s has %d characters, at most %d are read. Maybe a quote was opened and not closed."
                .formatted(header.get(i), values[i].length(), MAX_FIELD_CHARS),
            raw(record));
        return;
      }
    }
    sink.record(line, values);
  }

  private String raw(CsvRecord record) {
    StringBuilder raw = new StringBuilder();
    for (int i = 0; i < record.getFieldCount() && raw.length() < MAX_RAW_CHARS; i++) {
      String field = record.getField(i);
      raw.append(i == 0 ? "" : options.delimiter())
          .append(field, 0, Math.min(field.length(), MAX_RAW_CHARS));
    }
    raw.setLength(Math.min(raw.length(), MAX_RAW_CHARS));
    return raw.toString();
  }

  private List<String> named(List<String> fields) {
    checkColumns(fields.size());
    List<String> names = new ArrayList<>();
    Map<String, Integer> positions = new HashMap<>();
    for (int i = 0; i < fields.size(); i++) {
      String given = fields.get(i).strip();
      String name = given.isEmpty() ? "column_" + (i + 1) : given;
      Integer earlier = positions.put(name, i + 1);
      if (earlier != null) {
        throw new LoadException(
            "file.duplicate-column",
            "The header of %s names column \"%s\" twice, at %d and %d.%nMaybe rename one of them."
                .formatted(path, name, earlier, i + 1));
      }
      names.add(name);
    }
    return names;
  }

  private List<String> numbered(int fields) {
    checkColumns(fields);
    List<String> names = new ArrayList<>();
    for (int i = 1; i <= fields; i++) {
      names.add("column_" + i);
    }
    return names;
  }

  private void checkColumns(int columns) {
    if (columns > MAX_COLUMNS) {
      throw new LoadException(
          "file.too-many-columns",
          "The first row of %s has %d columns, at most %d are read.%nMaybe the delimiter \"%s\" is not the right one, or rows and columns were exchanged."
              .formatted(path, columns, MAX_COLUMNS, options.delimiter()));
    }
  }

  private Reader reader(SourceFile file) {
    return new InputStreamReader(
        file.content(),
        file.charset()
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT));
  }

  private CsvReader<CsvRecord> parser(Reader text) {
    return CsvReader.builder()
        .fieldSeparator(options.delimiter())
        .quoteCharacter(options.quote())
        .skipEmptyLines(true)
        .detectBomHeader(false)
        .ignoreDifferentFieldCount(true)
        .maxBufferSize(PARSER_BUFFER_CHARS)
        .build(
            CsvRecordHandler.of(
                limits ->
                    limits
                        .maxFields(1 << 20)
                        .maxFieldSize(PARSER_BUFFER_CHARS)
                        .maxRecordSize(2 * PARSER_BUFFER_CHARS)),
            text);
  }

  private IOException explained(Exception failure) throws IOException {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof CharacterCodingException) {
        throw CharsetFault.locate(path, options, limit);
      }
      if (t instanceof LoadException refused) {
        throw refused;
      }
      if (t instanceof ZipException || t instanceof EOFException) {
        throw SourceFile.damaged(path, (IOException) t);
      }
      if (t instanceof IOException io && !(failure instanceof CsvParseException)) {
        return io;
      }
    }
    throw new LoadException(
        "file.unreadable-row",
        "The file %s cannot be read after line %d: %s%nMaybe a quote was opened there and not closed, or the quote sign is another one."
            .formatted(path, line, failure.getMessage()),
        failure);
  }
}

package souk.data.connector.files;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipException;
import souk.data.api.LoadException;
import souk.data.spi.RecordSink;

/**
 * Reads a file with one JSON object per line. The first passage finds all columns, the second hands
 * over the records: a key that first occurs in the last line is a column like any other. For use
 * once, by one thread.
 */
final class JsonLinesReader {
  private static final int LINES_PER_REPORT = 1_024;
  private static final int MAX_RAW_CHARS = 2_000;
  private final Path path;
  private final FileOptions options;
  private final InflationLimit limit;
  private final RecordSink sink;
  private final JsonLine json = new JsonLine();
  private final Map<String, Integer> columns = new LinkedHashMap<>();
  private String firstFault = "";
  private long lines;

  JsonLinesReader(Path path, FileOptions options, InflationLimit limit, RecordSink sink) {
    this.path = path;
    this.options = options;
    this.limit = limit;
    this.sink = sink;
  }

  /** Does something with a line that is not blank. */
  @FunctionalInterface
  private interface Work {
    void on(LineSplitter lines, long position);
  }

  void read() throws IOException {
    long total = Files.size(path);
    eachLine((line, position) -> collect(line));
    if (columns.isEmpty()) {
      throw new LoadException(
          "file.no-object",
          lines == 0
              ? "The file %s holds no line.%nMaybe the export failed.".formatted(path)
              : "None of the %d lines of %s is a JSON object with a value; the first: %s%nMaybe the objects are spread over several lines: write one on each."
                  .formatted(lines, path, firstFault));
    }
    sink.header(List.copyOf(columns.keySet()));
    long[] count = {0};
    eachLine(
        (line, position) -> {
          hand(line);
          if (++count[0] % LINES_PER_REPORT == 0) {
            sink.position(position, total);
          }
        });
    sink.position(total, total);
  }

  private void collect(LineSplitter line) {
    lines++;
    try {
      for (String column : values(line).keySet()) {
        columns.putIfAbsent(column, columns.size());
      }
    } catch (JsonFault e) {
      if (firstFault.isEmpty()) {
        firstFault = "line %d, %s: %s".formatted(line.number(), e.column(), e.text());
      }
    }
    if (columns.size() > DelimitedReader.MAX_COLUMNS) {
      throw new LoadException(
          "file.too-many-columns",
          "The objects of %s have more than %d different keys up to line %d.%nMaybe values are written as keys there."
              .formatted(path, DelimitedReader.MAX_COLUMNS, line.number()));
    }
  }

  private void hand(LineSplitter line) {
    try {
      Map<String, String> values = values(line);
      String[] record = new String[columns.size()];
      Arrays.fill(record, "");
      values.forEach((column, value) -> record[columns.getOrDefault(column, 0)] = value);
      sink.record(line.number(), record);
    } catch (JsonFault e) {
      String raw = line.line();
      sink.malformed(
          line.number(),
          e.column(),
          "",
          e.code(),
          e.text(),
          raw.substring(0, Math.min(raw.length(), MAX_RAW_CHARS)));
    }
  }

  private Map<String, String> values(LineSplitter line) throws JsonFault {
    if (line.isTooLong()) {
      throw new JsonFault(
          "character " + LineSplitter.MAX_LINE_CHARS,
          "row.line-too-long",
          "The line has %d characters, at most %d are read. Maybe line ends are missing."
              .formatted(line.length(), LineSplitter.MAX_LINE_CHARS));
    }
    return json.values(line.line());
  }

  private void eachLine(Work work) throws IOException {
    try (SourceFile file = SourceFile.open(path, options, limit);
        Reader text = reader(file)) {
      LineSplitter splitter = new LineSplitter(text);
      while (splitter.advance()) {
        if (!splitter.line().isBlank()) {
          work.on(splitter, file.position());
        }
      }
    } catch (CharacterCodingException e) {
      throw CharsetFault.locate(path, options, limit);
    } catch (ZipException | EOFException e) {
      throw SourceFile.damaged(path, e);
    }
  }

  private static Reader reader(SourceFile file) {
    return new InputStreamReader(
        file.content(),
        file.charset()
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT));
  }
}

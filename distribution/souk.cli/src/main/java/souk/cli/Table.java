package souk.cli;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * A CSV file with a header line, read strictly as UTF-8.
 *
 * @param file where it came from, for messages
 * @param header column names in file order
 * @param rows data lines in file order
 */
record Table(Path file, List<String> header, List<NamedCsvRecord> rows) {

  static Table read(Path file, List<String> required) {
    List<NamedCsvRecord> rows = new ArrayList<>();
    try (Reader text = open(LoadCommand.readable(file));
        CsvReader<NamedCsvRecord> reader =
            CsvReader.builder().ignoreDifferentFieldCount(false).ofNamedCsvRecord(text)) {
      for (NamedCsvRecord row : reader) {
        if (row.getFieldCount() != row.getHeader().size()) {
          throw new CliFailure(
              ExitCode.USAGE,
              "%s, line %d has %d fields, the header has %d.\nMaybe a field holds a comma without quotes."
                  .formatted(
                      file,
                      row.getStartingLineNumber(),
                      row.getFieldCount(),
                      row.getHeader().size()));
        }
        rows.add(row);
      }
    } catch (CsvParseException | UncheckedIOException | IOException e) {
      throw unreadable(file, e);
    }
    if (rows.isEmpty()) {
      throw new CliFailure(ExitCode.USAGE, "The file %s holds no data line.".formatted(file));
    }
    Table table = new Table(file, rows.get(0).getHeader(), rows);
    for (String column : required) {
      if (!table.header.contains(column)) {
        throw new CliFailure(
            ExitCode.USAGE,
            "The file %s has no column %s; it has %s.\nMaybe the header line is missing or in other words."
                .formatted(file, column, table.header));
      }
    }
    return table;
  }

  private static CliFailure unreadable(Path file, Exception failure) {
    Throwable reason = failure;
    while (reason.getCause() != null) {
      reason = reason.getCause();
    }
    if (reason instanceof CharacterCodingException) {
      return new CliFailure(
          ExitCode.USAGE,
          "The file %s is not UTF-8.\nMaybe it was saved in another character set; save it as UTF-8."
              .formatted(file),
          failure);
    }
    return new CliFailure(
        ExitCode.USAGE, "Cannot read %s: %s".formatted(file, reason.getMessage()), failure);
  }

  private static Reader open(Path file) throws IOException {
    InputStream bytes = Files.newInputStream(file);
    if (file.toString().endsWith(".gz")) {
      bytes = new GZIPInputStream(bytes, 1 << 16);
    }
    return new InputStreamReader(bytes, StandardCharsets.UTF_8.newDecoder());
  }

  /** The number in one field, or a message with line, column and value. */
  double number(NamedCsvRecord row, String column) {
    String text = row.getField(column).strip();
    try {
      double value = Double.parseDouble(text);
      if (Double.isFinite(value)) {
        return value;
      }
    } catch (NumberFormatException e) {
      // reported below with the value
    }
    throw wrong(row, column, text, "is not a finite number with a decimal point");
  }

  CliFailure wrong(NamedCsvRecord row, String column, String value, String problem) {
    return new CliFailure(
        ExitCode.USAGE,
        "%s, line %d, column %s: \"%s\" %s."
            .formatted(file, row.getStartingLineNumber(), column, value, problem));
  }
}

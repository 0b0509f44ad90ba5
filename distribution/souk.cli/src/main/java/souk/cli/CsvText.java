package souk.cli;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/**
 * A CSV file with a header line, read line by line: strictly UTF-8, with or without the mark that
 * spreadsheets put in front, packed by gzip if its name says so; commas, semicolons or tabulators
 * between the fields, as the header has them.
 */
final class CsvText {
  private static final int HEADER = 1 << 16;

  private final Path file;

  CsvText(Path file) {
    this.file = LoadCommand.readable(file);
  }

  /** Hands over each data line; a line with more or fewer fields than the header is refused. */
  void forEach(Consumer<NamedCsvRecord> line) {
    try (BufferedReader text = open();
        CsvReader<NamedCsvRecord> reader =
            CsvReader.builder()
                .fieldSeparator(separator(text))
                .ignoreDifferentFieldCount(false)
                .ofNamedCsvRecord(text)) {
      for (NamedCsvRecord row : reader) {
        if (row.getFieldCount() != row.getHeader().size()) {
          throw fields(row);
        }
        line.accept(row);
      }
    } catch (CsvParseException | UncheckedIOException | IOException e) {
      throw unreadable(e);
    }
  }

  private CliFailure fields(NamedCsvRecord row) {
    return new CliFailure(
        ExitCode.USAGE,
        "%s, line %d has %d fields, the header has %d.\nMaybe a field holds a comma without quotes."
            .formatted(
                file, row.getStartingLineNumber(), row.getFieldCount(), row.getHeader().size()));
  }

  private BufferedReader open() throws IOException {
    InputStream bytes = Files.newInputStream(file);
    if (file.toString().endsWith(".gz")) {
      bytes = new GZIPInputStream(bytes, 1 << 16);
    }
    BufferedReader text =
        new BufferedReader(
            new InputStreamReader(bytes, StandardCharsets.UTF_8.newDecoder()), HEADER);
    text.mark(1);
    if (text.read() != '\uFEFF') {
      text.reset();
    }
    return text;
  }

  /** The first of comma, semicolon and tabulator that the header line has outside of quotes. */
  private static char separator(BufferedReader text) throws IOException {
    text.mark(HEADER);
    boolean quoted = false;
    char found = ',';
    for (int i = 0; i < HEADER - 1; i++) {
      int c = text.read();
      quoted ^= c == '"';
      if (c < 0 || (!quoted && (c == '\n' || c == '\r'))) {
        break;
      }
      if (!quoted && (c == ',' || c == ';' || c == '\t')) {
        found = (char) c;
        break;
      }
    }
    text.reset();
    return found;
  }

  private CliFailure unreadable(Exception failure) {
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

  CliFailure empty() {
    return new CliFailure(ExitCode.USAGE, "The file %s holds no data line.".formatted(file));
  }

  /** Refuses a file without a column that it must have. */
  void require(List<String> header, String column, String maybe) {
    if (!header.contains(column)) {
      throw new CliFailure(
          ExitCode.USAGE,
          "The file %s has no column %s; it has %s.\n%s".formatted(file, column, header, maybe));
    }
  }

  CliFailure wrong(long line, String column, String value, String problem) {
    return new CliFailure(
        ExitCode.USAGE,
        "%s, line %d, column %s: \"%s\" %s.".formatted(file, line, column, value, problem));
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
    throw wrong(
        row.getStartingLineNumber(), column, text, "is not a finite number with a decimal point");
  }
}

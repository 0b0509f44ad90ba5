package souk.cli;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A CSV file with a header line, read strictly as UTF-8.
 *
 * @param file where it came from, for messages
 * @param header column names in file order
 * @param rows data lines in file order
 */
record Table(Path file, List<String> header, List<NamedCsvRecord> rows) {

  static Table read(Path file, List<String> required) {
    CsvText text = new CsvText(file);
    List<NamedCsvRecord> rows = new ArrayList<>();
    text.forEach(rows::add);
    if (rows.isEmpty()) {
      throw text.empty();
    }
    List<String> header = rows.get(0).getHeader();
    for (String column : required) {
      text.require(header, column, "Maybe the header line is missing or in other words.");
    }
    return new Table(file, header, rows);
  }

  /** The number in one field, or a message with line, column and value. */
  double number(NamedCsvRecord row, String column) {
    return new CsvText(file).number(row, column);
  }

  CliFailure wrong(NamedCsvRecord row, String column, String value, String problem) {
    return new CsvText(file).wrong(row.getStartingLineNumber(), column, value, problem);
  }
}

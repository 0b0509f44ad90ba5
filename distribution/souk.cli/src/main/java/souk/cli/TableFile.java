package souk.cli;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** A table as it is written: a text per row and column, each distinct text of a column once. */
final class TableFile {
  private final Path file;
  private final CsvText text;
  private final Map<String, Column> columns = new HashMap<>();
  private List<String> header = List.of();
  private long[] lines = new long[1024];
  private int rows;

  private TableFile(Path file) {
    this.file = file;
    this.text = new CsvText(file);
  }

  private static final class Column {
    private final Map<String, Integer> codes = new HashMap<>();
    private final List<String> texts = new ArrayList<>();
    private int[] code = new int[1024];

    void add(int row, String value) {
      if (row == code.length) {
        code = Arrays.copyOf(code, 2 * row);
      }
      code[row] =
          codes.computeIfAbsent(
              value,
              v -> {
                texts.add(v);
                return texts.size() - 1;
              });
    }
  }

  static TableFile read(Path file) {
    TableFile table = new TableFile(file);
    table.text.forEach(table::add);
    if (table.rows == 0) {
      throw table.text.empty();
    }
    return table;
  }

  private void add(NamedCsvRecord row) {
    if (rows == 0) {
      header = List.copyOf(row.getHeader());
      header.forEach(name -> columns.put(name, new Column()));
      if (columns.size() < header.size()) {
        throw new CliFailure(
            ExitCode.USAGE, "The file %s names a column twice: %s.".formatted(file, header));
      }
    }
    if (rows == lines.length) {
      lines = Arrays.copyOf(lines, 2 * rows);
    }
    lines[rows] = row.getStartingLineNumber();
    for (int c = 0; c < header.size(); c++) {
      column(header.get(c)).add(rows, row.getField(c).strip());
    }
    rows++;
  }

  private Column column(String name) {
    Column column = columns.get(name);
    if (column == null) {
      throw new IllegalArgumentException("There is no column " + name + ".");
    }
    return column;
  }

  int rows() {
    return rows;
  }

  List<String> header() {
    return header;
  }

  boolean has(String column) {
    return columns.containsKey(column);
  }

  /** Refuses a table without this column. */
  void require(String column, String maybe) {
    text.require(header, column, maybe);
  }

  String text(String column, int row) {
    Column c = column(column);
    return c.texts.get(c.code[row]);
  }

  /** Distinct texts in the order in which they first stand. */
  List<String> distinct(String column) {
    return List.copyOf(column(column).texts);
  }

  /** Number of rows with each distinct text. */
  int[] counts(String column) {
    Column c = column(column);
    int[] counts = new int[c.texts.size()];
    for (int row = 0; row < rows; row++) {
      counts[c.code[row]]++;
    }
    return counts;
  }

  /** Whether every text is a finite number, true or false, or missing, and not all are missing. */
  boolean figures(String column) {
    boolean some = false;
    for (String value : column(column).texts) {
      boolean missing = missing(value);
      if (!missing && figure(value).isEmpty()) {
        return false;
      }
      some |= !missing;
    }
    return some;
  }

  /** Figures of a column of figures; NaN where missing. */
  double[] figuresOf(String column) {
    Column c = column(column);
    double[] byCode =
        c.texts.stream().mapToDouble(value -> figure(value).orElse(Double.NaN)).toArray();
    double[] figures = new double[rows];
    Arrays.setAll(figures, row -> byCode[c.code[row]]);
    return figures;
  }

  static boolean missing(String value) {
    return value.isEmpty() || value.matches("(?i)nan|na|n/a|null|none|\\?");
  }

  /** A finite number; 1 and 0 for true and false, yes and no. */
  static OptionalDouble figure(String value) {
    if (value.matches("(?i)true|yes")) {
      return OptionalDouble.of(1);
    }
    if (value.matches("(?i)false|no")) {
      return OptionalDouble.of(0);
    }
    try {
      double figure = Double.parseDouble(value);
      return Double.isFinite(figure) ? OptionalDouble.of(figure) : OptionalDouble.empty();
    } catch (NumberFormatException e) {
      return OptionalDouble.empty();
    }
  }

  CliFailure wrong(int row, String column, String problem) {
    return text.wrong(lines[row], column, text(column, row), problem);
  }
}

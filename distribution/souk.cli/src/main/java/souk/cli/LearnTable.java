package souk.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * A table read from CSV. A column whose fields are all numbers or missing is one of figures, any
 * other one of texts; so is the target when kinds are told apart.
 */
final class LearnTable {
  private static final Pattern MISSING = Pattern.compile("(?i)|na|nan|n/a|null|none|\\?");

  private final Path file;
  private final CsvText text;
  private final List<String> names = new ArrayList<>();
  private final List<List<String>> fields = new ArrayList<>();
  private final List<Boolean> numeric = new ArrayList<>();
  private final List<Long> lines = new ArrayList<>();

  private LearnTable(Path file) {
    this.file = file;
    this.text = new CsvText(file);
  }

  static LearnTable read(Path file) {
    LearnTable table = new LearnTable(file);
    table.text.forEach(table::add);
    if (table.lines.isEmpty()) {
      throw table.text.empty();
    }
    return table;
  }

  private void add(NamedCsvRecord row) {
    if (lines.isEmpty()) {
      header(row.getHeader());
    }
    lines.add(row.getStartingLineNumber());
    for (int c = 0; c < names.size(); c++) {
      String field = row.getField(c).strip();
      String value = MISSING.matcher(field).matches() ? "" : field;
      fields.get(c).add(value);
      numeric.set(c, numeric.get(c) && (value.isEmpty() || isNumber(value)));
    }
  }

  private void header(List<String> header) {
    for (String name : header) {
      names.add(name.strip());
      fields.add(new ArrayList<>());
      numeric.add(true);
    }
    if (names.stream().anyMatch(String::isEmpty) || new HashSet<>(names).size() < names.size()) {
      throw new CliFailure(
          ExitCode.USAGE,
          "The columns of %s must have names of their own, but they are %s.\nMaybe the file has no header line."
              .formatted(file, names));
    }
  }

  private static boolean isNumber(String value) {
    char last = value.charAt(value.length() - 1);
    if (!Character.isDigit(last) && last != '.') {
      return false;
    }
    try {
      return Double.isFinite(Double.parseDouble(value));
    } catch (NumberFormatException none) {
      return false;
    }
  }

  int rows() {
    return lines.size();
  }

  List<String> names() {
    return names;
  }

  void require(String column, String option) {
    text.require(names, column, "Maybe the name after " + option + " is mistyped.");
  }

  /** A target of figures must hold figures. */
  void requireFigures(String column) {
    int c = names.indexOf(column);
    for (int r = 0; r < rows() && !numeric.get(c); r++) {
      String value = fields.get(c).get(r);
      if (!value.isEmpty() && !isNumber(value)) {
        throw text.wrong(
            lines.get(r), column, value, "is no number.\nMaybe \"--task classify\" was meant");
      }
    }
  }

  /** Turns a column of times into figures that grow with time. */
  void order(String column) {
    int c = names.indexOf(column);
    List<String> times = fields.get(c);
    TimeForm form = TimeForm.of(times.get(0));
    if (form == TimeForm.TEXT && numeric.get(c)) {
      return;
    }
    for (int r = 0; r < rows(); r++) {
      OptionalLong number =
          form == TimeForm.TEXT ? OptionalLong.empty() : form.number(times.get(r));
      if (number.isEmpty()) {
        throw text.wrong(
            lines.get(r),
            column,
            times.get(r),
            "is no time.\nMaybe write days as 2024-05-31, months as 2024-05, or numbers that grow");
      }
      times.set(r, Long.toString(number.getAsLong()));
    }
    numeric.set(c, true);
  }

  /** Writes all columns; one of them as texts, whatever it holds. */
  void write(JsonGenerator json, String asTexts) throws IOException {
    json.writeStartArray();
    for (int c = 0; c < names.size(); c++) {
      json.writeStartObject();
      json.writeStringField("name", names.get(c));
      boolean figures = numeric.get(c) && !names.get(c).equals(asTexts);
      json.writeArrayFieldStart(figures ? "figures" : "texts");
      for (String field : fields.get(c)) {
        if (field.isEmpty()) {
          json.writeNull();
        } else if (figures) {
          json.writeNumber(Double.parseDouble(field));
        } else {
          json.writeString(field);
        }
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}

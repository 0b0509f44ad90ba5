package souk.edge.webconsole.html;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Comma-separated rows that no spreadsheet takes for formulas: a cell that begins like one gets an
 * apostrophe in front, numbers stay numbers (RFC 4180 otherwise).
 */
public final class Csv {
  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,30}(\\.\\d{1,30})?");
  private static final String SUSPECT = "=+-@\t\r\n|%";

  private final Appendable out;

  public Csv(Appendable out) {
    this.out = out;
  }

  public Csv row(List<String> cells) {
    try {
      out.append(cells.stream().map(Csv::cell).collect(Collectors.joining(","))).append("\r\n");
    } catch (IOException e) {
      throw new UncheckedIOException("The file could not be sent.", e);
    }
    return this;
  }

  static String cell(String text) {
    boolean suspect = SUSPECT.indexOf(first(text)) >= 0 && !NUMBER.matcher(text).matches();
    String safe = suspect ? "'" + text : text;
    return safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r' || c == '\t')
        ? '"' + safe.replace("\"", "\"\"") + '"'
        : safe;
  }

  /** The first character after blanks, which spreadsheets leave out; a letter if there is none. */
  private static char first(String text) {
    int at = 0;
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\u00a0')) {
      at++;
    }
    return at < text.length() ? text.charAt(at) : 'a';
  }
}

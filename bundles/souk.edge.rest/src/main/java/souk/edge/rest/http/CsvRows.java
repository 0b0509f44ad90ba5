package souk.edge.rest.http;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Comma-separated rows in UTF-8 that no spreadsheet takes for formulas: a cell that begins like one
 * gets an apostrophe in front, numbers stay numbers (RFC 4180 otherwise). For use by one thread.
 */
public final class CsvRows {
  /** Value of {@code Content-Type}. */
  public static final String MEDIA_TYPE = "text/csv; charset=utf-8";

  private static final int BUFFER = 64 << 10;
  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,30}(\\.\\d{1,30})?");
  private static final String SUSPECT = "=+-@\t\r\n|%";

  private final Writer out;

  /** Begins with the mark that tells spreadsheets that the text is in UTF-8. */
  public CsvRows(OutputStream out) throws IOException {
    this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), BUFFER);
    this.out.write('\ufeff');
  }

  /**
   * @throws UncheckedIOException if nobody takes it any more
   */
  public void row(String... cells) {
    try {
      for (int i = 0; i < cells.length; i++) {
        if (i > 0) {
          out.write(',');
        }
        out.write(cell(cells[i]));
      }
      out.write("\r\n");
    } catch (IOException gone) {
      throw new UncheckedIOException("The file could not be sent.", gone);
    }
  }

  /** Sends what is still held. */
  public void end() throws IOException {
    out.flush();
  }

  static String cell(String text) {
    String safe = suspect(text) ? "'" + text : text;
    for (int i = 0; i < safe.length(); i++) {
      char c = safe.charAt(i);
      if (c == ',' || c == '"' || c == '\n' || c == '\r' || c == '\t') {
        return '"' + safe.replace("\"", "\"\"") + '"';
      }
    }
    return safe;
  }

  /** By the first character after blanks, which spreadsheets leave out. */
  private static boolean suspect(String text) {
    int at = 0;
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\u00a0')) {
      at++;
    }
    return at < text.length()
        && SUSPECT.indexOf(text.charAt(at)) >= 0
        && !NUMBER.matcher(text).matches();
  }
}

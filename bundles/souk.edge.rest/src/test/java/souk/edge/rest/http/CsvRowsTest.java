package souk.edge.rest.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** No cell of a file is a formula, numbers stay numbers, a million rows take no memory. */
class CsvRowsTest {
  @Test
  void formulasAreTextAndNumbersAreNumbers() {
    for (String formula :
        List.of(
            "=1+1", "+A1", "-A1", "@SUM(A1)", "|cmd", "%x", "-1+2", "+1-1", " =1", "\u00a0@x")) {
      assertEquals("'" + formula, CsvRows.cell(formula), formula);
    }
    assertEquals("\"'\t=1\"", CsvRows.cell("\t=1"));
    assertEquals("\"'\r=1\"", CsvRows.cell("\r=1"));
    for (String number : List.of("-1", "+1", "-12.50", "0", "7.0")) {
      assertEquals(number, CsvRows.cell(number));
    }
    assertEquals("\"a,\"\"b\"\"\"", CsvRows.cell("a,\"b\""));
    assertEquals("\"'=1,2\"", CsvRows.cell("=1,2"));
    assertEquals("", CsvRows.cell(""));
  }

  @Test
  void rowsEndAsTheStandardWants() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    CsvRows rows = new CsvRows(out);
    rows.row("a", "优惠");
    rows.end();
    assertEquals("\ufeffa,优惠\r\n", out.toString(StandardCharsets.UTF_8));
  }

  /** Counts what passes and keeps nothing. */
  private static final class Counting extends OutputStream {
    private long bytes;
    private int largest;

    @Override
    public void write(int b) {
      bytes++;
    }

    @Override
    public void write(byte[] all, int from, int length) {
      bytes += length;
      largest = Math.max(largest, length);
    }
  }

  @Test
  void aMillionRowsPassInPieces() throws Exception {
    Counting out = new Counting();
    CsvRows rows = new CsvRows(out);
    String[] cells = {"=SPRING", "-1", "CODE-000000"};
    for (int n = 0; n < 1_000_000; n++) {
      cells[2] = "CODE-" + n;
      rows.row(cells);
    }
    rows.end();
    assertTrue(out.bytes > 20_000_000, "bytes " + out.bytes);
    assertTrue(out.largest <= 256 << 10, "a piece of " + out.largest);
  }
}

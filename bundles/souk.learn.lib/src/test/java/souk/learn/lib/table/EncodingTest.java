package souk.learn.lib.table;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class EncodingTest {
  private static final int ROWS = 120;

  private static String[] texts(IntFunction<String> of) {
    String[] texts = new String[ROWS];
    Arrays.setAll(texts, of);
    return texts;
  }

  private static double[] figures(IntToDoubleFunction of) {
    double[] figures = new double[ROWS];
    Arrays.setAll(figures, of);
    return figures;
  }

  private static List<RawColumn> columns() {
    return List.of(
        RawColumn.of("channel", texts(r -> r % 3 == 0 ? "app" : r == 1 ? "fax" : "")),
        RawColumn.of("pages", figures(r -> r % 4 == 0 ? Double.NaN : r % 7)),
        RawColumn.of("key", texts(r -> "k" + r)),
        RawColumn.of("number", figures(r -> 17 + r)),
        RawColumn.of("same", figures(r -> 4)),
        RawColumn.of("sameOrMissing", figures(r -> r % 2 == 0 ? 4 : Double.NaN)),
        RawColumn.of("nothing", texts(r -> "")));
  }

  @Test
  void leavesOutWhatCannotHelp() {
    Encoding encoding = Encoding.of(columns());
    assertEquals(List.of("channel", "pages", "sameOrMissing"), encoding.columns());
    assertArrayEquals(new boolean[] {true, false, false}, encoding.categorical());
    assertEquals(
        List.of(
            Encoding.Oddity.KEY,
            Encoding.Oddity.RUNNING_NUMBER,
            Encoding.Oddity.CONSTANT,
            Encoding.Oddity.EMPTY),
        encoding.findings().stream().map(Encoding.Finding::oddity).toList());
  }

  @Test
  void codesFollowFrequencyAndUnknownIsMissing() throws IOException {
    Encoding encoding = Encoding.of(columns());
    double[][] rows = encoding.rows(columns());
    assertEquals(0, rows[0][0]);
    assertTrue(Double.isNaN(rows[2][0]) && Double.isNaN(rows[4][1]));
    List<RawColumn> other =
        List.of(
            RawColumn.of("sameOrMissing", new String[] {""}),
            RawColumn.of("pages", new double[] {2.5}),
            RawColumn.of("channel", new String[] {"pigeon"}));
    double[] expected = {Double.NaN, 2.5, Double.NaN};
    assertArrayEquals(expected, encoding.rows(other)[0]);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    encoding.write(new DataOutputStream(bytes));
    Encoding again =
        Encoding.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    assertArrayEquals(encoding.rows(columns())[3], again.rows(columns())[3]);
    assertArrayEquals(encoding.categorical(), again.categorical());
  }

  @Test
  void wrongColumnsAreNamed() {
    Encoding encoding = Encoding.of(columns());
    String missing =
        assertThrows(IllegalArgumentException.class, () -> encoding.rows(columns().subList(1, 4)))
            .getMessage();
    assertTrue(missing.contains("Column channel is missing"), missing);
    List<RawColumn> wrong =
        List.of(columns().get(0), RawColumn.of("pages", texts(r -> "many")), columns().get(5));
    String text =
        assertThrows(IllegalArgumentException.class, () -> encoding.rows(wrong)).getMessage();
    assertTrue(text.contains("pages holds \"many\" in row 1"), text);
  }

  @Test
  void manyCategoriesKeepTheMostFrequent() {
    String[] texts = new String[4_000];
    Arrays.setAll(texts, r -> "c" + r % 400);
    Encoding encoding = Encoding.of(List.of(RawColumn.of("c", texts)));
    assertEquals(Encoding.Oddity.MANY_CATEGORIES, encoding.findings().get(0).oddity());
    double most =
        Arrays.stream(encoding.rows(List.of(RawColumn.of("c", texts))))
            .mapToDouble(row -> row[0])
            .filter(code -> !Double.isNaN(code))
            .max()
            .orElseThrow();
    assertEquals(Encoding.MOST_CATEGORIES - 1, most);
  }
}

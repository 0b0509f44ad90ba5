package souk.edge.webconsole.html;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "+cmd|' /C calc'!A0",
        "-2+3",
        "@SUM(A1)",
        "|calc",
        "%x",
        " =1",
        "\u00a0@x"
      })
  void formulasAreNeutralised(String cell) {
    assertEquals("'" + cell, Csv.cell(cell));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\t=1", "\r=1", "\n@x"})
  void formulasBehindControlCharactersAreNeutralisedAndQuoted(String cell) {
    assertEquals("\"'" + cell + "\"", Csv.cell(cell));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1.50", "+3", "42", "WHITE HOLDER", "", "a=b", "茶壶"})
  void numbersAndPlainTextsStayAsTheyAre(String cell) {
    assertEquals(cell, Csv.cell(cell));
  }

  @Test
  void separatorsAndQuotesAreQuoted() {
    StringBuilder out = new StringBuilder();
    new Csv(out).row(List.of("a,b", "say \"x\"", "two\nlines")).row(List.of("1"));
    assertEquals("\"a,b\",\"say \"\"x\"\"\",\"two\nlines\"\r\n1\r\n", out.toString());
  }
}

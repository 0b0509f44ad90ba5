package souk.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class LearnTableTest {
  @TempDir private Path folder;
  private final StringWriter said = new StringWriter();

  private LearnTable table(String text) throws IOException {
    return LearnTable.read(Files.writeString(folder.resolve("in.csv"), text));
  }

  private static JsonNode json(LearnTable table, String asTexts) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      table.write(json, asTexts);
    }
    return new ObjectMapper().readTree(text.toString());
  }

  @Test
  void columnsOfNumbersAreFiguresAndGapsAreNull() throws IOException {
    LearnTable table =
        table("pages;when;channel;bought\n3;2024-05;app;0\nNA;2024-01;?;1\n-1.5e2;2023-12;12;0\n");
    table.order("when");
    JsonNode columns = json(table, "bought");
    assertEquals("[3.0,null,-150.0]", columns.get(0).path("figures").toString());
    JsonNode months = columns.get(1).path("figures");
    assertTrue(months.get(0).asDouble() > months.get(1).asDouble());
    assertEquals(1, months.get(1).asDouble() - months.get(2).asDouble());
    assertEquals("[\"app\",null,\"12\"]", columns.get(2).path("texts").toString());
    assertEquals("[\"0\",\"1\",\"0\"]", columns.get(3).path("texts").toString());
  }

  @Test
  void wrongFieldsAreNamedWithLineAndColumn() throws IOException {
    LearnTable table = table("a,when\n1,2024-01-05\nmany,soon\n");
    String number = assertThrows(CliFailure.class, () -> table.requireFigures("a")).getMessage();
    assertTrue(number.contains("line 3, column a: \"many\""), number);
    String time = assertThrows(CliFailure.class, () -> table.order("when")).getMessage();
    assertTrue(time.contains("line 3, column when: \"soon\" is no time"), time);
    assertThrows(CliFailure.class, () -> table("a,a\n1,2\n"));
    assertThrows(CliFailure.class, () -> table("a,b\n"));
    String fields = assertThrows(CliFailure.class, () -> table("a,b\n1\n")).getMessage();
    assertTrue(fields.contains("line 2 has 1 fields"), fields);
  }

  /** All of these are seen before a platform is started. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "--target a --task classify",
        "--table IN --task classify",
        "--table IN --target a",
        "--table IN --target a --task guess",
        "--table IN --target colour --task classify",
        "--table IN --target a --task classify --ignore colour",
        "--table IN --target a --task classify --predict IN",
        "--table IN --target a --task classify --out x.csv",
        "--table IN --target b --task regress",
        "--table IN --target a --task classify --time b",
        "--table nowhere.csv --target a --task classify"
      })
  void wrongCommandLinesAreUsageErrors(String arguments) throws IOException {
    Path file = Files.writeString(folder.resolve("in.csv"), "a,b\n1,x\n2,y\n");
    CommandLine line = Souk.commandLine();
    line.setErr(new PrintWriter(said, true));
    line.setOut(new PrintWriter(said, true));
    int code = line.execute(("learn " + arguments.replace("IN", file.toString())).split(" "));
    assertEquals(ExitCode.USAGE.value(), code, said::toString);
    assertFalse(said.toString().contains("Exception"), said::toString);
  }

  @Test
  void theAnswerIsToldWithIntervals() throws IOException {
    String answer =
        """
        {"chosen":"boosted-trees, platt","validation":"5 folds at random","rows":1200,
         "positive":"yes","metrics":{"auc":{"value":0.91234,"low":0.9,"high":0.92}},
         "candidates":[{"learner":"boosted-trees","metrics":{"logLoss":0.31,"auc":0.91},"seconds":1.25,
           "refused":null},{"learner":"plain-linear","metrics":{},"seconds":0,"refused":"needs 2"}],
         "importance":[{"column":"pages","rise":{"value":0.1,"low":0.05,"high":0.15}}],
         "calibration":[{"rows":120,"predicted":0.02,"happened":0.025}],
         "notes":[{"text":"Column key names rows."}]}
        """;
    String text = new LearnText(new ObjectMapper().readTree(answer), 7).text();
    assertTrue(text.contains("auc                    0.9123   0.9000 to 0.9200"), text);
    assertTrue(text.contains("score: probability of yes"), text);
    assertTrue(text.contains("plain-linear             needs 2"), text);
    assertTrue(text.contains("note: Column key names rows."), text);
  }
}

package souk.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class LifetimeCommandTest {
  @TempDir private Path folder;
  private final StringWriter said = new StringWriter();

  private int run(String text, String arguments) throws IOException {
    Path file = folder.resolve("tx.csv");
    Files.writeString(file, text);
    PrintStream errors = System.err;
    ByteArrayOutputStream notes = new ByteArrayOutputStream();
    System.setErr(new PrintStream(notes, true, StandardCharsets.UTF_8));
    CommandLine line = Souk.commandLine();
    PrintWriter err = new PrintWriter(said, true);
    line.setErr(err);
    line.getSubcommands().values().forEach(verb -> verb.setErr(err));
    line.setOut(new PrintWriter(said, true));
    try {
      return line.execute(
          ("lifetime " + arguments)
              .replace("IN", file.toString())
              .replace("OUT", folder.resolve("out.csv").toString())
              .split(" "));
    } finally {
      System.setErr(errors);
      said.append(notes.toString(StandardCharsets.UTF_8));
    }
  }

  private static final String GOOD = "customer,date,amount\na,2024-01-01,5\nb,2024-01-09,7\n";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--until 2024-02-01 --days 30 --out OUT",
        "--transactions IN --until 2024-02-01 --days 30",
        "--transactions IN --until 2024-02-01 --out OUT",
        "--transactions IN --until 2024-02-31 --days 30 --out OUT",
        "--transactions IN --until 1.2.2024 --days 30 --out OUT",
        "--transactions IN --until 2024-02-01 --days -3 --out OUT",
        "--transactions IN --until 2024-02-01 --days 30 --out OUT --model oracle",
        "--transactions IN --until 2023-12-31 --days 30 --out OUT",
        "--transactions IN --until 2024-02-01 --days 30 --out OUT --customer who",
        "--transactions nowhere.csv --until 2024-02-01 --days 30 --out OUT"
      })
  void wrongCommandLinesAreUsageErrors(String arguments) throws IOException {
    assertEquals(ExitCode.USAGE.value(), run(GOOD, arguments), said::toString);
    assertFalse(said.toString().contains("Exception"), said::toString);
    assertFalse(Files.exists(folder.resolve("out.csv")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a,01/05/2024,3| line 3, column date: \"01/05/2024\"",
        "a,2024-13-01,3| line 3, column date: \"2024-13-01\"",
        "a,,3| line 3, column date: \"\" is no date",
        "a,2024-01-05,£3| line 3, column amount: \"£3\"",
        "a,2024-01-05,| line 3, column amount: \"\"",
        "a,2024-01-05,NaN| line 3, column amount: \"NaN\"",
        "a,2024-01-05,3,4| 4 fields"
      })
  void aWrongFieldIsNamedWithLineColumnAndValue(String line, String message) throws IOException {
    String text = "customer,date,amount\nb,2024-01-01,5\n" + line + "\n";
    assertEquals(2, run(text, "--transactions IN --days 30 --out OUT"));
    assertTrue(said.toString().contains(message.strip()), said::toString);
  }

  @Test
  void oneCurrencyOnly() throws IOException {
    String text = "customer,date,amount,currency\nb,2024-01-01,5,EUR\na,2024-01-02,5,USD\n";
    assertEquals(2, run(text, "--transactions IN --days 30 --out OUT"));
    assertTrue(said.toString().contains("line 3, column currency: \"USD\""), said::toString);
  }

  @Tag("slow")
  @Test
  void everyCustomerWithAPurchaseHasALine() throws IOException {
    StringBuilder text = new StringBuilder("date;amount;customer\n");
    SplittableRandom random = new SplittableRandom(1);
    LocalDate begin = LocalDate.of(2024, 1, 1);
    for (int c = 0; c < 300; c++) {
      int day = random.nextInt(60);
      int left = 1 + random.nextInt(12);
      while (day < 300 && left-- > 0) {
        text.append(begin.plusDays(day)).append(";").append(10 + random.nextInt(50));
        text.append(";c").append(c).append('\n');
        day += 1 + random.nextInt(60);
      }
    }
    text.append("2024-02-01 10:30;8;\n".replace(" 10:30", "")).append("2024-03-01;-5;c1\n");
    text.append("2024-03-01;-5;only-refunds\n").append("2025-06-01;9;later\n");
    assertEquals(
        0,
        run(text.toString(), "--transactions IN --until 2024-10-31 --days 90 --out OUT"),
        said::toString);
    List<String> lines = Files.readAllLines(folder.resolve("out.csv"));
    assertEquals("customer,expected_purchases,p_alive,expected_value", lines.get(0));
    assertEquals(301, lines.size());
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",");
      double alive = Double.parseDouble(cells[2]);
      assertTrue(alive >= 0 && alive <= 1, line);
      assertTrue(Double.parseDouble(cells[1]) >= 0 && Double.parseDouble(cells[1]) < 90, line);
      assertTrue(Double.parseDouble(cells[3]) >= 0, line);
    }
    for (String note :
        List.of(
            "1 lines without a customer",
            "2 refunds",
            "1 lines are later than 2024-10-31",
            "2 customers bought nothing until then",
            "auto: judged by",
            "looking from 2024-11-01 to 2025-01-29")) {
      assertTrue(said.toString().contains(note), () -> note + " in " + said);
    }
  }

  @Test
  void oneCustomerIsAnsweredWithAWarning() throws IOException {
    List<String> arguments = new ArrayList<>(List.of("auto", "bg-nbd", "mbg-nbd", "pareto-nbd"));
    for (String model : arguments) {
      assertEquals(
          0,
          run(
              "customer,date,amount\na,20240101,5\n",
              "--transactions IN --days 30 --out OUT --model " + model),
          said::toString);
      assertEquals(2, Files.readAllLines(folder.resolve("out.csv")).size());
      assertTrue(said.toString().contains("with care"), said::toString);
    }
  }
}

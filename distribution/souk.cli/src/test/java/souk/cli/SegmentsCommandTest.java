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
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class SegmentsCommandTest {
  @TempDir private Path folder;
  private final StringWriter said = new StringWriter();
  private final ByteArrayOutputStream told = new ByteArrayOutputStream();

  /** A third buys every week for much, a third now and then, a third bought once, long ago. */
  @BeforeEach
  void shop() throws IOException {
    SplittableRandom random = new SplittableRandom(1);
    LocalDate first = LocalDate.of(2023, 1, 1);
    StringBuilder text = new StringBuilder("customer,date,amount\n");
    for (int c = 0; c < 150; c++) {
      int gap = c % 3 == 0 ? 7 : c % 3 == 1 ? 45 : 1_000;
      for (int day = random.nextInt(Math.min(gap, 90)); day < 365; day += gap) {
        double amount = (c % 3 == 0 ? 80 : 15) + 10 * random.nextDouble();
        text.append("C%d,%s,%.2f%n".formatted(c, first.plusDays(day), amount));
      }
    }
    Files.writeString(folder.resolve("in.csv"), text);
  }

  private int run(String arguments) {
    CommandLine line = Souk.commandLine();
    line.setErr(new PrintWriter(said, true));
    line.setOut(new PrintWriter(said, true));
    PrintStream before = System.out;
    System.setOut(new PrintStream(told, true, StandardCharsets.UTF_8));
    try {
      return line.execute(
          ("segments " + arguments)
              .replace("IN", folder.resolve("in.csv").toString())
              .replace("OUT", folder.resolve("out.csv").toString())
              .split(" "));
    } finally {
      System.setOut(before);
    }
  }

  @Test
  void everyCustomerHasOneSegmentAndThePlantedThirdsAreNotMixed() throws IOException {
    assertEquals(0, run("--transactions IN --out OUT --method k-means --groups 3"), said::toString);
    List<String> lines = Files.readAllLines(folder.resolve("out.csv"));
    assertEquals("customer,segment,recency_days,purchases,spend", lines.get(0));
    assertEquals(151, lines.size());
    String best = segment(lines, "C0");
    String worst = segment(lines, "C2");
    for (int c = 0; c < 150; c += 3) {
      assertEquals(best, segment(lines, "C" + c));
      assertEquals(worst, segment(lines, "C" + (c + 2)));
    }
    assertTrue(best.endsWith("-big"), best);
    assertTrue(worst.startsWith("lapsed"), worst);
    String text = told.toString(StandardCharsets.UTF_8);
    assertTrue(text.contains("chosen") && text.contains("from \\ to"), text);
  }

  private static String segment(List<String> lines, String customer) {
    return lines.stream()
        .filter(line -> line.startsWith(customer + ","))
        .findAny()
        .orElseThrow()
        .split(",")[1];
  }

  @Test
  void choosesAmongAllWaysAndTheSameAgain() throws IOException {
    assertEquals(0, run("--transactions IN --out OUT"), said::toString);
    String first = Files.readString(folder.resolve("out.csv"));
    assertEquals(0, run("--transactions IN --out OUT"));
    assertEquals(first, Files.readString(folder.resolve("out.csv")));
    String text = told.toString(StandardCharsets.UTF_8);
    for (String way : List.of("rfm", "k-means-", "mixture-", "spend-classes")) {
      assertTrue(text.contains(way), text);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--out OUT | --transactions CSV is missing",
        "--transactions IN | --out CSV is missing",
        "--transactions IN --out OUT --method best | no way to group",
        "--transactions IN --out OUT --groups 1 | --groups",
        "--transactions IN --out OUT --ahead -3 | --ahead",
        "--transactions IN --out OUT --until yesterday | is no date",
        "--transactions IN --out OUT --until 2023-01-02 | segments need 30",
        "--transactions IN --out OUT --amount price | has no column price"
      })
  void wrongCommandLinesAreExplained(String arguments, String part) {
    assertEquals(ExitCode.USAGE.value(), run(arguments.strip()), said::toString);
    assertTrue(said.toString().contains(part.strip()), said::toString);
    assertFalse(said.toString().contains("Exception"), said::toString);
  }
}

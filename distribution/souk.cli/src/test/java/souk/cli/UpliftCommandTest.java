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
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class UpliftCommandTest {
  private static final String FAST = " --learners dr-learner-linear,two-model-linear --placebo 0";

  @TempDir private Path folder;
  private final StringWriter said = new StringWriter();
  private final ByteArrayOutputStream told = new ByteArrayOutputStream();

  /** Women react to the mail, men do not; who spent has visited. */
  @BeforeEach
  void trial() throws IOException {
    SplittableRandom random = new SplittableRandom(1);
    StringBuilder text = new StringBuilder("id,who,age,town,mail,visit,spend\n");
    for (int r = 1; r <= 6_000; r++) {
      boolean woman = random.nextBoolean();
      int arm = random.nextInt(3);
      double chance = 0.2 + (woman && arm == 1 ? 0.3 : 0) + (arm == 2 ? 0.1 : 0);
      boolean visit = random.nextDouble() < chance;
      text.append(
          "%d,%s,%s,%s,%s,%d,%s%n"
              .formatted(
                  r,
                  woman ? "woman" : "man",
                  r % 50 == 0 ? "" : 20 + random.nextInt(50),
                  List.of("Aix", "Bonn", "Cork").get(random.nextInt(3)),
                  List.of("none", "rose", "blue").get(arm),
                  visit ? 1 : 0,
                  visit && random.nextBoolean() ? "9.5" : "0"));
    }
    Files.writeString(folder.resolve("in.csv"), text);
    Files.writeString(
        folder.resolve("ask.csv"), "town,who,age\nAix,woman,30\nCork,man,\nOslo,woman,50\n");
  }

  private int run(String arguments) {
    CommandLine line = Souk.commandLine();
    line.setErr(new PrintWriter(said, true));
    line.setOut(new PrintWriter(said, true));
    PrintStream before = System.out;
    System.setOut(new PrintStream(told, true, StandardCharsets.UTF_8));
    try {
      return line.execute(
          ("uplift " + arguments)
              .replace("IN", folder.resolve("in.csv").toString())
              .replace("ASK", folder.resolve("ask.csv").toString())
              .replace("OUT", folder.resolve("out.csv").toString())
              .replace("SVG", folder.resolve("qini.svg").toString())
              .split(" "));
    } finally {
      System.setOut(before);
    }
  }

  @Test
  void scoresOthersByWhatTheTrialShows() throws IOException {
    int code =
        run(
            "--table IN --treatment mail --outcome visit --control none --treated rose"
                + " --predict ASK --out OUT --picture SVG"
                + FAST);
    String text = told.toString(StandardCharsets.UTF_8);
    assertEquals(0, code, said::toString);
    List<String> lines = Files.readAllLines(folder.resolve("out.csv"));
    assertEquals("row,uplift", lines.get(0));
    assertEquals(4, lines.size());
    double woman = Double.parseDouble(lines.get(1).split(",")[1]);
    double man = Double.parseDouble(lines.get(2).split(",")[1]);
    double stranger = Double.parseDouble(lines.get(3).split(",")[1]);
    assertEquals(0.3, woman, 0.12, text);
    assertEquals(0, man, 0.12, text);
    assertEquals(0.3, stranger, 0.12, text);
    assertTrue(woman - man > 0.15, text);
    assertTrue(text.contains("left out: column spend (not in the file to be answered)"), text);
    assertTrue(text.contains("rows of other treatments"), text);
    assertTrue(Files.readString(folder.resolve("qini.svg")).startsWith("<svg"));
  }

  @Test
  void whatWasFilledAfterwardsIsLeftOutAndTold() {
    assertEquals(
        0,
        run("--table IN --treatment mail --outcome visit --control none --treated rose" + FAST),
        said::toString);
    String text = told.toString(StandardCharsets.UTF_8);
    assertTrue(text.contains("left out: column spend ("), text);
    assertTrue(text.contains("left out: column id (numbers the rows)"), text);
    assertTrue(text.contains("3 columns: who, age, town"), text);
    assertTrue(text.contains("do not tell who was treated"), text);
  }

  @Tag("slow")
  @Test
  void sameSeedSameAnswer() throws IOException {
    String arguments =
        "--table IN --treatment mail --outcome visit --control none --predict ASK --out OUT"
            + " --learners forest-t --placebo 0 --folds 2";
    assertEquals(0, run(arguments), said::toString);
    String first = Files.readString(folder.resolve("out.csv"));
    assertEquals(0, run(arguments));
    assertEquals(first, Files.readString(folder.resolve("out.csv")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--treatment mail --outcome visit | --table CSV is missing",
        "--table IN --outcome visit | --treatment and --outcome",
        "--table IN --treatment mail --outcome mail | same column",
        "--table IN --treatment male --outcome visit | has no column male",
        "--table IN --treatment mail --outcome visit | Maybe say --control VALUE",
        "--table IN --treatment mail --outcome visit --control nobody | Maybe the value after --control",
        "--table IN --treatment mail --outcome visit --control none --treated red | after --treated",
        "--table IN --treatment mail --outcome town --control none | is not a finite number",
        "--table IN --treatment mail --outcome visit --control none --ignore colour | no column colour",
        "--table IN --treatment mail --outcome visit --control none --out OUT | belong together",
        "--table IN --treatment mail --outcome visit --control none --folds 1 | --folds",
        "--table IN --treatment mail --outcome visit --control none --cost -1 | --cost",
        "--table IN --treatment mail --outcome visit --control none --learners best | no learner",
        "--table IN --treatment town --outcome visit --control Rom | No row has",
        "--table IN --treatment mail --outcome age --control none --learners forest-kl | is not a finite number",
        "--table IN --treatment mail --outcome visit --control none --ignore id,who,age,town,spend | No column is left",
      })
  void wrongCommandLinesAreExplained(String arguments, String part) {
    assertEquals(ExitCode.USAGE.value(), run(arguments.strip()), said::toString);
    assertTrue(said.toString().contains(part.strip()), said::toString);
    assertFalse(said.toString().contains("Exception"), said::toString);
  }

  @Test
  void constantOutcomesAndSmallArmsAreRefused() throws IOException {
    StringBuilder text = new StringBuilder("x,t,y\n");
    for (int r = 0; r < 200; r++) {
      text.append("%d,%d,%d%n".formatted(r * r % 17, r % 2, r == -1 ? 1 : 0));
    }
    Files.writeString(folder.resolve("in.csv"), text);
    assertEquals(2, run("--table IN --treatment t --outcome y"));
    assertTrue(said.toString().contains("nothing to learn"), said::toString);
    Files.writeString(folder.resolve("in.csv"), "x,t,y\n1,0,1\n2,1,0\n3,1,1\n");
    assertEquals(2, run("--table IN --treatment t --outcome y"));
    assertTrue(said.toString().contains("each arm needs at least"), said::toString);
  }
}

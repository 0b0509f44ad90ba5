package souk.it.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import souk.it.harness.Platform;

/** The verb learn on files, before a platform on which nothing was ever loaded. */
class LearnFileIT {
  private static final int ROWS = 600;

  @TempDir static Path folder;
  private static Platform platform;

  @BeforeAll
  static void start() throws Exception {
    platform = Platform.start(folder);
  }

  @AfterAll
  static void stop() throws Exception {
    if (platform != null) {
      platform.close();
    }
  }

  private static int learn(String arguments) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Platform.HOME.resolve("bin/souk").toString(),
                "learn",
                "--data",
                platform.data().toString()));
    command.addAll(List.of(arguments.split(" ")));
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("said.txt").toFile())
            .start();
    assertTrue(process.waitFor(180, TimeUnit.SECONDS), "the verb did not end");
    return process.exitValue();
  }

  private static String said() throws IOException {
    return Files.readString(folder.resolve("said.txt"));
  }

  /** Visits with gaps, categories in Chinese, a key, and what came of it. */
  private static void visits(String name, int rows, long seed) throws IOException {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder("\uFEFFkey,pages,channel,day,spent,bought\n");
    for (int r = 0; r < rows; r++) {
      int pages = random.nextInt(20);
      String channel = List.of("门店", "app", "").get(random.nextInt(3));
      double score = 0.4 * pages - 4 + (channel.equals("app") ? 2 : 0);
      boolean bought = random.nextDouble() < 1 / (1 + Math.exp(-score));
      text.append(
          String.format(
              Locale.ROOT,
              "k%d-%d,%s,%s,2024-%02d-%02d,%.2f,%s%n",
              seed,
              r,
              r % 10 == 0 ? "NA" : Integer.toString(pages),
              channel,
              1 + r * 12 / rows,
              1 + r % 28,
              50 + 10 * score,
              bought ? "yes" : "no"));
    }
    Files.writeString(folder.resolve(name), text);
  }

  @Test
  void everyLearnerTakesPartAndTheModelIsKept() throws Exception {
    visits("train.csv", ROWS, 1);
    visits("test.csv", 100, 2);
    int code =
        learn(
            "--table train.csv --target bought --task classify --ignore spent,day --predict test.csv"
                + " --out scores.csv --keep visits");
    assertEquals(0, code, said());
    for (String learner :
        List.of(
            "plain-linear",
            "boosted-trees",
            "tribuo-logistic",
            "tribuo-tree",
            "tribuo-forest",
            "tribuo-naive-bayes",
            "tribuo-xgboost")) {
      assertTrue(said().contains(learner + " "), said());
    }
    assertTrue(said().contains("auc") && said().contains("Column key has"), said());
    List<String> lines = Files.readAllLines(folder.resolve("scores.csv"));
    assertEquals("row,score", lines.get(0));
    assertEquals(101, lines.size());
    for (String line : lines.subList(1, lines.size())) {
      double score = Double.parseDouble(line.split(",", -1)[1]);
      assertTrue(score >= 0 && score <= 1, line);
    }
    JsonNode model = platform.get("/learning/models/visits");
    assertEquals(1, model.path("champion").asInt());
    assertTrue(
        model.path("versions").get(0).path("metrics").path("auc").path("value").asDouble() > 0.7);
  }

  @Test
  void figuresForwardInTime() throws Exception {
    visits("spent.csv", ROWS, 3);
    int code =
        learn("--table spent.csv --target spent --task regress --ignore bought,key --time day");
    assertEquals(0, code, said());
    assertTrue(said().contains("forward in day") && said().contains("r2"), said());
    assertTrue(said().contains("tribuo-ridge") && !said().contains("predicted"), said());
  }

  @Test
  void whatCannotBeLearnedIsToldInOneSentence() throws Exception {
    Files.writeString(folder.resolve("one.csv"), "a,b\n" + "1,x\n".repeat(50));
    assertEquals(1, learn("--table one.csv --target b --task classify"));
    assertTrue(said().contains("nothing to tell apart"), said());
    assertFalse(said().contains("Exception"), said());
  }
}

package souk.it.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

/** The verb forecast on files, before a platform on which nothing was ever loaded. */
class ForecastFileIT {
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

  private static int forecast(String arguments, Path series) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Platform.HOME.resolve("bin/souk").toString(),
                "forecast",
                "--data",
                platform.data().toString()));
    for (String word : arguments.split(" ")) {
      command.add(word.equals("IN") ? series.toString() : word);
    }
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

  private static List<String> lines(String file) throws IOException {
    return Files.readAllLines(folder.resolve(file));
  }

  /** Months of series with a season, named in Chinese; one of them goes below zero. */
  private static Path months(String name, int series, int months) throws IOException {
    Random random = new Random(5);
    StringBuilder text = new StringBuilder("\uFEFFseries,time,value\n");
    for (int t = 0; t < months; t++) {
      for (int s = 0; s < series; s++) {
        double value =
            100 + 20 * Math.sin(t * Math.PI / 6) + random.nextGaussian() - (s == 1 ? 110 : 0);
        text.append(
            String.format(Locale.ROOT, "茶%d,%d-%02d,%.2f%n", s, 2018 + t / 12, 1 + t % 12, value));
      }
    }
    return Files.writeString(folder.resolve(name), text);
  }

  @Test
  void severalModelsAndABacktest() throws Exception {
    Path in = months("months.csv", 4, 60);
    int code =
        forecast(
            "--series IN --horizon 6 --season 12 --quantiles 0.1,0.5,0.9 --models ets,seasonal-naive"
                + " --backtest --origins 2 --backtest-out scores.csv --out months.out.csv",
            in);
    assertEquals(0, code, said());
    List<String> out = lines("months.out.csv");
    assertEquals("series,step,mean,q0.1,q0.5,q0.9,model", out.get(0));
    assertEquals(1 + 2 * 4 * 6, out.size());
    assertTrue(out.get(1).startsWith("茶0,1,") && out.get(1).endsWith(",ets"), out.get(1));
    assertTrue(out.stream().anyMatch(line -> line.startsWith("茶1,1,-")), "may go below zero");
    assertFalse(String.join("\n", out).contains("NaN"));
    List<String> scores = lines("scores.csv");
    assertEquals(
        "model,smape,mase,rmsse,wape,bias,pinball,coverage80,msis,series,origins,refused",
        scores.get(0));
    assertEquals(3, scores.size());
    assertTrue(said().contains("sMAPE") && said().contains("seasonal-naive"), said());
    assertTrue(said().contains("one step is 1 month"), said());
  }

  @Test
  void covariatesThatAreKnownAheadAndWholeNumbers() throws Exception {
    StringBuilder text = new StringBuilder("sku;day;sold;promo\n");
    for (int t = 0; t < 80; t++) {
      int promo = t % 7 == 3 ? 1 : 0;
      String value = t < 70 ? Integer.toString(20 + 30 * promo + t % 3) : "";
      text.append(
          "A;%s;%s;%d%n".formatted(java.time.LocalDate.of(2024, 1, 1).plusDays(t), value, promo));
    }
    Path in = Files.writeString(folder.resolve("promo.csv"), text);
    int code =
        forecast(
            "--series IN --id sku --time day --value sold --horizon 10 --models regression --integer"
                + " --out promo.out.csv",
            in);
    assertEquals(0, code, said());
    assertTrue(said().contains("covariates [promo]"), said());
    List<String> out = lines("promo.out.csv");
    // Step 4 is day 74 of the file, a promotion; step 5 is none.
    double promoted = Double.parseDouble(out.get(4).split(",")[2]);
    double plain = Double.parseDouble(out.get(5).split(",")[2]);
    assertTrue(promoted > plain + 20, out.toString());
    assertTrue(out.get(1).matches("A,1,\\d+,\\d+,\\d+,\\d+"), out.get(1));
  }

  @Test
  void thousandsOfSeries() throws Exception {
    Path in = months("many.csv", 5_000, 24);
    int code =
        forecast(
            "--series IN --horizon 3 --season 12 --models seasonal-naive --out many.out.csv", in);
    assertEquals(0, code, said());
    List<String> out = lines("many.out.csv");
    assertEquals(1 + 5_000 * 3, out.size());
    assertTrue(out.get(15_000).startsWith("茶4999,3,"), out.get(15_000));
    assertTrue(said().contains("series/s"), said());
  }

  @Test
  void hostileSeriesAreAnsweredOrRefusedWithFigures() throws Exception {
    Path in =
        Files.writeString(
            folder.resolve("hostile.csv"),
            "series,time,value\none,2024-01,5\nzero,2024-01,0\nzero,2024-02,0\nzero,2024-03,0\n"
                + "huge,2024-01,1e15\nhuge,2024-02,3e15\nhuge,2024-03,2e15\n"
                + "gap,2023-01,5\ngap,2024-01,6\nsame,2024-01,5\nsame,2024-02,5\nsame,2024-03,5\n");
    int code = forecast("--series IN --horizon 2 --season 12 --out hostile.out.csv", in);
    assertEquals(0, code, said());
    List<String> out = lines("hostile.out.csv");
    assertEquals(1 + 5 * 2, out.size());
    assertFalse(String.join("\n", out).matches("(?s).*(NaN|Infinity).*"), out.toString());
    assertTrue(said().contains("11 steps of 1 series had no observation"), said());
  }

  @Test
  void modelsAreListedAndUnknownOnesRefused() throws Exception {
    assertEquals(0, forecast("--list-models", folder), said());
    assertTrue(said().contains("ensemble") && said().contains("Theta"), said());
    Path in = months("few.csv", 1, 24);
    assertEquals(2, forecast("--series IN --horizon 2 --models oracle --out x.csv", in));
    assertTrue(said().contains("There is no model \"oracle\""), said());
    assertFalse(Files.exists(folder.resolve("x.csv")));
  }
}

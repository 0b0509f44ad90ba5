package souk.demand.lib.backtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import souk.demand.lib.combine.Combination;
import souk.demand.lib.ets.AutomaticEts;
import souk.demand.lib.forecast.ForecastRequest;
import souk.demand.lib.forecast.SeriesForecaster;
import souk.demand.lib.naive.SeasonalNaive;
import souk.demand.lib.theta.Theta;

/**
 * Weekly units of the 200 articles of a gift wholesaler with the highest revenue: one year, so no
 * yearly season; every method must beat repeating the last week on the same origins.
 */
class OnlineRetailTest {
  private static final LocalDate FIRST_MONDAY = LocalDate.of(2010, 11, 29);
  private static final int WEEKS = 53;

  /** Invoice, article, description, quantity, time, price; only descriptions hold commas. */
  private static String[] cells(String line) {
    String[] raw = line.split(",");
    int extra = line.indexOf('"') < 0 ? 0 : inside(line);
    return new String[] {raw[0], raw[1], "", raw[3 + extra], raw[4 + extra], raw[5 + extra]};
  }

  private static int inside(String line) {
    String quoted = line.substring(line.indexOf('"'), line.lastIndexOf('"'));
    return (int) quoted.chars().filter(c -> c == ',').count();
  }

  private static double[][] weekly() throws IOException {
    Path file =
        Path.of(System.getProperty("souk.data.dir", ""), "online_retail/online_retail.csv.gz");
    assumeTrue(
        Files.isRegularFile(file),
        "Skipped: no file '" + file + "' (system property souk.data.dir)");
    Map<String, double[]> units = new HashMap<>();
    Map<String, Double> revenue = new HashMap<>();
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file));
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      String line = reader.readLine();
      while ((line = reader.readLine()) != null) {
        String[] cells = cells(line);
        int quantity = Integer.parseInt(cells[3]);
        double price = Double.parseDouble(cells[5]);
        long days =
            LocalDate.parse(cells[4].substring(0, 10)).toEpochDay() - FIRST_MONDAY.toEpochDay();
        int week = (int) (days / 7);
        if (quantity > 0 && price > 0 && week < WEEKS && cells[1].matches("\\d{5}.*")) {
          units.computeIfAbsent(cells[1], sku -> new double[WEEKS])[week] += quantity;
          revenue.merge(cells[1], quantity * price, Double::sum);
        }
      }
    }
    List<String> skus = new ArrayList<>(units.keySet());
    skus.sort(Comparator.comparingDouble(sku -> -revenue.get(sku)));
    double[][] series = new double[200][];
    for (int i = 0; i < series.length; i++) {
      double[] all = units.get(skus.get(i));
      int first = 0;
      while (all[first] == 0) {
        first++;
      }
      series[i] = Arrays.copyOfRange(all, first, WEEKS);
    }
    return series;
  }

  @Test
  void everyMethodBeatsTheLastWeekRepeated() throws IOException {
    double[][] series = weekly();
    ForecastRequest request = new ForecastRequest(1, 8, List.of(0.1, 0.5, 0.9), true, 1);
    RollingOrigins origins = new RollingOrigins(4, 8, 4, 8);
    Accuracy naive = Backtest.run(new SeasonalNaive(), series, origins, request);
    SeriesForecaster ets = new AutomaticEts();
    SeriesForecaster theta = new Theta();
    Map<String, SeriesForecaster> methods =
        Map.of("ets", ets, "theta", theta, "average", new Combination(List.of(ets, theta)));
    methods.forEach(
        (name, method) -> {
          Accuracy accuracy = Backtest.run(method, series, origins, request);
          System.out.printf(
              Locale.ROOT,
              "online retail %-8s wape=%.3f ratio=%.3f mase=%.3f bias=%.3f coverage80=%.3f%n",
              name,
              accuracy.wape(),
              accuracy.wape() / naive.wape(),
              accuracy.mase(),
              accuracy.bias(),
              accuracy.coverage80());
          assertEquals(naive.forecasts(), accuracy.forecasts());
          assertTrue(accuracy.wape() < 0.88 * naive.wape(), name + " " + accuracy);
          assertTrue(accuracy.pinball() < 0.85 * naive.pinball(), name + " " + accuracy);
          assertEquals(0.8, accuracy.coverage80(), 0.05, name);
        });
  }
}

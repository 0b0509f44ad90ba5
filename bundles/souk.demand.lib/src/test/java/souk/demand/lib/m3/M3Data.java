package souk.demand.lib.m3;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** The monthly and quarterly series of the M3 competition, if they are at hand. */
final class M3Data {
  /** One series: training part, test part, season. */
  record Entry(String id, double[] train, double[] test, int season) {}

  private M3Data() {}

  static List<Entry> read(String period) throws IOException {
    String property = System.getProperty("souk.data.dir", "");
    Path folder = Path.of(property, "m3_monthly_quarterly");
    assumeTrue(
        Files.isDirectory(folder),
        "Skipped: no M3 series under '" + folder + "' (system property souk.data.dir)");
    Map<String, List<Double>> train = values(folder.resolve("m3_train.csv.gz"));
    Map<String, List<Double>> test = values(folder.resolve("m3_test.csv.gz"));
    List<Entry> entries = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve("m3_series.csv"))) {
      String[] cells = line.split(",", 7);
      if (cells[1].equals(period)) {
        entries.add(
            new Entry(
                cells[0],
                array(train.get(cells[0])),
                array(test.get(cells[0])),
                Integer.parseInt(cells[5])));
      }
    }
    return entries;
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static Map<String, List<Double>> values(Path file) throws IOException {
    Map<String, List<Double>> values = new LinkedHashMap<>();
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file));
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      String line = reader.readLine();
      while ((line = reader.readLine()) != null) {
        String[] cells = line.split(",");
        values.computeIfAbsent(cells[0], id -> new ArrayList<>()).add(Double.parseDouble(cells[4]));
      }
    }
    return values;
  }
}

package souk.it.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One series of a forecasting competition.
 *
 * @param id its name there
 * @param train what a method may see
 * @param test what it is judged by
 * @param season season length of the competition
 */
record CompetitionSeries(String id, double[] train, double[] test, int season) {
  /** The monthly or quarterly series of M3. */
  static List<CompetitionSeries> m3(String period) throws IOException {
    Path folder = DataFolder.of("m3_monthly_quarterly");
    Map<String, double[]> train = values(folder.resolve("m3_train.csv.gz"), 4);
    Map<String, double[]> test = values(folder.resolve("m3_test.csv.gz"), 4);
    List<CompetitionSeries> all = new ArrayList<>();
    for (String line : DataFolder.lines(folder.resolve("m3_series.csv")).toList()) {
      String[] cells = line.split(",", 7);
      if (cells[1].equals(period)) {
        all.add(of(cells[0], train, test, Integer.parseInt(cells[5])));
      }
    }
    return all;
  }

  /** The weekly series of M4; its season is 1 by the rules of the competition. */
  static List<CompetitionSeries> m4Weekly() throws IOException {
    Path folder = DataFolder.of("m4_weekly");
    Map<String, double[]> train = values(folder.resolve("weekly_train.csv.gz"), 2);
    Map<String, double[]> test = values(folder.resolve("weekly_test.csv.gz"), 2);
    List<CompetitionSeries> all = new ArrayList<>();
    for (int i = 1; i <= train.size(); i++) {
      all.add(of("W" + i, train, test, 1));
    }
    return all;
  }

  private static CompetitionSeries of(
      String id, Map<String, double[]> train, Map<String, double[]> test, int season) {
    double[] seen = train.get(id);
    double[] hidden = test.get(id);
    if (seen == null || hidden == null) {
      throw new IllegalArgumentException("Series " + id + " lacks its training or test part.");
    }
    return new CompetitionSeries(id, seen, hidden, season);
  }

  /** The same series judged on the last horizon of its training part; the test part is not seen. */
  CompetitionSeries heldOut() {
    int cut = train.length - test.length;
    return new CompetitionSeries(
        id, Arrays.copyOf(train, cut), Arrays.copyOfRange(train, cut, train.length), season);
  }

  private static Map<String, double[]> values(Path file, int column) throws IOException {
    Map<String, List<Double>> lists = new HashMap<>();
    for (String line : DataFolder.lines(file).skip(1).toList()) {
      String[] cells = line.split(",", -1);
      lists
          .computeIfAbsent(cells[0], id -> new ArrayList<>())
          .add(Double.parseDouble(cells[column]));
    }
    Map<String, double[]> values = new HashMap<>();
    lists.forEach(
        (id, list) -> values.put(id, list.stream().mapToDouble(Double::doubleValue).toArray()));
    return values;
  }
}

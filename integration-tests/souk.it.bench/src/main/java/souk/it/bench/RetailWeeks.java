package souk.it.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Weekly units of the demonstration's articles, those with the highest revenue first. */
final class RetailWeeks {
  private static final LocalDate FIRST_MONDAY = LocalDate.of(2010, 11, 29);
  private static final int WEEKS = 53;
  private static final int HORIZON = 8;
  private static final int STEP = 4;
  private static final int ORIGINS = 4;
  private static final int TRAINING = 8;
  private static final int CANCELLED = 2;

  private RetailWeeks() {}

  /**
   * The demonstration's backtest: every article at four origins, eight weeks ahead.
   *
   * @param back weeks that nobody sees, at the end; 0 for the backtest itself
   */
  static List<CompetitionSeries> backtest(int articles, int back) throws IOException {
    List<CompetitionSeries> all = new ArrayList<>();
    int number = 0;
    for (double[] y : articles(articles)) {
      number++;
      for (int i = ORIGINS - 1; i >= 0; i--) {
        int cut = y.length - back - HORIZON - i * STEP;
        if (cut >= TRAINING) {
          all.add(
              new CompetitionSeries(
                  number + "@" + cut,
                  Arrays.copyOf(y, cut),
                  Arrays.copyOfRange(y, cut, cut + HORIZON),
                  1));
        }
      }
    }
    return all;
  }

  /** One line of the file. */
  private record Line(
      String sku, int quantity, double price, String customer, LocalDateTime at, boolean cancels) {
    static Line of(String text) {
      String[] cells = text.split(",", -1);
      int extra = commasInside(text);
      return new Line(
          cells[1],
          Integer.parseInt(cells[3 + extra]),
          Double.parseDouble(cells[5 + extra]),
          cells[6 + extra],
          LocalDateTime.parse(cells[4 + extra].replace(' ', 'T')),
          cells[0].startsWith("C"));
    }

    int week() {
      return (int) ((at.toLocalDate().toEpochDay() - FIRST_MONDAY.toEpochDay()) / 7);
    }

    /** The same for a sale and the cancellation of all of it. */
    String key() {
      return sku + "|" + Math.abs(quantity) + "|" + price + "|" + customer;
    }
  }

  /** Orders cancelled at once are no demand (decision 151). */
  private static List<double[]> articles(int count) throws IOException {
    Path file =
        Path.of(System.getProperty("souk.root", "."))
            .resolve("distribution/souk.distribution/src/main/dist/demo/online_retail.csv.gz");
    List<Line> lines = DataFolder.lines(file).skip(1).map(Line::of).toList();
    Map<String, List<LocalDateTime>> cancelled = new HashMap<>();
    for (Line line : lines) {
      if (line.cancels() && !line.customer().isEmpty()) {
        cancelled.computeIfAbsent(line.key(), key -> new ArrayList<>()).add(line.at());
      }
    }
    Map<String, double[]> units = new HashMap<>();
    Map<String, Double> revenue = new HashMap<>();
    for (Line line : lines) {
      boolean stood =
          cancelled.getOrDefault(line.key(), List.of()).stream()
              .noneMatch(
                  at -> !at.isBefore(line.at()) && at.isBefore(line.at().plusDays(CANCELLED)));
      if (line.quantity() > 0
          && line.price() > 0
          && line.week() < WEEKS
          && stood
          && line.sku().matches("\\d{5}.*")) {
        units.computeIfAbsent(line.sku(), sku -> new double[WEEKS])[line.week()] += line.quantity();
        revenue.merge(line.sku(), line.quantity() * line.price(), Double::sum);
      }
    }
    return revenue.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .limit(count)
        .map(entry -> sinceFirstSale(units.getOrDefault(entry.getKey(), new double[1])))
        .toList();
  }

  /** Only descriptions hold commas, and then they are quoted. */
  private static int commasInside(String line) {
    int from = line.indexOf('"');
    return from < 0
        ? 0
        : (int) line.substring(from, line.lastIndexOf('"')).chars().filter(c -> c == ',').count();
  }

  private static double[] sinceFirstSale(double[] all) {
    int first = 0;
    while (first < all.length - 1 && all[first] == 0) {
      first++;
    }
    return Arrays.copyOfRange(all, first, all.length);
  }
}

package souk.it.bench;

import java.io.IOException;
import java.io.Writer;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import souk.it.harness.Platform;
import souk.it.harness.Shop;

/**
 * How long it takes to look a customer up: segment and score, over HTTP, one question after the
 * other, customers at random. Options: {@code --customers}, {@code --lookups}, {@code --warm}.
 */
final class ProfilesBench {
  private static final int CUSTOMERS = 20_000;
  private static final int LOOKUPS = 10_000;
  private static final int WARM = 10_000;
  private static final int DAYS = 300;
  private static final int ARTICLES = 200;
  private static final LocalDate BEGIN = LocalDate.of(2024, 1, 1);

  private final Platform platform;
  private final SplittableRandom random = new SplittableRandom(674);
  private final int customers;
  private final String key;
  private long unknown;

  private ProfilesBench(Platform platform, int customers) throws IOException {
    this.platform = platform;
    this.customers = customers;
    this.key = platform.key("admin");
  }

  static Result run(Arguments options) throws Exception {
    Path folder = Files.createTempDirectory("souk-bench-profiles");
    try (Platform platform = Platform.start(folder)) {
      ProfilesBench bench = new ProfilesBench(platform, options.number("customers", CUSTOMERS));
      bench.open(folder);
      return bench.measure(options.number("warm", WARM), options.number("lookups", LOOKUPS));
    }
  }

  private void open(Path folder) throws Exception {
    Path csv = folder.resolve("customers.csv");
    long lines = write(csv);
    platform.job("/loads", Shop.load(csv));
    platform.job("/segments/runs", Platform.object());
    platform.job("/customers/scores/runs", Platform.object());
    System.out.printf(
        Locale.ROOT,
        "%,d customers with %,d order lines; scored by %s%n",
        customers,
        lines,
        platform.get("/customers/scores?limit=0").path("strategy").asText());
  }

  /** Each customer buys a first time and then now and then; says how many lines there are. */
  private long write(Path csv) throws IOException {
    long lines = 0;
    try (Writer out = Files.newBufferedWriter(csv)) {
      out.write(
          "invoice_no,stock_code,description,quantity,invoice_date,unit_price,customer_id,country\n");
      for (int day = 0; day < DAYS; day++) {
        LocalDate date = BEGIN.plusDays(day);
        for (int c = 0; c < customers; c++) {
          if (day != c % 200 && random.nextInt(20 + 8 * (c % 20)) > 0) {
            continue;
          }
          int article = random.nextInt(ARTICLES);
          out.write(
              String.format(
                  Locale.ROOT,
                  "%d,A%d,Article %d,%d,%s 10:00:00,%.2f,%d,United Kingdom%n",
                  500_000 + lines++,
                  100 + article,
                  article,
                  1 + random.nextInt(4),
                  date,
                  2 + article % 17 + 0.5,
                  customer(c)));
        }
      }
    }
    return lines;
  }

  private static int customer(int number) {
    return 100_000 + number;
  }

  private Result measure(int warm, int lookups) throws IOException {
    look(warm);
    List<double[]> millis = look(lookups);
    double segment = quantile(millis, 0, 0.5);
    double score = quantile(millis, 1, 0.5);
    double both = quantile(millis, 2, 0.5);
    return new Result("profiles")
        .with("p50Millis", both, 2)
        .with("p99Millis", quantile(millis, 2, 0.99), 2)
        .with("segmentMillis", segment, 2)
        .with("scoreMillis", score, 2)
        .with("customers", customers)
        .with("unknown", unknown)
        .require(unknown == 0, "unknown = 0")
        .require(both <= 1, "p50Millis <= 1");
  }

  /** Milliseconds for the segment, the score, and both. */
  private List<double[]> look(int times) throws IOException {
    List<double[]> millis = new ArrayList<>(times);
    for (int i = 0; i < times; i++) {
      int customer = customer(random.nextInt(customers));
      long begin = System.nanoTime();
      ask("/segments/customers/" + customer);
      long middle = System.nanoTime();
      ask("/customers/" + customer + "/score");
      long end = System.nanoTime();
      millis.add(new double[] {(middle - begin) / 1e6, (end - middle) / 1e6, (end - begin) / 1e6});
    }
    return millis;
  }

  private void ask(String path) throws IOException {
    HttpResponse<String> answer = platform.send("GET", path, null, key);
    unknown += answer.statusCode() == 200 ? 0 : 1;
  }

  private static double quantile(List<double[]> millis, int which, double quantile) {
    double[] sorted = millis.stream().mapToDouble(one -> one[which]).sorted().toArray();
    return sorted[(int) Math.min(sorted.length - 1L, (long) (quantile * sorted.length))];
  }
}

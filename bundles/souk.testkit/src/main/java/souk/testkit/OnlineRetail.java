package souk.testkit;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import souk.model.CustomerKey;
import souk.model.PurchaseLog;
import souk.model.Sku;

/**
 * The UCI Online Retail data (CC BY 4.0) as a purchase log: articles only, customers and orders as
 * in the source. Taken from the distribution of this checkout, else from {@code souk.data.dir}.
 */
public final class OnlineRetail {
  private OnlineRetail() {}

  /** The log, or the calling test is skipped with a message. */
  public static PurchaseLog logOrSkip() throws IOException {
    Optional<Path> file = find();
    assumeTrue(
        file.isPresent(),
        "online_retail.csv.gz is neither in the distribution nor in souk.data.dir");
    return read(file.orElseThrow());
  }

  private static Optional<Path> find() throws IOException {
    Path distribution = Path.of("..", "..", "distribution");
    if (Files.isDirectory(distribution)) {
      try (Stream<Path> files = Files.find(distribution, 8, (p, a) -> isData(p))) {
        Optional<Path> shipped = files.findFirst();
        if (shipped.isPresent()) {
          return shipped;
        }
      }
    }
    return Optional.ofNullable(System.getProperty("souk.data.dir"))
        .map(d -> Path.of(d, "online_retail", "online_retail.csv.gz"))
        .filter(Files::isReadable);
  }

  private static boolean isData(Path path) {
    return path.getFileName().toString().equals("online_retail.csv.gz");
  }

  private static PurchaseLog read(Path file) throws IOException {
    Map<String, Integer> customers = new HashMap<>();
    Map<String, Integer> orders = new HashMap<>();
    Map<String, Integer> skus = new HashMap<>();
    List<CustomerKey> customerList = new ArrayList<>();
    List<Sku> skuList = new ArrayList<>();
    List<long[]> rows = new ArrayList<>();
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      in.readLine();
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String[] f = fields(line);
        if (!f[1].matches("\\d{5}[A-Za-z]*")) {
          continue;
        }
        int customer = f[6].isEmpty() ? -1 : index(customers, f[6]);
        if (customer == customerList.size()) {
          customerList.add(new CustomerKey(f[6]));
        }
        int sku = index(skus, f[1]);
        if (sku == skuList.size()) {
          skuList.add(new Sku(f[1]));
        }
        long quantity = Long.parseLong(f[3]);
        rows.add(
            new long[] {
              customer,
              index(orders, f[0]),
              sku,
              LocalDate.parse(f[4].substring(0, 10)).toEpochDay(),
              quantity,
              Math.round(quantity * Double.parseDouble(f[5]) * 100)
            });
      }
    }
    return new PurchaseLog(
        customerList,
        skuList,
        column(rows, 0),
        column(rows, 1),
        column(rows, 2),
        column(rows, 3),
        rows.stream().mapToDouble(r -> r[4]).toArray(),
        rows.stream().mapToLong(r -> r[5]).toArray());
  }

  private static int[] column(List<long[]> rows, int column) {
    return rows.stream().mapToInt(r -> (int) r[column]).toArray();
  }

  private static int index(Map<String, Integer> indexByKey, String key) {
    return indexByKey.computeIfAbsent(key, k -> indexByKey.size());
  }

  /** Splits a CSV line; quotes appear around descriptions only. */
  private static String[] fields(String line) {
    List<String> fields = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    for (char c : line.toCharArray()) {
      if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        fields.add(field.toString());
        field.setLength(0);
      } else {
        field.append(c);
      }
    }
    fields.add(field.toString());
    return fields.toArray(String[]::new);
  }
}

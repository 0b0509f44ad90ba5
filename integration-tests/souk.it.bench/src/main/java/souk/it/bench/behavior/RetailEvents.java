package souk.it.bench.behavior;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
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
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import souk.customer.lib.behavior.tokens.EventHistory;
import souk.customer.lib.lifetime.PurchaseDays;

/**
 * Known customers of Online Retail (UCI, CC BY 4.0): every line as an event, and the same lines as
 * days with purchases. There is one channel in the file, so the country takes its place.
 *
 * @param events every line
 * @param days the same customers, in the same order
 */
public record RetailEvents(EventHistory events, PurchaseDays days) {
  /** Last whole day of the file. */
  public static final int END = (int) LocalDate.of(2011, 12, 8).toEpochDay();

  private static final int SHUFFLE = 0x9e3779b1;

  /**
   * @param most customers; fewer are taken by a hash of their key, so that they are any
   */
  public static RetailEvents read(Path file, int most) throws IOException {
    Map<String, Integer> customers = new HashMap<>();
    Map<String, Integer> orders = new HashMap<>();
    Map<String, Integer> products = new HashMap<>();
    Map<String, Integer> countries = new HashMap<>();
    List<int[]> lines = new ArrayList<>();
    List<double[]> figures = new ArrayList<>();
    try (InputStreamReader text =
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8);
        CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(text)) {
      for (NamedCsvRecord row : rows) {
        String customer = row.getField("customer_id");
        if (customer.isEmpty()) {
          continue;
        }
        double quantity = Double.parseDouble(row.getField("quantity"));
        figures.add(
            new double[] {quantity, quantity * Double.parseDouble(row.getField("unit_price"))});
        lines.add(
            new int[] {
              number(customers, customer),
              (int) LocalDate.parse(row.getField("invoice_date").substring(0, 10)).toEpochDay(),
              number(orders, row.getField("invoice_no")),
              number(products, row.getField("stock_code")),
              number(countries, row.getField("country"))
            });
      }
    }
    return some(customers, lines, figures, products.size(), countries.size(), most);
  }

  private static int number(Map<String, Integer> numbers, String key) {
    return numbers.computeIfAbsent(key, k -> numbers.size());
  }

  private static RetailEvents some(
      Map<String, Integer> customers,
      List<int[]> lines,
      List<double[]> figures,
      int products,
      int countries,
      int most) {
    int[] place = new int[customers.size()];
    Arrays.fill(place, -1);
    int[] kept = {0};
    customers.entrySet().stream()
        .sorted(
            Comparator.comparingInt(
                (Map.Entry<String, Integer> e) -> e.getKey().hashCode() * SHUFFLE))
        .limit(most)
        .sorted(Map.Entry.comparingByValue())
        .forEach(e -> place[e.getValue()] = kept[0]++);
    int[] of = IntStream.range(0, lines.size()).filter(l -> place[lines.get(l)[0]] >= 0).toArray();
    int[][] columns = new int[5][];
    for (int c = 0; c < columns.length; c++) {
      int column = c;
      columns[c] = Arrays.stream(of).map(l -> lines.get(l)[column]).toArray();
    }
    int[] customer = Arrays.stream(columns[0]).map(c -> place[c]).toArray();
    double[] quantity = Arrays.stream(of).mapToDouble(l -> figures.get(l)[0]).toArray();
    double[] amount = Arrays.stream(of).mapToDouble(l -> figures.get(l)[1]).toArray();
    EventHistory events =
        EventHistory.of(
            kept[0],
            products,
            countries,
            new EventHistory.Columns(
                customer, columns[1], columns[2], columns[3], columns[4], quantity, amount));
    return new RetailEvents(events, PurchaseDays.of(kept[0], customer, columns[1], amount));
  }
}

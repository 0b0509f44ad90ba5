package souk.it.bench.lifetime;

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
import java.util.zip.GZIPInputStream;
import souk.customer.lib.lifetime.PurchaseDays;

/** What known customers bought and gave back in Online Retail, in pounds. */
public final class RetailPurchases {
  /** Last whole day of the file. */
  public static final int END = (int) LocalDate.of(2011, 12, 8).toEpochDay();

  private RetailPurchases() {}

  public static PurchaseDays read(Path file) throws IOException {
    Map<String, Integer> numbers = new HashMap<>();
    List<int[]> lines = new ArrayList<>();
    List<Double> amounts = new ArrayList<>();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      reader.readLine();
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        String[] cells = line.replaceAll("\"[^\"]*\"", "").split(",", -1);
        if (cells[6].isEmpty()) {
          continue;
        }
        int customer = numbers.computeIfAbsent(cells[6], key -> numbers.size());
        lines.add(
            new int[] {customer, (int) LocalDate.parse(cells[4].substring(0, 10)).toEpochDay()});
        amounts.add(Integer.parseInt(cells[3]) * Double.parseDouble(cells[5]));
      }
    }
    return PurchaseDays.of(
        numbers.size(),
        lines.stream().mapToInt(l -> l[0]).toArray(),
        lines.stream().mapToInt(l -> l[1]).toArray(),
        amounts.stream().mapToDouble(Double::doubleValue).toArray());
  }
}

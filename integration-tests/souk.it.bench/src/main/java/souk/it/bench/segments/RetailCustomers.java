package souk.it.bench.segments;

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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import souk.customer.lib.rfm.RfmTable;
import souk.model.CustomerKey;
import souk.model.PurchaseLog;
import souk.model.Sku;

/** Known customers of Online Retail (UCI, CC BY 4.0): what they spent on which day. */
public final class RetailCustomers {
  private final PurchaseLog log;
  private final int[] article;
  private final int articles;

  private RetailCustomers(PurchaseLog log, int[] article, int articles) {
    this.log = log;
    this.article = article;
    this.articles = articles;
  }

  public static RetailCustomers read(Path folder) throws IOException {
    Map<String, Integer> customers = new HashMap<>();
    Map<String, Integer> orders = new HashMap<>();
    Map<String, Integer> articles = new HashMap<>();
    List<CustomerKey> keys = new ArrayList<>();
    List<int[]> lines = new ArrayList<>();
    List<Long> amounts = new ArrayList<>();
    try (InputStreamReader text =
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(folder.resolve("online_retail.csv.gz"))),
                StandardCharsets.UTF_8);
        CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(text)) {
      for (NamedCsvRecord row : rows) {
        String customer = row.getField("customer_id");
        if (customer.isEmpty()) {
          continue;
        }
        int number =
            customers.computeIfAbsent(
                customer,
                c -> {
                  keys.add(new CustomerKey(c));
                  return keys.size() - 1;
                });
        int order = orders.computeIfAbsent(row.getField("invoice_no"), o -> orders.size());
        LocalDate day = LocalDate.parse(row.getField("invoice_date").substring(0, 10));
        int article = articles.computeIfAbsent(row.getField("stock_code"), a -> articles.size());
        lines.add(new int[] {number, order, (int) day.toEpochDay(), article});
        double amount =
            Double.parseDouble(row.getField("quantity"))
                * Double.parseDouble(row.getField("unit_price"));
        amounts.add(Math.round(100 * amount));
      }
    }
    int n = lines.size();
    return new RetailCustomers(
        new PurchaseLog(
            keys,
            List.of(new Sku("any")),
            lines.stream().mapToInt(l -> l[0]).toArray(),
            lines.stream().mapToInt(l -> l[1]).toArray(),
            new int[n],
            lines.stream().mapToInt(l -> l[2]).toArray(),
            new double[n],
            amounts.stream().mapToLong(Long::longValue).toArray()),
        lines.stream().mapToInt(l -> l[3]).toArray(),
        articles.size());
  }

  /** Articles, the length of margin rates. */
  public int articles() {
    return articles;
  }

  /** The last day with a line. */
  public int lastDay() {
    int last = Integer.MIN_VALUE;
    for (int r = 0; r < log.rows(); r++) {
      last = Math.max(last, log.epochDay(r));
    }
    return last;
  }

  /** The customers as known at the end of a day. */
  public RfmTable at(int lastDay) {
    return RfmTable.of(log, lastDay + 1);
  }

  /** What each of them spent, in pounds, on the days after, less what was given back. */
  public double[] spentWithin(RfmTable customers, int days) {
    double[] all = new double[articles];
    Arrays.fill(all, 1);
    return marginWithin(customers, days, all);
  }

  /**
   * The margin of what each of them bought on the days after, less what was given back. The file
   * holds no cost, so the rates are an assumption.
   *
   * @param rates margin per pound of each article
   */
  public double[] marginWithin(RfmTable customers, int days, double[] rates) {
    double[] byCustomer = new double[log.customers().size()];
    for (int r = 0; r < log.rows(); r++) {
      int after = log.epochDay(r) - customers.referenceDay();
      if (after >= 0 && after < days) {
        byCustomer[log.customer(r)] += rates[article[r]] * log.amountMinor(r) / 100.0;
      }
    }
    double[] spent = new double[customers.size()];
    for (int i = 0; i < spent.length; i++) {
      spent[i] = byCustomer[customers.customer(i)];
    }
    return spent;
  }
}

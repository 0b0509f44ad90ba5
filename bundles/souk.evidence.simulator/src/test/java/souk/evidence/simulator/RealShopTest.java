package souk.evidence.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import souk.demand.api.ItemResponse;
import souk.demand.api.ResponseModel;
import souk.evidence.lib.market.MarketOptions;
import souk.evidence.spi.MarketState;
import souk.evidence.spi.SimulatedSales;
import souk.evidence.spi.SimulationTask;
import souk.kernel.api.Progress;
import souk.model.CustomerKey;
import souk.model.EvidenceLabel;
import souk.model.Frequency;
import souk.model.Interval;
import souk.model.Panel;
import souk.model.Provenance;
import souk.model.PurchaseLog;
import souk.model.Series;
import souk.model.Sku;
import souk.model.TimeGrid;
import souk.testkit.PlainShopFront;

/** The market fitted on UCI Online Retail; skipped where the file is not there. */
@Tag("slow")
class RealShopTest {
  private static final LocalDate ORIGIN = LocalDate.of(2010, 11, 29);
  private static final int WEEKS = 53;
  private static final LocalDate UNTIL = ORIGIN.plusWeeks(WEEKS);
  private static final int ITEMS = 400;
  private static MarketState state;
  private static final Map<String, Long> PRICES = new HashMap<>();

  @BeforeAll
  static void read() throws IOException {
    Path file =
        Path.of(System.getProperty("souk.data.dir", "."), "online_retail", "online_retail.csv.gz");
    assumeTrue(Files.exists(file), "online_retail is not there: " + file);
    Map<String, Integer> skuIndex = new LinkedHashMap<>();
    Map<String, Integer> customerIndex = new LinkedHashMap<>();
    Map<String, Integer> orderIndex = new HashMap<>();
    List<double[]> rows = new ArrayList<>();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      reader.readLine();
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        String[] f = line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1);
        double quantity = Double.parseDouble(f[3]);
        double price = Double.parseDouble(f[5]);
        LocalDate day = LocalDate.parse(f[4].substring(0, 10));
        if (quantity > 0 && price > 0 && f[1].matches("\\d{5}.*") && day.isBefore(UNTIL)) {
          int customer =
              f[6].isEmpty() ? -1 : customerIndex.computeIfAbsent(f[6], c -> customerIndex.size());
          rows.add(
              new double[] {
                customer,
                orderIndex.computeIfAbsent(f[0], o -> orderIndex.size()),
                skuIndex.computeIfAbsent(f[1], s -> skuIndex.size()),
                day.toEpochDay(),
                quantity,
                Math.round(100 * quantity * price)
              });
        }
      }
    }
    state = state(rows, List.copyOf(skuIndex.keySet()), List.copyOf(customerIndex.keySet()));
  }

  @Test
  void eightWeeksOfFourHundredArticlesAreSimulatedWithinSeconds() {
    long start = System.nanoTime();
    PlainShopFront shop = new PlainShopFront(PRICES, cart -> 0);
    SimulatedSales sold = simulate(shop, 7);
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf(
        "RESULT simulate items=%d weeks=8 quotes=%d lines=%d seconds=%.2f%n",
        ITEMS, sold.quotes(), sold.lines().size(), seconds);
    assertTrue(seconds < 10, "took " + seconds + " s");
    assertTrue(sold.quotes() > 1000);
  }

  @Test
  void levelsAreThoseOfTheShop() {
    SimulatedSales sold = simulate(new PlainShopFront(PRICES, cart -> 0), 7);
    double perWeek = sold.lines().stream().mapToDouble(l -> l.netMinor() / 100.0).sum() / 8;
    double year = 0;
    for (Series series : state.weekly().seriesList()) {
      for (int i = 0; i < series.length(); i++) {
        year += series.value(i) * PRICES.get(series.id()) / 100.0 / WEEKS;
      }
    }
    System.out.printf("RESULT market simulatedPerWeek=%.0f yearMeanPerWeek=%.0f%n", perWeek, year);
    assertTrue(perWeek > 0.4 * year && perWeek < 1.6 * year, perWeek + " against " + year);
    double known = sold.lines().stream().filter(l -> !l.customer().isEmpty()).count();
    assertTrue(known / sold.lines().size() > 0.5);
    assertEquals(sold.lines(), simulate(new PlainShopFront(PRICES, cart -> 0), 7).lines());
  }

  private static SimulatedSales simulate(PlainShopFront shop, long seed) {
    return new FittedMarket(MarketOptions.defaults())
        .simulate(
            state,
            shop,
            new SimulationTask(8, Currency.getInstance("GBP"), seed, Instant.EPOCH),
            Progress.none());
  }

  private static MarketState state(List<double[]> rows, List<String> skus, List<String> customers) {
    int n = rows.size();
    double[] revenue = new double[skus.size()];
    double[][] units = new double[skus.size()][WEEKS];
    double[][] paid = new double[skus.size()][WEEKS];
    double[] quantity = new double[n];
    long[] amount = new long[n];
    int[][] columns = new int[4][n];
    for (int r = 0; r < n; r++) {
      double[] row = rows.get(r);
      for (int c = 0; c < 4; c++) {
        columns[c][r] = (int) row[c];
      }
      quantity[r] = row[4];
      amount[r] = (long) row[5];
      int week = (int) ((row[3] - ORIGIN.toEpochDay()) / 7);
      revenue[columns[2][r]] += row[5];
      units[columns[2][r]][week] += row[4];
      paid[columns[2][r]][week] += row[5] / 100;
    }
    List<Integer> top = new ArrayList<>();
    for (int s = 0; s < skus.size(); s++) {
      top.add(s);
    }
    top.sort((a, b) -> Double.compare(revenue[b], revenue[a]));
    Panel.Builder weekly = Panel.builder(new TimeGrid(ORIGIN, Frequency.WEEK));
    List<ItemResponse> items = new ArrayList<>();
    for (int s : top.subList(0, ITEMS)) {
      int first = 0;
      while (units[s][first] == 0) {
        first++;
      }
      double[] price = new double[WEEKS - first];
      for (int w = first; w < WEEKS; w++) {
        price[w - first] = units[s][w] > 0 ? paid[s][w] / units[s][w] : price[w - first - 1];
      }
      String id = skus.get(s);
      weekly.add(new Series(id, first, java.util.Arrays.copyOfRange(units[s], first, WEEKS)));
      weekly.covariate("price", new Series(id, first, price));
      double base = price[price.length - 1];
      PRICES.put(id, Math.max(1, Math.round(100 * base)));
      items.add(
          new ItemResponse(
              new Sku(id),
              -1.8,
              new Interval(-2.8, -0.8, 0.95),
              0.5,
              true,
              Optional.empty(),
              1,
              base,
              WEEKS,
              5));
    }
    ResponseModel response =
        new ResponseModel(
            "R",
            EvidenceLabel.OBSERVED,
            -1.8,
            0.5,
            items,
            Provenance.builder(Instant.EPOCH, "test", "1.0.0").build());
    PurchaseLog log =
        new PurchaseLog(
            customers.stream().map(CustomerKey::new).toList(),
            skus.stream().map(Sku::new).toList(),
            columns[0],
            columns[1],
            columns[2],
            columns[3],
            quantity,
            amount);
    return new MarketState(weekly.build(), log, response, Map.of(), UNTIL);
  }
}

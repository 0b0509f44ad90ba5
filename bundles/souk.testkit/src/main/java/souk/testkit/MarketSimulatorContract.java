package souk.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import souk.demand.api.ItemResponse;
import souk.demand.api.ResponseModel;
import souk.evidence.spi.MarketSimulator;
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

/** What every {@link MarketSimulator} must keep. Extend it and give the strategy. */
public abstract class MarketSimulatorContract {
  private static final Currency GBP = Currency.getInstance("GBP");
  private static final Instant NOW = Instant.parse("2024-01-01T00:00:00Z");
  private static final LocalDate ORIGIN = LocalDate.of(2023, 1, 2);
  private static final int WEEKS = 30;
  private static final LocalDate UNTIL = ORIGIN.plusWeeks(WEEKS);
  private static final int ITEMS = 8;
  private static final int CUSTOMERS = 40;
  private static final double ELASTICITY = -2.5;

  /** The strategy under test; may be a new one each time. */
  protected abstract MarketSimulator subject();

  @Test
  protected void whatIsSoldBelongsToTheMarketAndIsPaidAsQuoted() {
    PlainShopFront shop = shop(500, 0.1);
    SimulatedSales sales = simulate(shop, 4, 7);
    assertEquals(UNTIL, sales.firstWeek());
    assertEquals(shop.quotes(), sales.quotes());
    assertTrue(sales.lines().size() > 50, "something is sold");
    Set<String> customers = new HashSet<>(Set.of(""));
    state().purchases().customers().forEach(c -> customers.add(c.value()));
    for (SimulatedSales.Line line : sales.lines()) {
      assertTrue(line.week() >= 0 && line.week() < 4);
      assertTrue(customers.contains(line.customer()));
      assertTrue(line.sku().startsWith("S"));
      assertTrue(line.quantity() > 0);
      assertEquals(450 * line.quantity(), line.netMinor(), 1);
    }
  }

  @Test
  protected void levelsContinueWhatWasObserved() {
    double perWeek = units(simulate(shop(500, 0), 8, 7)) / 8;
    double observed = 0;
    for (Series series : state().weekly().seriesList()) {
      for (int i = WEEKS - 13; i < WEEKS; i++) {
        observed += series.value(i) / 13;
      }
    }
    assertEquals(1, perWeek / observed, 0.35);
  }

  @Test
  protected void lowerPricesAndOffersSellMore() {
    double usual = units(simulate(shop(500, 0), 8, 7));
    assertTrue(units(simulate(shop(425, 0), 8, 7)) > 1.15 * usual, "a lower price");
    assertTrue(units(simulate(shop(575, 0), 8, 7)) < 0.9 * usual, "a higher price");
    assertTrue(units(simulate(shop(500, 0.15), 8, 7)) > 1.15 * usual, "an offer");
  }

  @Test
  protected void theSeedDecidesEverything() {
    SimulatedSales sales = simulate(shop(500, 0.1), 3, 7);
    assertEquals(sales.lines(), simulate(shop(500, 0.1), 3, 7).lines());
    assertNotEquals(sales.lines(), simulate(shop(500, 0.1), 3, 8).lines());
  }

  @Test
  protected void articlesThatTheShopDoesNotHaveAreNotSold() {
    Map<String, Long> prices = prices(500);
    prices.remove("S3");
    SimulatedSales sales = simulate(new PlainShopFront(prices, cart -> 0), 3, 7);
    assertTrue(sales.lines().stream().noneMatch(l -> l.sku().equals("S3")));
    assertTrue(sales.lines().stream().anyMatch(l -> l.sku().equals("S2")));
  }

  @Test
  protected void anEmptyMarketIsRefused() {
    Panel none = Panel.builder(new TimeGrid(ORIGIN, Frequency.WEEK)).build();
    MarketState whole = state();
    MarketState empty = new MarketState(none, whole.purchases(), whole.response(), Map.of(), UNTIL);
    assertTrue(subject().refuses(empty, task(4, 7)).isPresent());
    assertTrue(subject().refuses(whole, task(4, 7)).isEmpty());
  }

  @Test
  protected void itStopsWhenAskedTo() {
    Progress cancelled =
        new Progress() {
          @Override
          public void report(long done, long total, String message) {}

          @Override
          public boolean cancelled() {
            return true;
          }
        };
    assertThrows(
        CancellationException.class,
        () -> subject().simulate(state(), shop(500, 0), task(4, 7), cancelled));
  }

  @Test
  protected void safeUnderEightThreads() {
    MarketSimulator shared = subject();
    List<SimulatedSales.Line> expected =
        shared.simulate(state(), shop(500, 0), task(2, 7), Progress.none()).lines();
    IntStream.range(0, 8)
        .parallel()
        .forEach(
            i ->
                assertEquals(
                    expected,
                    shared.simulate(state(), shop(500, 0), task(2, 7), Progress.none()).lines()));
  }

  private SimulatedSales simulate(PlainShopFront shop, int weeks, long seed) {
    return subject().simulate(state(), shop, task(weeks, seed), Progress.none());
  }

  private static SimulationTask task(int weeks, long seed) {
    return new SimulationTask(weeks, GBP, seed, NOW);
  }

  private static double units(SimulatedSales sales) {
    return sales.lines().stream().mapToDouble(SimulatedSales.Line::quantity).sum();
  }

  private static PlainShopFront shop(long priceMinor, double shareOff) {
    return new PlainShopFront(prices(priceMinor), cart -> shareOff);
  }

  private static Map<String, Long> prices(long priceMinor) {
    Map<String, Long> prices = new HashMap<>();
    for (int i = 0; i < ITEMS; i++) {
      prices.put("S" + i, priceMinor);
    }
    return prices;
  }

  /** Each article sells about 15 lines of 3 units per week at 5.00; one line in five anonymous. */
  private static MarketState state() {
    Random random = new Random(11);
    Panel.Builder weekly = Panel.builder(new TimeGrid(ORIGIN, Frequency.WEEK));
    List<int[]> rows = new ArrayList<>();
    double[][] units = new double[ITEMS][WEEKS];
    for (int w = 0; w < WEEKS; w++) {
      for (int i = 0; i < ITEMS; i++) {
        int lines = 10 + random.nextInt(11);
        for (int l = 0; l < lines; l++) {
          int customer = random.nextInt(5) == 0 ? -1 : random.nextInt(CUSTOMERS);
          rows.add(new int[] {customer, rows.size(), i, (int) ORIGIN.plusWeeks(w).toEpochDay()});
          units[i][w] += 3;
        }
      }
    }
    List<ItemResponse> items = new ArrayList<>();
    for (int i = 0; i < ITEMS; i++) {
      weekly.add(new Series("S" + i, 0, units[i]));
      double[] price = new double[WEEKS];
      java.util.Arrays.fill(price, 5.0);
      weekly.covariate("price", new Series("S" + i, 0, price));
      items.add(
          new ItemResponse(
              new Sku("S" + i),
              ELASTICITY,
              new Interval(ELASTICITY - 0.2, ELASTICITY + 0.2, 0.95),
              0.1,
              true,
              Optional.empty(),
              45,
              5.0,
              WEEKS,
              5));
    }
    ResponseModel response =
        new ResponseModel(
            "R-1",
            EvidenceLabel.OBSERVED,
            ELASTICITY,
            0.2,
            items,
            Provenance.builder(NOW, "test", "1.0.0").build());
    return new MarketState(weekly.build(), log(rows), response, Map.of(), UNTIL);
  }

  private static PurchaseLog log(List<int[]> rows) {
    int n = rows.size();
    double[] quantity = new double[n];
    long[] amount = new long[n];
    java.util.Arrays.fill(quantity, 3);
    java.util.Arrays.fill(amount, 1500);
    return new PurchaseLog(
        IntStream.range(0, CUSTOMERS).mapToObj(c -> new CustomerKey("C" + c)).toList(),
        IntStream.range(0, ITEMS).mapToObj(i -> new Sku("S" + i)).toList(),
        rows.stream().mapToInt(r -> r[0]).toArray(),
        rows.stream().mapToInt(r -> r[1]).toArray(),
        rows.stream().mapToInt(r -> r[2]).toArray(),
        rows.stream().mapToInt(r -> r[3]).toArray(),
        quantity,
        amount);
  }
}

package souk.data.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import souk.data.api.SalesHistory;
import souk.data.api.SalesQuery;
import souk.data.api.SalesSummary;
import souk.data.api.SimulatedWeek;
import souk.model.DateRange;
import souk.model.Panel;
import souk.model.PurchaseLog;
import souk.model.Series;
import souk.model.Sku;

/** A shop open Monday to Saturday for three weeks and two days, with every special case once. */
class SalesHistoryTest {
  private static final LocalDate MONDAY = LocalDate.of(2024, 1, 1);
  @TempDir Path folder;
  private TestStore store;

  @BeforeEach
  void load() {
    store = new TestStore(folder);
    StringBuilder text = new StringBuilder(Samples.HEADER);
    for (int day = 0; day < 23; day++) {
      LocalDate date = MONDAY.plusDays(day);
      if (day % 7 != 6) {
        text.append(
            "T%d,%s 09:00,TEA,Tea,2,%s,c1\n".formatted(day, date, day < 7 ? "1.00" : "1.50"));
      }
    }
    text.append("P1,2024-01-09 10:00,POT,Pot,1,20.00,c2\n");
    text.append("P2,2024-01-23 10:00,POT,Pot,1,22.00,\n");
    text.append("W1,2024-01-10 10:00,TEA,Tea,9000,1.50,c3\n");
    text.append("CW1,2024-01-10 10:12,TEA,Tea,-9000,1.50,c3\n");
    text.append("CT2,2024-01-20 10:12,TEA,Tea,-2,1.00,c1\n");
    text.append("S1,2024-01-10 10:00,POST,Postage,1,5.00,c2\n");
    text.append("G1,2024-01-10 10:00,POT,Pot,1,0,c2\n");
    text.append("A1,2024-01-10 10:00,POT,broken,-3,0,\n");
    store.loadText(text.toString(), Samples.LINES);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void weeksHoldDemandOnlyAndEndWithTheLastCompleteOne() {
    Panel panel = store.history.weekly(SalesQuery.all());
    assertEquals(MONDAY, panel.grid().origin());
    assertEquals(List.of("TEA", "POT"), panel.seriesList().stream().map(Series::id).toList());
    assertArrayEquals(new double[] {12, 12, 12}, panel.seriesList().get(0).values());
    Series pot = panel.seriesList().get(1);
    assertEquals(1, pot.firstStep());
    assertArrayEquals(new double[] {1, 0}, pot.values());
    assertArrayEquals(
        new double[] {1.0, 1.5, 1.5},
        panel.covariate(SalesHistory.PRICE, "TEA").orElseThrow().values());
    assertArrayEquals(
        new double[] {20, 20}, panel.covariate(SalesHistory.PRICE, "POT").orElseThrow().values());
  }

  @Test
  void aWeekThatLacksOnlyUnusualDaysIsComplete() {
    TradingDays days = store.warehouse.read(TradingDays::read).orElseThrow();
    assertEquals(new DateRange(MONDAY, MONDAY.plusWeeks(3)), days.completeWeeks());
    TradingDays untilSaturday =
        new TradingDays(MONDAY.plusDays(1), MONDAY.plusDays(12), days.daysByWeekday());
    assertEquals(
        new DateRange(MONDAY.plusWeeks(1), MONDAY.plusWeeks(2)), untilSaturday.completeWeeks());
  }

  @Test
  void daysAreGivenFromTheFirstToTheLast() {
    Panel panel = store.history.daily(SalesQuery.all().top(1));
    assertEquals(1, panel.seriesList().size());
    double[] tea = panel.seriesList().get(0).values();
    assertEquals(23, tea.length);
    assertEquals(0, tea[6]);
    assertEquals(2, tea[9]);
  }

  @Test
  void queriesNarrowByRangeTopAndWeeks() {
    DateRange second = new DateRange(MONDAY.plusDays(5), MONDAY.plusDays(16));
    Panel panel = store.history.weekly(SalesQuery.all().in(second));
    assertEquals(MONDAY.plusWeeks(1), panel.grid().origin());
    assertEquals(1, panel.seriesList().get(0).length());
    assertEquals(1, store.history.weekly(SalesQuery.all().soldInWeeks(3)).seriesList().size());
    assertEquals(1, store.history.items(SalesQuery.all().top(1)).size());
    PurchaseLog pots = store.history.purchases(SalesQuery.all().top(1));
    assertEquals(List.of(new Sku("TEA")), pots.skus());
    DateRange nothing = new DateRange(MONDAY.minusYears(9), MONDAY.minusYears(8));
    assertEquals(0, store.history.weekly(SalesQuery.all().in(nothing)).seriesList().size());
  }

  @Test
  void purchasesHoldReturnsAndUnknownCustomersOldestFirst() {
    PurchaseLog log = store.history.purchases(SalesQuery.all());
    double units = 0;
    int unknown = 0;
    for (int row = 0; row < log.rows(); row++) {
      assertTrue(row == 0 || log.epochDay(row) >= log.epochDay(row - 1));
      units += log.quantity(row);
      unknown += log.customer(row) < 0 ? 1 : 0;
    }
    assertEquals(40 + 1 + 1 - 2 + 1, units);
    assertEquals(1, unknown);
    assertEquals(3, log.customers().size());
    assertEquals(List.of("POT", "TEA"), log.skus().stream().map(Sku::value).sorted().toList());
  }

  @Test
  void itemsHaveTheirTypicalRecentPrice() {
    assertEquals(
        150,
        store.history.item(new Sku("TEA")).orElseThrow().listPrice().orElseThrow().amountMinor());
    assertEquals(Optional.empty(), store.history.item(new Sku("POST")));
    assertEquals(Optional.empty(), store.history.item(new Sku("none")));
  }

  @Test
  void summaryCountsEverything() {
    SalesSummary summary = store.history.summary().orElseThrow();
    assertEquals(28, summary.lines());
    assertEquals(3, summary.customers());
    assertEquals(2, summary.items());
    assertEquals(LocalDate.of(2024, 1, 23), summary.lastDay());
  }

  @Test
  void simulatedWeeksAreReturnedOnlyWhenAskedForAndReplacedPerRun() {
    LocalDate next = MONDAY.plusWeeks(3);
    store.history.addSimulated("r1", List.of(new SimulatedWeek(new Sku("TEA"), next, 99, 140)));
    store.history.addSimulated(
        "r1",
        List.of(
            new SimulatedWeek(new Sku("TEA"), next, 30, 140),
            new SimulatedWeek(new Sku("TEA"), next.plusWeeks(1), 31, 141),
            new SimulatedWeek(new Sku("TEA"), MONDAY, 1_000, 141)));
    assertEquals(3, store.history.weekly(SalesQuery.all()).seriesList().get(0).length());
    Panel with = store.history.weekly(SalesQuery.all().withSimulated(true));
    assertArrayEquals(new double[] {12, 12, 12, 30, 31}, with.seriesList().get(0).values());
    assertEquals(1.41, with.covariate(SalesHistory.PRICE, "TEA").orElseThrow().value(4), 1e-12);
    assertThrows(
        IllegalArgumentException.class,
        () ->
            store.history.addSimulated(
                "r2", List.of(new SimulatedWeek(new Sku("TEA"), next.plusDays(1), 1, 1))));
  }
}

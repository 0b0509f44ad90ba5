package souk.demand.lib.backtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import souk.demand.lib.combine.AutomaticEnsemble;
import souk.demand.lib.combine.Combination;
import souk.demand.lib.ets.AutomaticEts;
import souk.demand.lib.forecast.ForecastRequest;
import souk.demand.lib.forecast.SeriesForecaster;
import souk.demand.lib.intermittent.IntermittentDemand;
import souk.demand.lib.naive.SeasonalNaive;
import souk.demand.lib.theta.Theta;
import souk.model.PurchaseLog;
import souk.testkit.OnlineRetail;

/**
 * The demonstration's backtest on its shipped data: weekly units of the 200 articles of a gift
 * wholesaler with the highest revenue, one year, so no yearly season.
 */
class OnlineRetailTest {
  private static final int FIRST_MONDAY = (int) LocalDate.of(2010, 11, 29).toEpochDay();
  private static final int WEEKS = 53;
  private static final int ARTICLES = 200;
  private static final int CANCELLED_WITHIN_DAYS = 2;

  /** Units per week from the first sale on, articles with the highest revenue first. */
  private static double[][] weekly() throws IOException {
    PurchaseLog log = OnlineRetail.logOrSkip();
    Map<String, Integer> cancelled = new HashMap<>();
    for (int row = 0; row < log.rows(); row++) {
      if (log.quantity(row) < 0 && log.customer(row) >= 0) {
        cancelled.put(key(log, row, -1), log.epochDay(row));
      }
    }
    double[][] units = new double[log.skus().size()][WEEKS];
    double[] revenue = new double[units.length];
    for (int row = 0; row < log.rows(); row++) {
      int week = (log.epochDay(row) - FIRST_MONDAY) / 7;
      Integer back = log.customer(row) < 0 ? null : cancelled.get(key(log, row, 1));
      boolean stood =
          back == null
              || back < log.epochDay(row)
              || back > log.epochDay(row) + CANCELLED_WITHIN_DAYS;
      if (log.quantity(row) > 0 && log.amountMinor(row) > 0 && week < WEEKS && stood) {
        units[log.sku(row)][week] += log.quantity(row);
        revenue[log.sku(row)] += log.amountMinor(row);
      }
    }
    return IntStream.range(0, units.length)
        .boxed()
        .sorted((a, b) -> Double.compare(revenue[b], revenue[a]))
        .limit(ARTICLES)
        .map(sku -> sinceFirstSale(units[sku]))
        .toArray(double[][]::new);
  }

  private static String key(PurchaseLog log, int row, int sign) {
    return log.customer(row)
        + "|"
        + log.sku(row)
        + "|"
        + sign * log.quantity(row)
        + "|"
        + sign * log.amountMinor(row);
  }

  private static double[] sinceFirstSale(double[] all) {
    int first = 0;
    while (all[first] == 0) {
      first++;
    }
    return Arrays.copyOfRange(all, first, all.length);
  }

  @Tag("slow")
  @Test
  void theDefaultIsBetterThanItsYardsticks() throws IOException {
    double[][] series = weekly();
    ForecastRequest request =
        new ForecastRequest(1, 8, List.of(0.1, 0.25, 0.5, 0.75, 0.9), true, 1);
    RollingOrigins origins = new RollingOrigins(4, 8, 4, 8);
    SeriesForecaster ets = new AutomaticEts();
    SeriesForecaster theta = new Theta();
    Map<String, SeriesForecaster> methods = new LinkedHashMap<>();
    methods.put("naive", new SeasonalNaive());
    methods.put("ets", ets);
    methods.put("theta", theta);
    methods.put("average", new Combination(List.of(ets, theta)));
    methods.put("tsb", new IntermittentDemand(IntermittentDemand.Method.TSB));
    methods.put("ensemble", new AutomaticEnsemble());
    Map<String, Accuracy> rows = new LinkedHashMap<>();
    methods.forEach(
        (name, method) -> rows.put(name, Backtest.run(method, series, origins, request)));
    Accuracy naive = rows.getOrDefault("naive", new AccuracyTally().accuracy());
    Accuracy ensemble = rows.getOrDefault("ensemble", new AccuracyTally().accuracy());
    rows.forEach(
        (name, accuracy) -> {
          System.out.printf(
              Locale.ROOT,
              "online retail %-8s wape=%.3f ratio=%.3f mase=%.3f bias=%.3f pinball=%.3f coverage80=%.3f%n",
              name,
              accuracy.wape(),
              accuracy.wape() / naive.wape(),
              accuracy.mase(),
              accuracy.bias(),
              accuracy.pinball(),
              accuracy.coverage80());
          assertEquals(naive.forecasts(), accuracy.forecasts());
          if (!name.equals("naive")) {
            assertTrue(accuracy.wape() < 0.88 * naive.wape(), name + " " + accuracy);
            assertTrue(accuracy.pinball() < 0.85 * naive.pinball(), name + " " + accuracy);
            assertTrue(ensemble.wape() <= accuracy.wape(), name + " " + accuracy);
            assertTrue(ensemble.pinball() <= accuracy.pinball(), name + " " + accuracy);
          }
        });
    assertEquals(0.8, ensemble.coverage80(), 0.03, ensemble.toString());
  }
}

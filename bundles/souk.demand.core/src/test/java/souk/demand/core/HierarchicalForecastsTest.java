package souk.demand.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import souk.demand.api.CoherentForecast;
import souk.demand.api.CoherentTotal;
import souk.demand.api.ForecastOptions;
import souk.demand.api.ForecastRequest;
import souk.demand.api.HierarchyPlan;
import souk.demand.api.HierarchyPlan.Method;
import souk.demand.lib.ets.AutomaticEts;
import souk.demand.spi.ForecastTask;
import souk.demand.spi.Forecaster;
import souk.kernel.api.Progress;
import souk.model.Panel;
import souk.model.Series;
import souk.testkit.DirectRouter;

/** Three stores, two categories, four products: 24 series. */
class HierarchicalForecastsTest {
  private static final List<List<String>> LEVELS =
      List.of(
          List.of(),
          List.of("category"),
          List.of("store"),
          List.of("category", "store"),
          List.of("product"));

  private static Panel planted(Map<String, Map<String, String>> attributes) {
    SplittableRandom random = new SplittableRandom(1);
    Panel.Builder builder = Panel.builder(SupportingCast.GRID);
    for (int store = 0; store < 3; store++) {
      for (int product = 0; product < 8; product++) {
        String id = "p" + product + "@" + store;
        double[] units = new double[60 - store];
        for (int t = 0; t < units.length; t++) {
          units[t] = Math.floor((1 + product) * (1 + random.nextDouble() * 2));
        }
        builder.add(new Series(id, store, units));
        attributes.put(
            id,
            Map.of("product", "p" + product, "category", "c" + product / 4, "store", "s" + store));
      }
    }
    return builder.build();
  }

  private static HierarchicalForecasts service(Panel panel, String... categories) {
    DirectRouter router =
        new DirectRouter()
            .add(Forecaster.class, "ets", new SupportingCast.Method("ets", new AutomaticEts()));
    return new HierarchicalForecasts(
        Services.forecasts(router), Services.sales(panel, categories), Services.CLOCK);
  }

  private static CoherentForecast forecast(Method method, boolean whole) {
    Map<String, Map<String, String>> attributes = new TreeMap<>();
    Panel panel = planted(attributes);
    return service(panel)
        .forecast(
            panel,
            HierarchyPlan.of(method, LEVELS, attributes),
            new ForecastTask(5, 1, new double[] {0.1, 0.5, 0.9}, true, 1, SupportingCast.NOW),
            ForecastOptions.builder().strategy(Optional.of("ets")).wholeNumbers(whole).build(),
            Progress.none());
  }

  private static void assertAddsUp(CoherentForecast forecast) {
    for (CoherentTotal total : forecast.totals()) {
      for (int h = 0; h < total.forecast().horizon(); h++) {
        double sum = 0;
        for (String member : total.members()) {
          sum += forecast.bottom().series(member).orElseThrow().mean()[h];
        }
        assertEquals(sum, total.forecast().mean()[h], 0, total.key().toString());
      }
    }
  }

  @Test
  void everyTotalIsTheSumOfItsMembersToTheLastBit() {
    for (Method method : Method.values()) {
      CoherentForecast forecast = forecast(method, false);
      assertEquals(1 + 2 + 3 + 6 + 8, forecast.totals().size());
      assertEquals(24, forecast.bottom().seriesList().size());
      assertAddsUp(forecast);
      assertTrue(method == Method.BOTTOM_UP || forecast.largestGap() > 0);
    }
  }

  @Test
  void wholeNumbersAddUpTooAndTheChainIsRoundedOnce() {
    CoherentForecast whole = forecast(Method.MIN_TRACE, true);
    CoherentForecast plain = forecast(Method.MIN_TRACE, false);
    assertAddsUp(whole);
    for (int i = 0; i < whole.totals().size(); i++) {
      for (int h = 0; h < 5; h++) {
        double mean = whole.totals().get(i).forecast().mean()[h];
        assertEquals(Math.rint(mean), mean);
        double before = plain.totals().get(i).forecast().mean()[h];
        boolean nested = i < 3;
        assertTrue(!nested || Math.abs(mean - before) < 1, before + " became " + mean);
      }
    }
    for (var one : whole.bottom().seriesList()) {
      assertTrue(Arrays.stream(one.mean()).allMatch(v -> v >= 0 && v == Math.rint(v)));
    }
  }

  @Test
  void theLoadedSalesAddUpByCategory() {
    Panel panel =
        Services.panel(
            new Series("a", 0, new double[] {1, 2, 3, 2, 1, 2, 3, 2}),
            new Series("b", 0, new double[] {5, 5, 6, 5, 5, 5, 6, 5}),
            new Series("c", 2, new double[] {2, 2, 2, 3, 2, 2}));
    CoherentForecast forecast =
        service(panel, "x", "y", "x")
            .forecastLoaded(
                new ForecastRequest(3, 9, false, 1),
                Method.MIN_TRACE,
                ForecastOptions.plain(),
                Progress.none());
    assertEquals(List.of("a", "c"), forecast.totals().get(1).members());
    assertAddsUp(forecast);
  }

  @Test
  void whatDoesNotFitIsRefusedWithFigures() {
    Map<String, Map<String, String>> attributes = new TreeMap<>();
    Panel panel = planted(attributes);
    assertTrue(
        assertThrows(
                IllegalArgumentException.class,
                () -> HierarchyPlan.of(Method.BOTTOM_UP, List.of(List.of("region")), attributes))
            .getMessage()
            .contains("region"));
    List<Series> many = new ArrayList<>();
    Map<String, Map<String, String>> alone = new TreeMap<>();
    for (int i = 0; i <= HierarchicalForecasts.MOST_TOTALS; i++) {
      many.add(new Series("m" + i, 0, new double[] {1, 2}));
      alone.put("m" + i, Map.of("product", "m" + i));
    }
    assertTrue(
        assertThrows(
                IllegalArgumentException.class,
                () ->
                    service(panel)
                        .forecast(
                            Services.panel(many.toArray(Series[]::new)),
                            HierarchyPlan.of(Method.MIN_TRACE, List.of(List.of("product")), alone),
                            new ForecastTask(1, 1, new double[0], true, 1, SupportingCast.NOW),
                            ForecastOptions.plain(),
                            Progress.none()))
            .getMessage()
            .contains("1501 totals"));
  }
}

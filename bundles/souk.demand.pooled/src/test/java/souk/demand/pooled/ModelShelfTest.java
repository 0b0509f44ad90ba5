package souk.demand.pooled;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import souk.demand.api.DemandForecast;
import souk.demand.spi.ForecastTask;
import souk.learn.api.LearnedModel;
import souk.model.Frequency;
import souk.model.Panel;
import souk.model.Series;
import souk.model.TimeGrid;

/** A model is learned anew when the data say so, and only then. */
@Tag("slow")
class ModelShelfTest {
  private static final int SERIES = 120;
  private static final int WEEKS = 100;
  private static final TimeGrid GRID = new TimeGrid(LocalDate.of(2024, 1, 1), Frequency.WEEK);
  private static final ForecastTask TASK =
      new ForecastTask(4, 52, new double[] {0.1, 0.9}, true, 1, Instant.EPOCH);

  private final MemoryRegistry registry = new MemoryRegistry();

  /** A new forecaster each time, as after a restart. */
  private DemandForecast forecast(Panel panel) {
    return Fixture.forecaster(registry, Map.of("trees", 20)).forecast(panel, TASK);
  }

  private static Panel panel(String shop, int weeks, double lastWeeks) {
    Panel.Builder builder = Panel.builder(GRID);
    for (int i = 0; i < SERIES; i++) {
      double[] units = new double[weeks];
      for (int t = 0; t < weeks; t++) {
        double level = (t >= WEEKS ? lastWeeks : 1) * (20 + i % 9);
        units[t] = Math.rint(level + (t * 31 + i * 17) % 7 - 3);
      }
      builder.add(new Series(shop + i, 0, units));
    }
    return builder.build();
  }

  private Set<Integer> versions() {
    return registry.models.keySet();
  }

  private static String notes(DemandForecast forecast) {
    return forecast.seriesList().get(0).notes().toString();
  }

  @Test
  void theSameDataAfterARestartAreForecastByTheKeptModel() {
    DemandForecast first = forecast(panel("a", WEEKS, 1));
    DemandForecast second = forecast(panel("a", WEEKS, 1));
    assertEquals(Set.of(1), versions());
    assertTrue(notes(first).contains("learned anew"), notes(first));
    assertTrue(notes(second).contains("the data are the same"), notes(second));
    assertTrue(second.provenance().options().get("forecast.model-kept").contains("Version 1"));
    for (int s = 0; s < SERIES; s += 11) {
      assertArrayEquals(first.seriesList().get(s).mean(), second.seriesList().get(s).mean());
      assertArrayEquals(
          first.seriesList().get(s).quantile(1), second.seriesList().get(s).quantile(1));
    }
    LearnedModel kept = registry.models.get(1);
    assertEquals("2025-12-01", kept.lineage().get("until"));
    assertEquals(64, kept.lineage().get("snapshot").length());
    assertEquals("4", kept.lineage().get("horizon"));
    assertTrue(kept.facts().get("heldOutWape") > 0, kept.facts().toString());
    assertEquals((double) SERIES * WEEKS, kept.facts().get("units"));
  }

  @Test
  void fewNewWeeksAreForecastByTheOldModelFromTheNewEnd() {
    forecast(panel("a", WEEKS, 1));
    DemandForecast grown = forecast(panel("a", WEEKS + 2, 1));
    assertEquals(Set.of(1), versions());
    assertTrue(notes(grown).contains("2 new steps"), notes(grown));
    assertEquals(WEEKS + 2, grown.firstStep());
    assertEquals(20, grown.seriesList().get(0).mean()[0], 4);
  }

  @Test
  void enoughNewWeeksAskForARefit() {
    forecast(panel("a", WEEKS, 1));
    forecast(panel("a", WEEKS + 4, 1));
    assertEquals(Set.of(1, 2), versions());
  }

  @Test
  void driftAsksForARefitEarlier() {
    forecast(panel("a", WEEKS, 1));
    DemandForecast drifted = forecast(panel("a", WEEKS + 2, 3));
    assertEquals(Set.of(1, 2), versions());
    assertTrue(notes(drifted).contains("learned anew"), notes(drifted));
  }

  /** A backtest must not know the future. */
  @Test
  void anEarlierEndNeverGetsALaterModel() {
    forecast(panel("a", WEEKS, 1));
    forecast(panel("a", WEEKS - 1, 1));
    assertEquals(Set.of(1, 2), versions());
    DemandForecast again = forecast(panel("a", WEEKS, 1));
    assertTrue(notes(again).contains("Version 1"), notes(again));
  }

  @Test
  void anotherShopHasItsOwnModel() {
    forecast(panel("a", WEEKS, 1));
    forecast(panel("b", WEEKS + 1, 1));
    assertEquals(Set.of(1, 2), versions());
    assertTrue(notes(forecast(panel("a", WEEKS + 1, 1))).contains("Version 1"));
  }

  @Test
  void aDamagedModelIsRefusedByNameAndLearnedAnew() {
    DemandForecast first = forecast(panel("a", WEEKS, 1));
    registry.damaged.add(1);
    DemandForecast second = forecast(panel("a", WEEKS, 1));
    assertEquals(Set.of(1, 2), versions());
    assertTrue(notes(second).contains("000001.model"), notes(second));
    assertArrayEquals(first.seriesList().get(5).mean(), second.seriesList().get(5).mean());
  }

  @Tag("slow")
  @Test
  void aStateOfAnotherFormIsRefusedWithFigures() {
    forecast(panel("a", WEEKS, 1));
    LearnedModel kept = registry.models.get(1);
    for (int length : new int[] {0, 11, 100, kept.state().length - 1}) {
      registry.models.clear();
      registry.models.put(
          1,
          new LearnedModel(
                  kept.learner(),
                  kept.learnerVersion(),
                  kept.columns(),
                  kept.facts(),
                  Arrays.copyOf(kept.state(), length))
              .withLineage(kept.lineage()));
      String notes = notes(forecast(panel("a", WEEKS, 1)));
      assertTrue(notes.contains("Version 1 of model " + registry.name + " was not used"), notes);
      assertTrue(notes.contains("learned anew"), notes);
    }
  }

  @Tag("slow")
  @Test
  void otherOptionsAreAnotherModelAndOldVersionsAreDropped() {
    forecast(panel("a", WEEKS, 1));
    String name = registry.name;
    Fixture.forecaster(registry, Map.of("trees", 10)).forecast(panel("a", WEEKS, 1), TASK);
    assertFalse(name.equals(registry.name));
    MemoryRegistry few = new MemoryRegistry();
    for (int weeks : List.of(90, 95, 100)) {
      Fixture.forecaster(few, Map.of("trees", 5, "versions", 2))
          .forecast(panel("a", weeks, 1), TASK);
    }
    assertEquals(Set.of(2, 3), few.models.keySet());
  }

  @Test
  void smallPanelsAreNotWorthKeeping() {
    forecast(panel("a", 20, 1));
    assertEquals(Set.of(), versions());
  }
}

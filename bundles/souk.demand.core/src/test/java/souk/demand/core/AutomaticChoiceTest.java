package souk.demand.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import souk.kernel.api.StrategyRef;

/** Luck does not unseat the selected strategy; a clear gain does. */
class AutomaticChoiceTest {
  private static final StrategyRef SELECTED = new StrategyRef("Forecaster", "selected", "1.0.0");
  private static final StrategyRef OTHER = new StrategyRef("Forecaster", "other", "1.0.0");

  private static StrategyRef choose(double gain, int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Double> selected = new ArrayList<>();
    List<Double> other = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double hardness = 0.5 + random.nextDouble();
      selected.add(hardness + 0.2 * random.nextDouble());
      other.add(hardness + 0.2 * random.nextDouble() - gain);
    }
    Map<StrategyRef, List<Double>> errors = new LinkedHashMap<>();
    errors.put(SELECTED, selected);
    errors.put(OTHER, other);
    return AutomaticChoice.judge(SELECTED, errors).strategy();
  }

  @Test
  void luckIsMostlyIgnored() {
    int changed = 0;
    for (int seed = 0; seed < 400; seed++) {
      changed += choose(0, 100, seed).equals(OTHER) ? 1 : 0;
    }
    assertEquals(0.023, changed / 400.0, 0.025);
  }

  @Test
  void aClearGainIsTakenUnlessItRestsOnAFewSeries() {
    assertEquals(OTHER, choose(0.1, 100, 1));
    assertEquals(SELECTED, choose(0.1, 10, 1));
  }

  @Test
  void aFailedSelectedStrategyIsReplaced() {
    assertEquals(
        OTHER, AutomaticChoice.judge(SELECTED, Map.of(OTHER, List.of(1.0, 2.0))).strategy());
  }

  @Test
  void withoutAnyFigureTheSelectedStrategyStays() {
    assertEquals(SELECTED, AutomaticChoice.judge(SELECTED, Map.of()).strategy());
  }
}

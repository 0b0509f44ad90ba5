package souk.customer.lib.uplift.measure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import souk.customer.lib.uplift.Nuisance;
import souk.customer.lib.uplift.PlantedTrial;
import souk.customer.lib.uplift.Trial;
import souk.customer.lib.uplift.base.LogisticRegression;

class PolicyValueTest {
  private final PlantedTrial planted = PlantedTrial.of(8_000, 0.5, 1, true, 1);
  private final Trial trial = planted.trial();
  private final Nuisance expected = Nuisance.crossFitted(trial, new LogisticRegression(1), 3, 1);

  @Test
  void meetsThePlantedValue() {
    double truth = 0;
    double untreated = 0;
    boolean[] treat = PolicyValue.above(planted.uplift(), 0.15);
    for (int r = 0; r < trial.size(); r++) {
      double baseline = 0.35 + 0.15 * trial.rows()[r][2];
      untreated += baseline / trial.size();
      truth += (baseline + (treat[r] ? planted.uplift()[r] - 0.05 : 0)) / trial.size();
    }
    PolicyValue value = PolicyValue.of(trial, expected, treat, 0.05);
    assertTrue(value.inversePropensity().contains(truth));
    assertTrue(value.doublyRobust().contains(truth));
    assertTrue(value.overNobody().contains(truth - untreated));
    assertTrue(value.overNobody().low() > 0);
    assertTrue(width(value.doublyRobust()) < width(value.inversePropensity()));
  }

  @Test
  void everybodyAndNobodyAreTheirOwnMeasure() {
    boolean[] all = PolicyValue.best(planted.uplift(), 1);
    PolicyValue everybody = PolicyValue.of(trial, expected, all, 0);
    assertEquals(1, everybody.treatedShare(), 1e-9);
    assertEquals(0, everybody.overEverybody().value(), 1e-12);
    assertEquals(0.15, everybody.overNobody().value(), 0.03);
    PolicyValue nobody = PolicyValue.of(trial, expected, new boolean[trial.size()], 0);
    assertEquals(0, nobody.overNobody().value(), 1e-12);
    assertEquals(-everybody.overNobody().value(), nobody.overEverybody().value(), 1e-12);
  }

  @Test
  void bestTakesTheHighest() {
    assertArrayEquals(
        new boolean[] {false, true, true, false}, PolicyValue.best(new double[] {1, 3, 2, 1}, 0.5));
  }

  @Test
  void quadrants() {
    assertEquals(Quadrant.PERSUADABLE, Quadrant.of(0.2, 0.1, 0.05, 0.3));
    assertEquals(Quadrant.SLEEPING_DOG, Quadrant.of(-0.2, 0.9, 0.05, 0.3));
    assertEquals(Quadrant.SURE_THING, Quadrant.of(0.05, 0.3, 0.05, 0.3));
    assertEquals(Quadrant.LOST_CAUSE, Quadrant.of(-0.05, 0.2, 0.05, 0.3));
  }

  @Test
  void chanceIsToldFromChoice() {
    assertFalse(Randomness.of(trial, new LogisticRegression(1), 1).suspicious());
    boolean[] chosen = new boolean[trial.size()];
    for (int r = 0; r < chosen.length; r++) {
      chosen[r] = trial.rows()[r][0] > 0 ^ r % 4 == 0;
    }
    Randomness seen = Randomness.of(trial.withTreatment(chosen), new LogisticRegression(1), 1);
    assertTrue(seen.suspicious());
    assertEquals(0.75, seen.auc().value(), 0.05);
  }

  private static double width(Estimate estimate) {
    return estimate.high() - estimate.low();
  }
}

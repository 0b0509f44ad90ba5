package souk.plan.lib.price;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PriceLadderTest {
  private static final PriceRules RULES =
      new PriceRules(0.4, 0, 1, 1_000_000, 400, PriceEndings.forDigits(2));

  private static PriceLadder ladder(double elasticity, double error) {
    return new PriceLadder(
        PricePoints.of(999, 500, RULES), 500, new LogLogDemand(10, elasticity, error));
  }

  /** Planted truth: with elasticity e the best price is c·e/(1+e). */
  @Test
  void theBestStepLiesAtTheKnownOptimum() {
    PriceLadder ladder = ladder(-2.5, 0);
    double optimum = 500 * -2.5 / -1.5;
    assertEquals(optimum, ladder.priceMinor(ladder.bestStep()), 6);
  }

  @Test
  void inelasticDemandIsPricedUpToTheLimitAndElasticDemandDown() {
    PriceLadder inelastic = ladder(-0.3, 0.1);
    assertEquals(inelastic.steps() - 1, inelastic.bestStep());
    PriceLadder elastic = ladder(-6, 0.2);
    assertTrue(elastic.priceMinor(elastic.bestStep()) < 650);
  }

  @Test
  void expectedUnitsMatchTheLogNormalMeanFarFromTheCut() {
    LogLogDemand demand = new LogLogDemand(7, -3, 0.3);
    double log = StrictMath.log(0.8);
    double expected = 7 * StrictMath.exp(-3 * log + 0.5 * 0.09 * log * log);
    assertEquals(expected, demand.expectedUnits(0.8), 1e-6);
  }

  @Test
  void aHigherPriceNeverRaisesDemand() {
    LogLogDemand unsure = new LogLogDemand(7, -0.1, 2);
    assertTrue(unsure.expectedUnits(1.2) < 7);
    assertTrue(unsure.expectedUnits(0.8) > 7);
  }

  @Test
  void costIsTheRevenueGivenUpAndOnlyForReductions() {
    PriceLadder ladder = ladder(-2, 0);
    assertEquals(0, ladder.costMinor(ladder.current()));
    assertEquals(0, ladder.costMinor(ladder.steps() - 1));
    double given = (999 - ladder.priceMinor(0)) * ladder.units(0);
    assertEquals(given, ladder.costMinor(0), 1e-9);
    assertTrue(given > 0);
  }

  @Test
  void atTheBreakEvenElasticityNothingIsGained() {
    PriceLadder ladder = ladder(-2, 0);
    double breakEven = ladder.breakEvenElasticity(0);
    PriceLadder there = ladder(breakEven, 0);
    assertEquals(0, there.profitChangeMinor(0, 0), 1e-6);
    assertTrue(Double.isNaN(ladder.breakEvenElasticity(ladder.current())));
  }

  @Test
  void waterfallsSumExactly() {
    PriceLadder ladder = ladder(-1.7, 0.4);
    for (int s = 0; s < ladder.steps(); s++) {
      ProfitWaterfall w = ProfitWaterfall.of(ladder, s);
      assertEquals(w.profitThen(), w.profitNow() + w.priceEffect() + w.volumeEffect());
      assertEquals(ladder.profitMinor(s), w.profitThen(), 0.5);
    }
  }

  @Test
  void keptLaddersHaveOneStep() {
    PriceLadder kept = PriceLadder.kept(250, 100, 4);
    assertEquals(1, kept.steps());
    assertEquals(600, kept.profitMinor(0));
  }

  @Test
  void demandRefusesNonsense() {
    assertThrows(IllegalArgumentException.class, () -> new LogLogDemand(-1, -2, 0));
    assertThrows(IllegalArgumentException.class, () -> new LogLogDemand(1, Double.NaN, 0));
    assertThrows(IllegalArgumentException.class, () -> new LogLogDemand(1, -2, Double.NaN));
  }

  @Test
  void gainProbabilityIsTheShareOfElasticitiesThatGain() {
    PriceLadder ladder = ladder(-2, 0.5);
    java.util.SplittableRandom random = new java.util.SplittableRandom(12);
    int draws = 20_000;
    for (int step : new int[] {0, ladder.current() + 3, ladder.steps() - 1}) {
      int gains = 0;
      for (int n = 0; n < draws; n++) {
        gains += ladder.profitChangeMinor(step, random.nextGaussian()) > 0 ? 1 : 0;
      }
      assertEquals((double) gains / draws, ladder.gainProbability(step), 0.015, "step " + step);
    }
  }

  @Test
  void unlikelyStepsAreLeftOutAndTheCurrentPriceStays() {
    PriceLadder ladder = ladder(-2, 0.5).withGainProbability(0.7);
    assertEquals(999, ladder.priceMinor(ladder.current()));
    assertTrue(ladder.steps() < ladder(-2, 0.5).steps());
    for (int s = 0; s < ladder.steps(); s++) {
      assertTrue(s == ladder.current() || ladder.gainProbability(s) >= 0.7);
    }
    assertEquals(1, ladder(-2, 0.5).withGainProbability(1).steps());
    PriceLadder whole = ladder(-2, 0.5);
    assertTrue(whole.atHighLimit(whole.steps() - 1) && whole.atLowLimit(0));
    assertTrue(!ladder.atLowLimit(0));
  }

  @Test
  void theNormalDistributionHasItsKnownValues() {
    assertEquals(0.5, Normal.cdf(0), 1e-7);
    assertEquals(0.975, Normal.cdf(1.959963984540054), 1e-7);
    assertEquals(0.158655254, Normal.cdf(-1), 1e-7);
    assertEquals(1, Normal.cdf(Double.POSITIVE_INFINITY), 1e-12);
  }
}

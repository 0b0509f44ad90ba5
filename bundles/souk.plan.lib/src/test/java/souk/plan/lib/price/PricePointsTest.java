package souk.plan.lib.price;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PricePointsTest {
  private static final PriceEndings POUNDS = PriceEndings.forDigits(2);

  @Test
  void holdsTheCurrentPriceAndAllEndingsInsideTheLimits() {
    PricePoints points = PricePoints.of(250, 100, PriceRules.of(0.1, 0.1, POUNDS));
    assertArrayEquals(
        new long[] {225, 229, 235, 239, 245, 249, 250, 255, 259, 265, 269, 275},
        points.pricesMinor());
    assertEquals(6, points.current());
    assertEquals(PricePoints.Limit.MAXIMUM_CHANGE, points.lowLimit());
  }

  @Test
  void theMarginFloorCutsTheLowEnd() {
    PricePoints points = PricePoints.of(250, 216, PriceRules.of(0.2, 0.1, POUNDS));
    assertEquals(240, points.lowestMinor());
    assertEquals(PricePoints.Limit.MARGIN_FLOOR, points.lowLimit());
    assertEquals(245, points.pricesMinor()[0]);
  }

  @Test
  void aCurrentPriceOutsideTheLimitsStaysAStep() {
    PricePoints points = PricePoints.of(100, 300, PriceRules.of(0.1, 0.1, POUNDS));
    assertArrayEquals(new long[] {100}, points.pricesMinor());
  }

  /** Planted limits, many prices: no step but the current one ever breaks a rule. */
  @Test
  void noStepBreaksARule() {
    SplittableRandom random = new SplittableRandom(8);
    for (int n = 0; n < 20_000; n++) {
      long current = (long) StrictMath.exp(random.nextDouble(0, 14));
      long cost = (long) (current * random.nextDouble(0, 1.2));
      double change = random.nextDouble(0.01, 0.6);
      double margin = random.nextDouble(0, 0.5);
      PricePoints points = PricePoints.of(current, cost, PriceRules.of(change, margin, POUNDS));
      long[] prices = points.pricesMinor();
      assertTrue(prices.length <= 15);
      assertEquals(current, prices[points.current()]);
      assertArrayEquals(Arrays.stream(prices).distinct().sorted().toArray(), prices);
      for (long p : prices) {
        if (p != current) {
          assertTrue(POUNDS.fits(p));
          assertTrue(Math.abs(p - current) <= change * current + 1e-6, p + " from " + current);
          assertTrue(p - cost >= margin * p - 1e-6, p + " at cost " + cost);
        }
      }
    }
  }

  @Test
  void refusesImpossibleInput() {
    PriceRules rules = PriceRules.of(0.1, 0.1, POUNDS);
    assertThrows(IllegalArgumentException.class, () -> PricePoints.of(0, 1, rules));
    assertThrows(IllegalArgumentException.class, () -> PricePoints.of(10, -1, rules));
    assertThrows(IllegalArgumentException.class, () -> PriceRules.of(15, 0.1, POUNDS));
    assertThrows(IllegalArgumentException.class, () -> PriceRules.of(0.1, Double.NaN, POUNDS));
  }
}

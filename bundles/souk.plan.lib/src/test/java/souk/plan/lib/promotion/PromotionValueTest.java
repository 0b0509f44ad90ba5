package souk.plan.lib.promotion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import souk.plan.lib.price.LogLogDemand;

class PromotionValueTest {
  @Test
  void percentageOffByHand() {
    // 100 units at 10.00, cost 6.00, elasticity -3, 10 % off: 137.174 units at 9.00.
    PromotionValue value = PercentageOff.of(1000, 600, new LogLogDemand(100, -3, 0), 0.1);
    double units = 100 / (0.9 * 0.9 * 0.9);
    assertEquals(300 * units - 400 * 100, value.gain(), 1e-6);
    assertEquals(100 * units, value.cost(), 1e-6);
    assertEquals(100 * 100, value.costAnyway(), 1e-9);
    assertEquals(value.gain(), value.extraMargin() - value.cost(), 1e-6);
  }

  /** Planted truth: a small discount pays exactly when the elasticity beats price over margin. */
  @Test
  void aDiscountPaysOnlyBeyondTheKnownElasticity() {
    double breakEven = -1000.0 / 400;
    assertTrue(PercentageOff.of(1000, 600, demand(breakEven - 0.3), 0.01).gain() > 0);
    assertTrue(PercentageOff.of(1000, 600, demand(breakEven + 0.3), 0.01).gain() < 0);
  }

  private static LogLogDemand demand(double elasticity) {
    return new LogLogDemand(100, elasticity, 0);
  }

  @Test
  void uncertaintyWidensTheInterval() {
    PromotionValue sure = PercentageOff.of(1000, 600, new LogLogDemand(100, -3, 0), 0.1);
    PromotionValue unsure = PercentageOff.of(1000, 600, new LogLogDemand(100, -3, 0.5), 0.1);
    assertEquals(sure.gainLow(), sure.gainHigh(), 1e-9);
    assertTrue(unsure.gainLow() < unsure.gain() && unsure.gain() < unsure.gainHigh());
  }

  @Test
  void thresholdPaysForBasketsAlreadyAboveAndForThoseToppedUp() {
    LogLogDemand response = new LogLogDemand(1, -2, 0);
    // 9500 · 0.95^-2 = 10526 ≥ 10000: topped up; 9000 · 0.95^-2 = 9972: not.
    PromotionValue toppedUp =
        ThresholdMoneyOff.of(new long[] {9500}, 2, 0.5, response, 10_000, 500);
    assertEquals(2 * (500 * 0.5 - 500), toppedUp.gain(), 1e-9);
    assertEquals(0, toppedUp.costAnyway());
    PromotionValue untouched =
        ThresholdMoneyOff.of(new long[] {9000}, 2, 0.5, response, 10_000, 500);
    assertEquals(0, untouched.gain());
    PromotionValue above = ThresholdMoneyOff.of(new long[] {20_000}, 1, 0.5, response, 10_000, 500);
    double lift = 1 / (0.975 * 0.975);
    assertEquals(10_000 * (lift - 1) - 500 * lift, above.gain(), 1e-6);
    assertEquals(500 * lift, above.cost(), 1e-9);
    assertEquals(500, above.costAnyway(), 1e-9);
  }

  @Test
  void inelasticBasketsOnlyCostMoney() {
    PromotionValue value =
        ThresholdMoneyOff.of(
            new long[] {5_000, 9_900, 15_000}, 1, 0.6, new LogLogDemand(1, 0, 0), 10_000, 1_000);
    assertEquals(-1_000, value.gain(), 1e-9);
  }

  @Test
  void refusesImpossibleOffers() {
    LogLogDemand response = new LogLogDemand(1, -2, 0);
    assertThrows(IllegalArgumentException.class, () -> PercentageOff.of(1, 0, response, 10));
    assertThrows(
        IllegalArgumentException.class,
        () -> ThresholdMoneyOff.of(new long[0], 1, 0.5, response, 100, 100));
  }

  @Test
  void gainProbabilityTurnsAtTheBreakEvenElasticity() {
    double breakEven = Math.log(400.0 / 300) / Math.log(0.9);
    LogLogDemand even = new LogLogDemand(100, breakEven, 0.5);
    assertEquals(0.5, PercentageOff.gainProbability(1000, 600, even, 0.1), 1e-6);
    LogLogDemand stronger = new LogLogDemand(100, breakEven - 0.5, 0.5);
    assertEquals(0.841345, PercentageOff.gainProbability(1000, 600, stronger, 0.1), 1e-5);
    assertEquals(0, PercentageOff.gainProbability(1000, 950, stronger, 0.1));
  }
}

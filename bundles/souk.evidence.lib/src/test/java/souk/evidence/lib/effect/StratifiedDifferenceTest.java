package souk.evidence.lib.effect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import souk.evidence.lib.assign.Assignment;
import souk.evidence.lib.assign.StratifiedAssignment;
import souk.evidence.lib.random.Draws;
import souk.evidence.lib.random.Streams;

class StratifiedDifferenceTest {
  private static final double LEVEL = 0.95;

  /** As printed by R: {@code t.test(extra ~ group, data = sleep)}, with the sign turned. */
  @Test
  void welchOnTheSleepDataOfStudent() {
    double[] group2 = {1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4};
    double[] group1 = {0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0};
    double[] after = new double[20];
    boolean[] treated = new boolean[20];
    for (int i = 0; i < 10; i++) {
      after[i] = group2[i];
      treated[i] = true;
      after[10 + i] = group1[i];
    }
    Effect e =
        StratifiedDifference.plain(new Sample(new double[20], after, treated, new int[20]), LEVEL);
    assertEquals(1.58, e.perUnit(), 1e-12);
    assertEquals(17.776, e.degreesOfFreedom(), 5e-4);
    assertEquals(-0.2054832, e.low(), 1e-6);
    assertEquals(3.3654832, e.high(), 1e-6);
  }

  @Tag("slow")
  @Test
  void intervalsCoverTheTruthWithAndWithoutAnEffect() {
    for (double truth : new double[] {0, 3}) {
      Tally t = tally(1500, 200, 0.3, truth, Shape.NORMAL);
      assertEquals(LEVEL, t.plainCoverage, 0.018, "plain, effect " + truth);
      assertEquals(LEVEL, t.adjustedCoverage, 0.018, "adjusted, effect " + truth);
      assertEquals(truth, t.meanAdjusted, 0.15);
    }
  }

  /** 20 units held out of 100 and sizes as in a shop: the hardest case that comes up. */
  @Tag("slow")
  @Test
  void heavyTailsAndAFewControlsLoseLittleCoverage() {
    for (double truth : new double[] {0, 3}) {
      Tally t = tally(1500, 100, 0.2, truth, Shape.RETAIL);
      assertTrue(t.adjustedCoverage > 0.93, "adjusted " + t.adjustedCoverage);
      assertTrue(t.adjustedCoverage < 0.985, "adjusted " + t.adjustedCoverage);
    }
  }

  @Tag("slow")
  @Test
  void largerHeavyTailedSamplesKeepTheLevel() {
    Tally t = tally(1000, 500, 0.2, 3, Shape.RETAIL);
    assertEquals(LEVEL, t.adjustedCoverage, 0.025);
  }

  @Test
  void theAdjustmentTakesAwayTheVarianceThatThePeriodBeforeExplains() {
    // Correlation 0.9 before to after: the variance should fall by about 0.9² = 0.81.
    Tally t = tally(300, 400, 0.5, 1, Shape.NORMAL);
    assertEquals(0.81, t.meanReduction, 0.03);
    assertEquals(Math.sqrt(1 - 0.81), t.spreadAdjusted / t.spreadPlain, 0.08);
  }

  @Test
  void anUnrelatedPeriodBeforeDoesNoHarm() {
    SplittableRandom random = Streams.of(3, "unrelated");
    int n = 400;
    double[] before = new double[n];
    double[] after = new double[n];
    boolean[] treated = new boolean[n];
    for (int i = 0; i < n; i++) {
      before[i] = Draws.normal(random);
      after[i] = Draws.normal(random);
      treated[i] = i % 2 == 0;
    }
    Sample sample = new Sample(before, after, treated, new int[n]);
    Effect plain = StratifiedDifference.plain(sample, LEVEL);
    Effect adjusted = StratifiedDifference.adjusted(sample, LEVEL);
    assertEquals(1, adjusted.standardError() / plain.standardError(), 0.02);
  }

  @Test
  void strataRemoveWhatDiffersBetweenThem() {
    SplittableRandom random = Streams.of(4, "strata");
    int n = 200;
    double[] after = new double[n];
    boolean[] treated = new boolean[n];
    int[] stratum = new int[n];
    for (int i = 0; i < n; i++) {
      stratum[i] = i / 100;
      treated[i] = i % 5 != 0;
      after[i] = 100 * stratum[i] + Draws.normal(random) + (treated[i] ? 2 : 0);
    }
    Sample sample = new Sample(new double[n], after, treated, stratum);
    Effect strata = StratifiedDifference.plain(sample, LEVEL);
    Effect whole = StratifiedDifference.plain(sample.unstratified(), LEVEL);
    assertEquals(2, strata.perUnit(), 0.5);
    assertTrue(strata.standardError() < 0.05 * whole.standardError());
    assertEquals(2, strata.strata());
  }

  @Test
  void withoutVariationBeforeTheAdjustedAnswerIsThePlainOne() {
    double[] after = {1, 2, 3, 4, 5, 6};
    boolean[] treated = {true, true, true, false, false, false};
    Sample sample = new Sample(new double[6], after, treated, new int[6]);
    assertEquals(
        StratifiedDifference.plain(sample, 0.9), StratifiedDifference.adjusted(sample, 0.9));
    assertEquals(-3, StratifiedDifference.plain(sample, 0.9).perUnit(), 1e-12);
  }

  @Test
  void strataWithTooFewUnitsAreJoinedAndSingleSidesRefused() {
    double[] after = {1, 2, 3, 4, 5};
    Sample sample =
        new Sample(
            new double[5],
            after,
            new boolean[] {true, false, true, false, true},
            new int[] {0, 0, 1, 1, 2});
    assertEquals(1, StratifiedDifference.plain(sample, LEVEL).strata());
    Sample oneControl =
        new Sample(new double[3], new double[3], new boolean[] {true, true, false}, new int[3]);
    assertThrows(
        IllegalArgumentException.class, () -> StratifiedDifference.plain(oneControl, LEVEL));
  }

  @Test
  void constantOutcomesGiveAnIntervalOfWidthZero() {
    boolean[] treated = {true, true, false, false};
    Sample sample = new Sample(new double[4], new double[] {5, 5, 2, 2}, treated, new int[4]);
    Effect e = StratifiedDifference.adjusted(sample, LEVEL);
    assertEquals(3, e.low(), 0);
    assertEquals(3, e.high(), 0);
  }

  @Test
  void winsorisingClipsBothEndsOnly() {
    double[] values = {-1000, 1, 2, 3, 4, 5, 6, 7, 8, 1000};
    Sample clipped = new Sample(values, values, new boolean[10], new int[10]).winsorised(0.1);
    assertEquals(1, clipped.after()[0]);
    assertEquals(8, clipped.after()[9]);
    assertEquals(4, clipped.after()[4]);
  }

  @Test
  void oneUnitThatDecidesTheVarianceIsNamed() {
    int n = 100;
    double[] after = new double[n];
    boolean[] treated = new boolean[n];
    for (int i = 0; i < n; i++) {
      after[i] = i % 7;
      treated[i] = i % 2 == 0;
    }
    after[11] = 1e6;
    Effect e =
        StratifiedDifference.plain(new Sample(new double[n], after, treated, new int[n]), LEVEL);
    assertTrue(e.largestShare() > 0.9);
  }

  private enum Shape {
    NORMAL,
    RETAIL
  }

  private static final class Tally {
    double plainCoverage;
    double adjustedCoverage;
    double meanAdjusted;
    double meanReduction;
    double spreadPlain;
    double spreadAdjusted;
  }

  private static Tally tally(int runs, int units, double share, double truth, Shape shape) {
    Tally t = new Tally();
    double sumPlain = 0;
    for (int run = 0; run < runs; run++) {
      Sample sample = planted(run, units, share, truth, shape);
      Effect plain = StratifiedDifference.plain(sample, LEVEL);
      Effect adjusted = StratifiedDifference.adjusted(sample, LEVEL);
      t.plainCoverage += covers(plain, truth) / runs;
      t.adjustedCoverage += covers(adjusted, truth) / runs;
      t.meanAdjusted += adjusted.perUnit() / runs;
      t.meanReduction +=
          StratifiedDifference.adjusted(sample.unstratified(), LEVEL).varianceReduction() / runs;
      sumPlain += plain.perUnit() / runs;
      t.spreadPlain += plain.perUnit() * plain.perUnit() / runs;
      t.spreadAdjusted += adjusted.perUnit() * adjusted.perUnit() / runs;
    }
    t.spreadPlain = Math.sqrt(t.spreadPlain - sumPlain * sumPlain);
    t.spreadAdjusted = Math.sqrt(t.spreadAdjusted - t.meanAdjusted * t.meanAdjusted);
    return t;
  }

  private static double covers(Effect e, double truth) {
    return e.low() <= truth && truth <= e.high() ? 1 : 0;
  }

  private static Sample planted(int run, int units, double share, double truth, Shape shape) {
    SplittableRandom random = Streams.of(run, "planted", shape, truth);
    Map<String, Double> sizes = new HashMap<>();
    double[] before = new double[units];
    double[] after = new double[units];
    for (int i = 0; i < units; i++) {
      if (shape == Shape.NORMAL) {
        before[i] = 50 + 10 * Draws.normal(random);
        after[i] = 50 + 0.9 * (before[i] - 50) + Math.sqrt(19) * Draws.normal(random);
      } else {
        double mean = 20 * StrictMath.exp(1.2 * Draws.normal(random));
        before[i] = mean * Draws.gamma(random, 4) / 4;
        after[i] = mean * Draws.gamma(random, 2) / 2;
      }
      sizes.put("U" + i, shape == Shape.NORMAL ? 1 : before[i]);
    }
    Assignment a = StratifiedAssignment.assign(sizes, share, run, "E");
    Set<String> control = Set.copyOf(a.control());
    boolean[] treated = new boolean[units];
    int[] stratum = new int[units];
    for (int i = 0; i < units; i++) {
      treated[i] = !control.contains("U" + i);
      stratum[i] = a.stratumByUnit().get("U" + i);
      after[i] += treated[i] ? truth : 0;
    }
    return new Sample(before, after, treated, stratum);
  }
}

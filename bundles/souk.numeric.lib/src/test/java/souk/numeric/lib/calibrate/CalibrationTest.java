package souk.numeric.lib.calibrate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import souk.numeric.lib.Logistic;
import souk.numeric.lib.metrics.Probabilities;

class CalibrationTest {
  @Test
  void poolsWhatViolatesTheOrder() {
    double[] score = {1, 2, 3, 4, 5, 6};
    double[] target = {1, 3, 2, 4, 3.5, 6};
    Isotonic fit = Isotonic.fit(target, score);
    assertArrayEquals(new double[] {1, 2.5, 2.5, 3.75, 3.75, 6}, fit.probabilities(score), 1e-12);
    assertEquals(1, fit.probability(-5));
    assertEquals(6, fit.probability(50));
    assertEquals((2.5 + 3.75) / 2, fit.probability(3.5), 1e-12);
    Isotonic again = Isotonic.of(fit.scores(), fit.values());
    assertEquals(fit.probability(1.3), again.probability(1.3));
  }

  @Test
  void equalScoresGetOneValueAndWeightsCount() {
    Isotonic fit =
        Isotonic.fit(new double[] {0, 1, 0}, new double[] {1, 1, 2}, new double[] {1, 3, 4});
    assertEquals(3.0 / 8, fit.probability(1), 1e-12);
    assertEquals(3.0 / 8, fit.probability(2), 1e-12);
  }

  /** Against every non-decreasing function on a grid of values, none of which is better. */
  @Test
  void noOtherOrderedFunctionIsBetter() {
    SplittableRandom random = new SplittableRandom(3);
    for (int round = 0; round < 50; round++) {
      double[] target = random.doubles(5).map(x -> Math.round(4 * x) / 4.0).toArray();
      double[] score = {1, 2, 3, 4, 5};
      double[] fitted = Isotonic.fit(target, score).probabilities(score);
      double least = Double.POSITIVE_INFINITY;
      for (int code = 0; code < 9 * 9 * 9 * 9 * 9; code++) {
        double sum = 0;
        boolean ordered = true;
        double before = -1;
        for (int i = 0, left = code; i < 5 && ordered; i++, left /= 9) {
          double value = left % 9 / 8.0;
          ordered = value >= before;
          before = value;
          sum += (value - target[i]) * (value - target[i]);
        }
        least = ordered ? Math.min(least, sum) : least;
      }
      double ours = 0;
      for (int i = 0; i < 5; i++) {
        ours += (fitted[i] - target[i]) * (fitted[i] - target[i]);
      }
      assertTrue(ours <= least + 1e-12, ours + " " + least);
    }
  }

  /** Scores twice as sure as they may be, and shifted: the slope and the intercept are found. */
  @Test
  void plattFindsAPlantedSlope() {
    SplittableRandom random = new SplittableRandom(4);
    double[] score = new double[50_000];
    double[] target = new double[score.length];
    for (int i = 0; i < score.length; i++) {
      score[i] = 8 * random.nextDouble() - 4;
      target[i] = random.nextDouble() < Logistic.probability(0.5 * score[i] - 1) ? 1 : 0;
    }
    Platt fit = Platt.fit(target, score);
    assertEquals(-0.5, fit.slope(), 0.02);
    assertEquals(1, fit.intercept(), 0.03);
    assertTrue(Probabilities.ece(target, fit.probabilities(score), 10) < 0.01);
    double[] isotonic = Isotonic.fit(target, score).probabilities(score);
    assertTrue(Probabilities.ece(target, isotonic, 10) < 0.01);
  }

  /** Smoothed targets: four rows in perfect order do not give certainty. */
  @Test
  void fewRowsGiveNoCertainty() {
    double[] target = {0, 0, 1, 1};
    double[] score = {1, 2, 3, 4};
    double[] probabilities = Platt.fit(target, score).probabilities(score);
    assertTrue(probabilities[3] < 0.9 && probabilities[0] > 0.1, Arrays.toString(probabilities));
    assertEquals(2, Arrays.stream(probabilities).sum(), 1e-3);
  }
}

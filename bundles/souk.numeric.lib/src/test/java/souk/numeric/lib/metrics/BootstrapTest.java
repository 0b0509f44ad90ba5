package souk.numeric.lib.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BootstrapTest {
  /** The 95 % interval of a mean is about 1.96 deviations over the root of n to each side. */
  @Test
  void ofAMeanIsAsTheoryHasIt() {
    Random random = new Random(8);
    double[] values = new double[400];
    Arrays.setAll(values, i -> 5 + 2 * random.nextGaussian());
    Interval interval =
        new Bootstrap(2_000, 0.95, 1)
            .of((target, score) -> Arrays.stream(target).sum() / target.length, values, values);
    double deviation = Errors.rmse(values, constant(interval.value(), values.length));
    assertEquals(interval.value() - 1.96 * deviation / 20, interval.low(), 0.02);
    assertEquals(interval.value() + 1.96 * deviation / 20, interval.high(), 0.02);
  }

  private static double[] constant(double value, int count) {
    double[] all = new double[count];
    Arrays.fill(all, value);
    return all;
  }

  /** In nine of ten and more samples of a known AUC the interval holds it. */
  @Test
  void holdsTheTruthAboutAsOftenAsItSays() {
    int held = 0;
    double truth = 0.7602;
    for (int sample = 0; sample < 100; sample++) {
      Random random = new Random(sample);
      double[] target = new double[200];
      double[] score = new double[200];
      for (int i = 0; i < 200; i++) {
        target[i] = i % 4 == 0 ? 1 : 0;
        score[i] = target[i] + random.nextGaussian();
      }
      Interval interval = new Bootstrap(200, 0.95, 1).of(Ranking::auc, target, score);
      held += interval.low() <= truth && truth <= interval.high() ? 1 : 0;
    }
    assertTrue(held >= 88, held + " of 100");
  }

  @Test
  void everyDrawHasBothKindsAndSameSeedSameInterval() {
    double[] target = new double[300];
    double[] score = new double[300];
    target[7] = 1;
    Arrays.setAll(score, i -> i % 11);
    Interval interval = new Bootstrap(100, 0.9, 3).of(Ranking::auc, target, score);
    assertEquals(interval, new Bootstrap(100, 0.9, 3).of(Ranking::auc, target, score));
    assertTrue(interval.low() <= interval.value() && interval.value() <= interval.high());
  }

  /** Two scores of the same rows: their difference is known better than each of them. */
  @Test
  void differencesArePaired() {
    Random random = new Random(8);
    double[] target = new double[500];
    double[] good = new double[500];
    double[] worse = new double[500];
    for (int i = 0; i < 500; i++) {
      target[i] = i % 3 == 0 ? 1 : 0;
      good[i] = target[i] + random.nextGaussian();
      worse[i] = good[i] + 0.4 * random.nextGaussian();
    }
    Bootstrap bootstrap = new Bootstrap(300, 0.95, 1);
    Interval difference = bootstrap.difference(Ranking::auc, target, good, worse);
    Interval alone = bootstrap.of(Ranking::auc, target, good);
    assertTrue(difference.high() - difference.low() < (alone.high() - alone.low()) / 2);
    assertEquals(0, bootstrap.difference(Ranking::auc, target, good, good).high());
  }

  @Test
  void refusesTooFewDraws() {
    assertThrows(IllegalArgumentException.class, () -> new Bootstrap(10, 0.95, 1));
    assertThrows(IllegalArgumentException.class, () -> new Bootstrap(100, 95, 1));
  }
}

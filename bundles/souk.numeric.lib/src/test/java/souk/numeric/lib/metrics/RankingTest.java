package souk.numeric.lib.metrics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RankingTest {
  private static final double[] TARGET = {0, 0, 1, 1};
  private static final double[] SCORE = {0.1, 0.4, 0.35, 0.8};

  @Test
  void worksOutFourRowsByHand() {
    assertEquals(0.75, Ranking.auc(TARGET, SCORE), 1e-15);
    assertEquals(0.5 * 1 + 0.5 * 2 / 3, Ranking.averagePrecision(TARGET, SCORE), 1e-15);
    assertEquals(2, Ranking.lift(TARGET, SCORE, 0.25), 1e-15);
    assertEquals(1, Ranking.lift(TARGET, SCORE, 0.5), 1e-15);
  }

  /** With ties, on many random tables, against the definitions. */
  @Test
  void equalsTheDefinitions() {
    SplittableRandom random = new SplittableRandom(5);
    for (int table = 0; table < 200; table++) {
      double[] target = new double[2 + random.nextInt(30)];
      double[] score = new double[target.length];
      Arrays.setAll(target, i -> random.nextInt(2));
      Arrays.setAll(score, i -> random.nextInt(8));
      target[0] = 1;
      target[1] = 0;
      assertEquals(pairs(target, score), Ranking.auc(target, score), 1e-12);
      assertEquals(thresholds(target, score), Ranking.averagePrecision(target, score), 1e-12);
    }
  }

  private static double pairs(double[] target, double[] score) {
    double wins = 0;
    double all = 0;
    for (int i = 0; i < target.length; i++) {
      for (int j = 0; j < target.length; j++) {
        if (target[i] == 1 && target[j] == 0) {
          all++;
          wins += score[i] > score[j] ? 1 : score[i] == score[j] ? 0.5 : 0;
        }
      }
    }
    return wins / all;
  }

  private static double thresholds(double[] target, double[] score) {
    double sum = 0;
    double before = 0;
    double[] distinct = Arrays.stream(score).distinct().sorted().toArray();
    for (int d = distinct.length - 1; d >= 0; d--) {
      Confusion said = Confusion.of(target, score, distinct[d]);
      sum += said.precision() * (said.recall() - before);
      before = said.recall();
    }
    return sum;
  }

  @Test
  void aConstantScoreRanksNothing() {
    double[] same = {3, 3, 3, 3};
    assertEquals(0.5, Ranking.auc(TARGET, same), 1e-15);
    assertEquals(0.5, Ranking.averagePrecision(TARGET, same), 1e-15);
    assertArrayEquals(
        new double[] {1, 1, 1, 1, 1, 1, 1, 1, 1, 1}, Ranking.deciles(TARGET, same), 1e-12);
  }

  @Test
  void decilesAddUpToWhatHappened() {
    double[] target = new double[100];
    double[] score = new double[100];
    for (int i = 0; i < 100; i++) {
      score[i] = i;
      target[i] = i >= 80 || i % 20 == 0 ? 1 : 0;
    }
    double[] lifts = Ranking.deciles(target, score);
    assertEquals(1 / 0.24, lifts[0], 1e-12);
    assertEquals(1 / 0.24, lifts[1], 1e-12);
    assertEquals(10, Arrays.stream(lifts).sum(), 1e-12);
    assertEquals(lifts[0], Ranking.lift(target, score, 0.1), 1e-12);
  }

  /** Gains 3, 2, 3, 0, 1, 2 in the order shown; the sums are those of the definition. */
  @Test
  void discountsGainsByPlace() {
    double[] gain = {3, 2, 3, 0, 1, 2};
    double[] score = {6, 5, 4, 3, 2, 1};
    double dcg = 3 + 2 / log2(3) + 3 / log2(4) + 1 / log2(6) + 2 / log2(7);
    double ideal = 3 + 3 / log2(3) + 2 / log2(4) + 2 / log2(5) + 1 / log2(6);
    assertEquals(dcg / ideal, Ranking.ndcg(gain, score, 6), 1e-12);
    assertEquals((3 + 2 / log2(3)) / (3 + 3 / log2(3)), Ranking.ndcg(gain, score, 2), 1e-12);
    assertEquals(0, Ranking.ndcg(new double[3], new double[3], 2));
  }

  private static double log2(double value) {
    return Math.log(value) / Math.log(2);
  }

  @Test
  void refusesWhatHasNoAnswer() {
    double[] ones = {1, 1};
    String message =
        assertThrows(IllegalArgumentException.class, () -> Ranking.auc(ones, ones)).getMessage();
    assertTrue(message.contains("2 happened and 0 did not"), message);
    assertThrows(
        IllegalArgumentException.class,
        () -> Ranking.auc(new double[] {0, 2}, new double[] {1, 2}));
    assertThrows(
        IllegalArgumentException.class,
        () -> Ranking.auc(new double[] {0, 1}, new double[] {1, Double.NaN}));
  }
}

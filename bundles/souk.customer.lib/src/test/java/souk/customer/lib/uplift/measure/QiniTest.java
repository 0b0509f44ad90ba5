package souk.customer.lib.uplift.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import souk.customer.lib.uplift.PlantedTrial;
import souk.customer.lib.uplift.Trial;

class QiniTest {
  /** By definition: every threshold anew, from all rows. */
  private static double bruteForce(Trial trial, double[] score) {
    double[] thresholds = DoubleStream.of(score).distinct().map(s -> -s).sorted().toArray();
    double before = 0;
    double gainBefore = 0;
    double area = 0;
    double gain = 0;
    for (double negative : thresholds) {
      int[] top = IntStream.range(0, score.length).filter(r -> score[r] >= -negative).toArray();
      double nt = IntStream.of(top).filter(trial::treated).count();
      double nc = top.length - nt;
      double rt = IntStream.of(top).filter(trial::treated).mapToDouble(trial::outcome).sum();
      double rc =
          IntStream.of(top).filter(r -> !trial.treated(r)).mapToDouble(trial::outcome).sum();
      gain = (rt - (nc == 0 ? 0 : rc * nt / nc)) / trial.treatedRows();
      double share = (double) top.length / trial.size();
      area += (share - before) * (gain + gainBefore) / 2;
      before = share;
      gainBefore = gain;
    }
    return area - gain / 2;
  }

  @Test
  void equalsTheDefinitionOnSmallTrials() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 500; i++) {
      int n = 4 + random.nextInt(8);
      double[] score = random.doubles(n).map(d -> Math.floor(4 * d)).toArray();
      Trial trial = small(n, random);
      assertEquals(bruteForce(trial, score), Qini.area(trial, score), 1e-12);
      QiniCurve curve = QiniCurve.of(trial, score);
      assertEquals(0, curve.gainAt(0));
      assertEquals(effect(trial), curve.gainAt(1), 1e-12);
    }
  }

  @Test
  void hindsightHasCoefficientOne() {
    SplittableRandom random = new SplittableRandom(2);
    for (int i = 0; i < 200; i++) {
      Trial trial = small(20, random);
      double[] hindsight = new double[20];
      Arrays.setAll(hindsight, r -> trial.outcome(r) * (trial.treated(r) ? 1 : -1));
      Qini qini = Qini.of(trial, hindsight, 1, 1);
      if (qini.area().value() > 0) {
        assertEquals(1, qini.coefficient().value(), 1e-9);
      }
    }
  }

  @Test
  void constantScoresAreWorthNothing() {
    Trial trial = PlantedTrial.of(500, 0.5, 1, true, 3).trial();
    Qini qini = Qini.of(trial, new double[500], 20, 1);
    assertEquals(0, qini.area().value(), 1e-12);
    assertEquals(0, qini.auuc().value(), 1e-12);
    assertEquals(effect(trial), qini.effect().value(), 1e-12);
  }

  @Test
  void trueUpliftIsFoundAndItsReverseToo() {
    PlantedTrial planted = PlantedTrial.of(4_000, 0.5, 1, true, 4);
    Qini qini = Qini.of(planted.trial(), planted.uplift(), 300, 1);
    assertTrue(qini.area().low() > 0);
    assertTrue(qini.coefficient().low() > 0);
    assertTrue(qini.auuc().low() > 0);
    double[] reverse = Arrays.stream(planted.uplift()).map(u -> -u).toArray();
    assertTrue(Qini.of(planted.trial(), reverse, 300, 1).area().high() < 0);
  }

  /** Of 200 trials without effect, the 95 % interval misses 0 in about 10; 22 is 1 in 10,000. */
  @Test
  void intervalHoldsZeroWithoutEffect() {
    int misses = 0;
    for (int i = 0; i < 200; i++) {
      Trial trial = PlantedTrial.of(300, 0.5, 0, true, 100 + i).trial();
      double[] score = new SplittableRandom(i).doubles(300).toArray();
      misses += Qini.of(trial, score, 200, i).area().contains(0) ? 0 : 1;
    }
    int missed = misses;
    assertTrue(missed <= 22, () -> missed + " of 200");
  }

  /** A trial whose arms were filled by unequal chances equals the even one once that is heeded. */
  @Test
  void heedsChances() {
    PlantedTrial planted = PlantedTrial.of(40_000, 0.5, 1, true, 5);
    Trial all = planted.trial();
    double[] chance = new double[all.size()];
    SplittableRandom random = new SplittableRandom(6);
    int[] kept =
        IntStream.range(0, all.size())
            .filter(
                r -> {
                  chance[r] = all.rows()[r][0] > 0 ? 0.7 : 0.3;
                  return random.nextDouble() < (all.treated(r) ? chance[r] : 1 - chance[r]);
                })
            .toArray();
    Trial part = all.at(kept);
    double[] score = IntStream.of(kept).mapToDouble(r -> planted.uplift()[r]).toArray();
    double[] own = IntStream.of(kept).mapToDouble(r -> chance[r]).toArray();
    Trial weighted = Trial.of(part.rows(), part.treatments(), part.outcomes(), own);
    double even = Qini.area(all, planted.uplift());
    assertEquals(even, Qini.area(weighted, score), 0.006);
    assertFalse(Math.abs(even - Qini.area(part, score)) < 0.006);
  }

  private static Trial small(int n, SplittableRandom random) {
    double[][] rows = new double[n][1];
    boolean[] treated = new boolean[n];
    double[] outcome = new double[n];
    for (int r = 0; r < n; r++) {
      treated[r] = r == 0 || (r > 1 && random.nextBoolean());
      outcome[r] = random.nextInt(2);
    }
    return Trial.randomised(rows, treated, outcome);
  }

  private static double effect(Trial trial) {
    double[] sum = new double[2];
    for (int r = 0; r < trial.size(); r++) {
      sum[trial.treated(r) ? 1 : 0] += trial.outcome(r);
    }
    int t = trial.treatedRows();
    return sum[1] / t - sum[0] / (trial.size() - t);
  }
}

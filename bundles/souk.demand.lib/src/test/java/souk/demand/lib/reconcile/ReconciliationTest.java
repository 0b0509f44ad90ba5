package souk.demand.lib.reconcile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import souk.demand.lib.math.Normal;

/** Forecasts that add up, and are better for it. */
class ReconciliationTest {
  /** Total, two regions, four stores. */
  private static final Hierarchy TREE =
      new Hierarchy(new int[][] {{0, 1, 2, 3}, {0, 1}, {2, 3}}, 4);

  private static double gauss(SplittableRandom random) {
    return Normal.quantile((random.nextInt(1 << 20) + 0.5) / (1 << 20));
  }

  private static void addsUp(double[] all) {
    assertEquals(all[3] + all[4] + all[5] + all[6], all[0], 0);
    assertEquals(all[3] + all[4], all[1], 0);
    assertEquals(all[5] + all[6], all[2], 0);
  }

  @Test
  void bottomUpDropsTheTotals() {
    double[] answer = Reconciliation.bottomUp(TREE, new double[] {99, 9, 9, 1, 2, 3, 4});
    assertArrayEquals(new double[] {10, 3, 7, 1, 2, 3, 4}, answer);
  }

  @Test
  void whatAddsUpAlreadyStays() {
    double[] coherent = {10, 3, 7, 1, 2, 3, 4};
    double[] ones = {1, 1, 1, 1, 1, 1, 1};
    assertArrayEquals(coherent, Reconciliation.minimumTrace(TREE, coherent, ones), 1e-9);
  }

  @Test
  void equalVariancesAreOrdinaryLeastSquaresByHand() {
    Hierarchy pair = new Hierarchy(new int[][] {{0, 1}}, 2);
    double[] answer =
        Reconciliation.minimumTrace(pair, new double[] {13, 4, 6}, new double[] {1, 1, 1});
    assertArrayEquals(new double[] {12, 5, 7}, answer, 1e-8);
    double[] sure =
        Reconciliation.minimumTrace(pair, new double[] {13, 4, 6}, new double[] {1e-9, 1, 1});
    assertArrayEquals(new double[] {13, 5.5, 7.5}, sure, 1e-6);
  }

  @Test
  void errorsThatAreKnownAreMadeSmaller() {
    SplittableRandom random = new SplittableRandom(12);
    double[] deviation = {1, 2, 2, 3, 3, 3, 3};
    double[][] past = new double[7][60];
    for (int t = 0; t < 60; t++) {
      for (int s = 0; s < 7; s++) {
        past[s][t] = deviation[s] * gauss(random);
      }
    }
    double before = 0;
    double bottomUp = 0;
    double after = 0;
    for (int round = 0; round < 400; round++) {
      double[] truth = new double[7];
      for (int s = 3; s < 7; s++) {
        truth[s] = 100 + 20 * random.nextDouble();
      }
      TREE.addUp(truth);
      double[] forecasts = truth.clone();
      for (int s = 0; s < 7; s++) {
        forecasts[s] += deviation[s] * gauss(random);
      }
      double[] answer = Reconciliation.minimumTrace(TREE, forecasts, past);
      addsUp(answer);
      addsUp(
          Reconciliation.minimumTrace(
              TREE, forecasts, Arrays.stream(deviation).map(d -> d * d).toArray()));
      before += squares(forecasts, truth);
      bottomUp += squares(Reconciliation.bottomUp(TREE, forecasts), truth);
      after += squares(answer, truth);
    }
    assertTrue(after < 0.85 * before, after + " of " + before);
    assertTrue(after < 0.5 * bottomUp, after + " of " + bottomUp);
  }

  private static double squares(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (a[i] - b[i]) * (a[i] - b[i]);
    }
    return sum;
  }

  @Test
  void impossibleHierarchiesAndTooFewErrorsAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Hierarchy(new int[][] {{0, 4}}, 4));
    assertThrows(
        IllegalArgumentException.class,
        () -> Reconciliation.minimumTrace(TREE, new double[7], new double[7][2]));
  }
}

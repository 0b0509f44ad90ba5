package souk.customer.lib.stability;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class AgreementTest {
  @Test
  void renumberingDoesNotMatter() {
    int[] a = {0, 0, 1, 1, 2, 2};
    int[] b = {2, 2, 0, 0, 1, 1};
    assertEquals(1, Agreement.adjustedRand(a, b));
    assertArrayEquals(new double[] {1, 1, 1}, Agreement.bestJaccard(a, b));
  }

  /** The value that scikit-learn documents for adjusted_rand_score of these labels. */
  @Test
  void reproducesAPublishedValue() {
    assertEquals(
        0.57142857, Agreement.adjustedRand(new int[] {0, 0, 1, 2}, new int[] {0, 0, 1, 1}), 1e-8);
    assertEquals(0, Agreement.adjustedRand(new int[] {0, 0, 0, 0}, new int[] {0, 1, 2, 3}), 1e-12);
  }

  @Test
  void independentLabelsAgreeWithAboutZero() {
    Random random = new Random(5);
    int[] a = random.ints(20_000, 0, 4).toArray();
    int[] b = random.ints(20_000, 0, 4).toArray();
    assertEquals(0, Agreement.adjustedRand(a, b), 0.005);
  }

  @Test
  void agreesWithCountingPairs() {
    Random random = new Random(8);
    for (int round = 0; round < 100; round++) {
      int[] a = random.ints(15, 0, 3).toArray();
      int[] b = random.ints(15, 0, 4).toArray();
      double both = 0;
      double inA = 0;
      double inB = 0;
      for (int i = 0; i < 15; i++) {
        for (int j = 0; j < i; j++) {
          both += a[i] == a[j] && b[i] == b[j] ? 1 : 0;
          inA += a[i] == a[j] ? 1 : 0;
          inB += b[i] == b[j] ? 1 : 0;
        }
      }
      double expected = inA * inB / (15 * 14 / 2.0);
      double ari = (both - expected) / ((inA + inB) / 2 - expected);
      assertEquals(ari, Agreement.adjustedRand(a, b), 1e-12);
    }
  }

  @Test
  void refusesLabellingsOfDifferentRows() {
    assertThrows(
        IllegalArgumentException.class, () -> Agreement.adjustedRand(new int[2], new int[3]));
  }

  @Test
  void aSplitClusterLosesJaccardOnlyThere() {
    double[] jaccard =
        Agreement.bestJaccard(new int[] {0, 0, 0, 0, 1, 1}, new int[] {0, 0, 2, 2, 1, 1});
    assertArrayEquals(new double[] {0.5, 1}, jaccard, 1e-12);
  }

  @Test
  void plantedGroupsAreStableAndACoinIsNot() {
    Random random = new Random(2);
    double[][] rows = new double[400][1];
    int[] truth = new int[400];
    for (int i = 0; i < rows.length; i++) {
      truth[i] = i % 2;
      rows[i][0] = truth[i] * 10 + random.nextGaussian();
    }
    Stability.Clustering sign =
        (r, seed) -> java.util.Arrays.stream(r).mapToInt(x -> x[0] > 5 ? 1 : 0).toArray();
    Stability.Clustering coin = (r, seed) -> new Random(seed).ints(r.length, 0, 2).toArray();
    Stability stable = Stability.of(sign, rows, truth, 5, 1);
    assertEquals(1, stable.seedRand());
    assertArrayEquals(new double[] {1, 1}, stable.bootstrapJaccard());
    Stability unstable = Stability.of(coin, rows, truth, 5, 1);
    assertTrue(unstable.seedRand() < 0.1, "adjusted Rand " + unstable.seedRand());
    assertTrue(unstable.bootstrapJaccard()[0] < 0.6);
  }
}

package souk.numeric.lib.boost;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TreeSharesTest {
  private static final int FEATURES = 5;

  private static float[][] table(int rows, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[][] table = new float[rows][FEATURES];
    for (float[] row : table) {
      for (int f = 0; f < FEATURES; f++) {
        row[f] = random.nextInt(9) == 0 ? Float.NaN : (float) random.nextDouble();
      }
    }
    return table;
  }

  /** Against the definition over all sets of features. */
  @Test
  void equalTheDefinition() {
    float[][] table = table(600, 1);
    Bins bins = Bins.of(table);
    BinnedRows rows = new BinnedRows(bins, table.length);
    for (int r = 0; r < table.length; r++) {
      float[] x = table[r];
      double mean = (x[0] > 0.5 ? 4 : 1) * (x[1] > x[2] ? 3 : 1) + (Float.isNaN(x[3]) ? 2 : 0);
      rows.set(r, x, mean, 2, 1);
    }
    BoostedTrees trees =
        BoostedTrees.fit(
            rows, new BoostOptions(Loss.POISSON, 30, 8, 0.2, 5, 1, 1, 1, 1), Lanes.ONE);
    float[][] others = table(7, 2);
    for (float[] row : table(10, 3)) {
      double[] shares = trees.shares(row, others);
      double sum = 0;
      for (int f = 0; f < FEATURES; f++) {
        assertEquals(definition(trees, row, others, f), shares[f], 1e-5, "feature " + f);
        sum += shares[f];
      }
      double mean = 0;
      for (float[] other : others) {
        mean += Math.log(trees.predict(other, 1)) / others.length;
      }
      assertEquals(Math.log(trees.predict(row, 1)) - mean, sum, 1e-5);
    }
  }

  private static double definition(BoostedTrees trees, float[] row, float[][] others, int feature) {
    double sum = 0;
    for (int set = 0; set < 1 << FEATURES; set++) {
      if ((set >> feature & 1) == 0) {
        int size = Integer.bitCount(set);
        double weight = factorial(size) * factorial(FEATURES - size - 1) / factorial(FEATURES);
        sum +=
            weight
                * (value(trees, row, others, set | 1 << feature) - value(trees, row, others, set));
      }
    }
    return sum;
  }

  private static double value(BoostedTrees trees, float[] row, float[][] others, int set) {
    double mean = 0;
    for (float[] other : others) {
      float[] mixed = other.clone();
      for (int f = 0; f < FEATURES; f++) {
        mixed[f] = (set >> f & 1) == 1 ? row[f] : mixed[f];
      }
      mean += Math.log(trees.predict(mixed, 1)) / others.length;
    }
    return mean;
  }

  private static double factorial(int n) {
    return n < 2 ? 1 : n * factorial(n - 1);
  }
}

package souk.learn.lib.boost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import souk.learn.lib.table.Sample;
import souk.numeric.lib.boost.BoostOptions;
import souk.numeric.lib.boost.Lanes;
import souk.numeric.lib.boost.Loss;

class TableTreesTest {
  private static BoostOptions options(Loss loss) {
    return new BoostOptions(loss, 150, 8, 0.1, 20, 1, 1, 1, 1);
  }

  /** The mean goes up and down with the code: only the order by target lets one cut divide it. */
  private static Sample table(int rows, boolean categorical) {
    Random random = new Random(rows);
    double[][] table = new double[rows][];
    double[] target = new double[rows];
    for (int r = 0; r < rows; r++) {
      int code = random.nextInt(30);
      table[r] = new double[] {code, random.nextGaussian()};
      target[r] = truth(table[r]) + 0.1 * random.nextGaussian();
    }
    return Sample.of(table, target, new boolean[] {categorical, false});
  }

  private static double truth(double[] row) {
    return 1_000 + 50 * ((int) row[0] * 7 % 30 > 14 ? 1 : -1) * (row[1] > 0 ? 1 : 2);
  }

  private static double error(TableTrees trees) {
    Sample fresh = table(999, true);
    double sum = 0;
    for (double[] row : fresh.rows()) {
      sum += Math.abs(trees.predict(row) - truth(row)) / fresh.size();
    }
    return sum;
  }

  @Test
  void categoriesAreOrderedByTheTarget() {
    BoostOptions few = options(Loss.FIGURE).withTrees(40);
    double asCategories = error(TableTrees.fit(table(3_000, true), few, Lanes.ONE));
    double asNumbers = error(TableTrees.fit(table(3_000, false), few, Lanes.ONE));
    assertTrue(asCategories < 2, "error " + asCategories);
    assertTrue(asNumbers > 3 * asCategories, asNumbers + " against " + asCategories);
  }

  @Test
  void countsAndProbabilitiesStayInTheirRange() {
    Sample sample = table(2_000, true);
    double[] counts = Arrays.stream(sample.target()).map(y -> Math.round(y / 100)).toArray();
    double[] events = Arrays.stream(sample.target()).map(y -> y > 1_000 ? 1 : 0).toArray();
    TableTrees mean =
        TableTrees.fit(
            Sample.of(sample.rows(), counts, sample.categorical()),
            options(Loss.POISSON),
            Lanes.ONE);
    TableTrees chance =
        TableTrees.fit(
            Sample.of(sample.rows(), events, sample.categorical()),
            options(Loss.LOGISTIC),
            Lanes.ONE);
    double[] high = {8, -1};
    double[] odd = {Double.NaN, Double.NaN};
    assertEquals(truth(high) / 100, mean.predict(high), 0.7);
    assertEquals(truth(high) > 1_000 ? 1 : 0, chance.predict(high), 0.05);
    assertTrue(mean.predict(odd) > 0);
    assertTrue(chance.predict(odd) >= 0 && chance.predict(odd) <= 1);
    assertEquals(chance.predict(high), 1 / (1 + Math.exp(-chance.score(high))), 1e-9);
  }

  @Test
  void survivesItsBytesAndRefusesDamagedOnes() throws IOException {
    TableTrees trees = TableTrees.fit(table(500, true), options(Loss.FIGURE), Lanes.ONE);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    trees.write(new DataOutputStream(bytes));
    double[] row = {4, 0.3};
    assertEquals(trees.predict(row), read(bytes.toByteArray()).predict(row));
    for (int cut : new int[] {0, 3, 30, 60, bytes.size() - 1}) {
      assertThrows(
          IOException.class, () -> read(Arrays.copyOf(bytes.toByteArray(), cut)), "cut " + cut);
    }
    assertThrows(IllegalArgumentException.class, () -> trees.predict(new double[1]));
  }

  private static TableTrees read(byte[] bytes) throws IOException {
    return TableTrees.read(new DataInputStream(new ByteArrayInputStream(bytes)));
  }
}

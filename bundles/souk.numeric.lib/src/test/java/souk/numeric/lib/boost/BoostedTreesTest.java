package souk.numeric.lib.boost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BoostedTreesTest {
  private static final Lanes PARALLEL = (n, task) -> IntStream.range(0, n).parallel().forEach(task);

  private static BoostOptions options(Loss loss) {
    return new BoostOptions(loss, 150, 15, 0.1, 20, 1, 0.8, 0.8, 3);
  }

  private static double planted(float[] x) {
    double missing = Float.isNaN(x[2]) ? 2 : 1;
    return (x[0] > 0.5 ? 8 : 2) * (1 + x[1]) * missing;
  }

  private static float[][] table(int rows, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[][] table = new float[rows][4];
    for (float[] row : table) {
      for (int f = 0; f < row.length; f++) {
        row[f] = (float) random.nextDouble();
      }
      row[2] = random.nextInt(4) == 0 ? Float.NaN : row[2];
    }
    return table;
  }

  private static int poisson(SplittableRandom random, double mean) {
    double limit = Math.exp(-mean);
    int count = 0;
    for (double product = random.nextDouble(); product > limit; product *= random.nextDouble()) {
      count++;
    }
    return count;
  }

  private static BinnedRows rows(float[][] table, Bins bins, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    BinnedRows rows = new BinnedRows(bins, table.length);
    for (int i = 0; i < table.length; i++) {
      rows.set(i, table[i], poisson(random, planted(table[i])), 5, 1);
    }
    return rows;
  }

  private static double error(BoostedTrees trees, float[][] table) {
    double sum = 0;
    double seen = 0;
    for (float[] row : table) {
      sum += Math.abs(trees.predict(row, 5) - planted(row));
      seen += planted(row);
    }
    return sum / seen;
  }

  @Test
  void recoversAPlantedMeanWithMissingValues() {
    float[][] table = table(8_000, 1);
    Bins bins = Bins.of(table);
    for (Loss loss : List.of(Loss.POISSON, Loss.TWEEDIE, Loss.SQUARED, Loss.ABSOLUTE)) {
      BoostedTrees trees = BoostedTrees.fit(rows(table, bins, 2), options(loss), Lanes.ONE);
      double error = error(trees, table(2_000, 9));
      assertTrue(error < 0.06, loss + " is off by " + error);
      BoostedTrees none =
          BoostedTrees.fit(rows(table, bins, 2), options(loss).withTrees(0), Lanes.ONE);
      assertTrue(error(none, table) > 0.3, "the start itself must not pass");
    }
  }

  @Test
  void anyNumberOfThreadsGivesTheSameTrees() {
    float[][] table = table(40_000, 1);
    BinnedRows rows = rows(table, Bins.of(table), 2);
    BoostOptions few = options(Loss.POISSON).withTrees(10);
    BoostedTrees one = BoostedTrees.fit(rows, few, Lanes.ONE);
    BoostedTrees many = BoostedTrees.fit(rows, few, PARALLEL);
    for (float[] row : table(500, 5)) {
      assertEquals(one.predict(row, 5), many.predict(row, 5));
    }
  }

  @Test
  void growingStopsWhereHeldOutRowsGetNoBetter() {
    float[][] table = table(2_000, 1);
    Bins bins = Bins.of(table);
    BoostedTrees trees =
        BoostedTrees.fit(
            rows(table, bins, 2),
            rows(table(1_000, 7), bins, 8),
            15,
            options(Loss.POISSON).withTrees(2_000),
            Lanes.ONE);
    assertTrue(trees.size() > 5 && trees.size() < 1_000, trees.size() + " trees");
  }

  @Test
  void weightsCountLikeRepeatedRows() {
    float[][] table = table(1_000, 1);
    Bins bins = Bins.of(table);
    BinnedRows weighted = new BinnedRows(bins, 1_000);
    BinnedRows repeated = new BinnedRows(bins, 2_000);
    for (int i = 0; i < 1_000; i++) {
      weighted.set(i, table[i], i % 7, 3, 2);
      repeated.set(i, table[i], i % 7, 3, 1);
      repeated.set(1_000 + i, table[i], i % 7, 3, 1);
    }
    BoostOptions once = new BoostOptions(Loss.POISSON, 1, 2, 1, 1, 0, 1, 1, 1);
    BoostedTrees a = BoostedTrees.fit(weighted, once, Lanes.ONE);
    BoostedTrees b = BoostedTrees.fit(repeated, once, Lanes.ONE);
    for (float[] row : table) {
      assertEquals(b.predict(row, 3), a.predict(row, 3), 1e-5);
    }
  }

  @Test
  void impossibleOptionsAreRefusedWithFigures() {
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () -> new BoostOptions(Loss.POISSON, 10, 1, 0.1, 1, 1, 1, 1, 1))
            .getMessage();
    assertTrue(message.contains("10, 1 and 1"), message);
  }
}

package souk.learn.lib.explain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import souk.learn.lib.table.Sample;
import souk.numeric.lib.metrics.Errors;

class ExplainTest {
  /** The squared error rises by 2 · slope² · variance when a column is drawn from other rows. */
  @Test
  void shufflingCostsWhatTheSlopeIsWorth() {
    Random random = new Random(1);
    double[][] rows = new double[20_000][];
    Arrays.setAll(rows, r -> new double[] {random.nextGaussian(), random.nextGaussian(), 3});
    double[] target = Arrays.stream(rows).mapToDouble(row -> 2 * row[0] - row[1]).toArray();
    double[][] before = Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
    double[] rise =
        Permutation.of(
            rows,
            asked -> Arrays.stream(asked).mapToDouble(row -> 2 * row[0] - row[1]).toArray(),
            answers -> Math.pow(Errors.rmse(target, answers), 2),
            3,
            5);
    assertEquals(8, rise[0], 0.2);
    assertEquals(2, rise[1], 0.05);
    assertEquals(0, rise[2], 1e-12);
    assertArrayEquals(before, rows);
  }

  @Test
  void aColumnAloneTellsWhatItTells() {
    Random random = new Random(1);
    double[][] rows = new double[4_000][];
    double[] target = new double[rows.length];
    for (int r = 0; r < rows.length; r++) {
      target[r] = r % 2;
      rows[r] =
          new double[] {
            -target[r], random.nextDouble(), target[r] == 1 ? 4 : 9, random.nextInt(3_000)
          };
    }
    Sample sample = Sample.of(rows, target, new boolean[] {false, false, true, true});
    assertEquals(1, Alone.auc(sample, 0), 1e-12);
    assertEquals(0.5, Alone.auc(sample, 1), 0.03);
    assertEquals(1, Alone.auc(sample, 2), 1e-12);
    assertTrue(Alone.auc(sample, 3) < 0.55, "a key tells nothing of rows not looked at");
  }
}

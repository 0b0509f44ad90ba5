package souk.learn.lib.select;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import souk.learn.lib.table.Sample;
import souk.numeric.lib.Logistic;

class ColumnChoiceTest {
  private static Sample planted() {
    Random random = new Random(3);
    double[][] rows = new double[3_000][];
    double[] target = new double[rows.length];
    for (int r = 0; r < rows.length; r++) {
      double x = random.nextGaussian();
      rows[r] =
          new double[] {x, random.nextGaussian(), x * x, random.nextInt(4), random.nextInt(4)};
      double score = 1.5 * x + (rows[r][3] == 2 ? 2 : 0) - 0.5;
      target[r] = random.nextDouble() < Logistic.probability(score) ? 1 : 0;
    }
    return Sample.of(rows, target, new boolean[] {false, false, false, true, true});
  }

  @Test
  void informationNamesWhatTells() {
    double[] bits = ColumnChoice.information(planted());
    assertTrue(bits[0] > 0.15 && bits[3] > 0.04, Arrays.toString(bits));
    assertTrue(bits[1] < 0.004 && bits[4] < 0.004, Arrays.toString(bits));
  }

  /** A fair coin that is shown says one bit; a constant says none. */
  @Test
  void informationOfACoin() {
    double[][] rows = new double[2_000][];
    double[] target = new double[rows.length];
    for (int r = 0; r < rows.length; r++) {
      target[r] = r % 2;
      rows[r] = new double[] {target[r], 5};
    }
    double[] bits = ColumnChoice.information(Sample.of(rows, target, new boolean[] {true, false}));
    assertEquals(1, bits[0], 0.002);
    assertEquals(0, bits[1], 1e-12);
  }

  @Test
  void stabilityKeepsWhatHasAnEffect() {
    double[] kept = ColumnChoice.stability(planted(), 0.03, true, 20, 1);
    assertEquals(1, kept[0], 1e-9);
    assertEquals(1, kept[3], 1e-9);
    assertTrue(kept[1] < 0.3 && kept[4] < 0.3, Arrays.toString(kept));
  }

  @Test
  void whatIsNotAboveChanceGoes() {
    assertArrayEquals(
        new boolean[] {true, false, false},
        ColumnChoice.aboveChance(new double[] {0.5, 0.01, -0.2, 0.02, -0.1}, 2));
  }
}

package souk.numeric.lib.boost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/** Probabilities and plain figures, planted. */
class OddsAndFiguresTest {
  private static BoostOptions options(Loss loss) {
    return new BoostOptions(loss, 200, 8, 0.1, 20, 1, 1, 1, 3);
  }

  private static float[][] table(int rows, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[][] table = new float[rows][3];
    for (float[] row : table) {
      for (int f = 0; f < row.length; f++) {
        row[f] = (float) (4 * random.nextDouble() - 2);
      }
    }
    return table;
  }

  private static BinnedRows rows(float[][] table, double start, ToDoubleFunction<float[]> seen) {
    BinnedRows rows = new BinnedRows(Bins.of(table), table.length);
    for (int i = 0; i < table.length; i++) {
      rows.set(i, table[i], seen.applyAsDouble(table[i]), start, 1);
    }
    return rows;
  }

  @Test
  void oddsAreRecovered() {
    ToDoubleFunction<float[]> truth = x -> 1 / (1 + Math.exp(1 - 2 * x[0] * (x[1] > 0 ? 1 : -1)));
    SplittableRandom random = new SplittableRandom(5);
    BinnedRows rows =
        rows(table(20_000, 1), 0.5, row -> random.nextDouble() < truth.applyAsDouble(row) ? 1 : 0);
    BoostedTrees trees = BoostedTrees.fit(rows, options(Loss.LOGISTIC), Lanes.ONE);
    double error = 0;
    for (float[] row : table(1_000, 2)) {
      double odds = trees.predict(row, 0.5);
      error += Math.abs(odds / (1 + odds) - truth.applyAsDouble(row)) / 1_000;
    }
    assertTrue(error < 0.04, "mean error " + error);
  }

  /** Negative figures too: the score is the figure. */
  @Test
  void figuresAreRecovered() {
    ToDoubleFunction<float[]> truth = x -> x[0] - 0.5 * x[1];
    BinnedRows rows = rows(table(5_000, 1), 1, truth);
    BoostedTrees trees = BoostedTrees.fit(rows, options(Loss.FIGURE), Lanes.ONE);
    double error = 0;
    for (float[] row : table(1_000, 2)) {
      error += Math.abs(Math.log(trees.predict(row, 1)) - truth.applyAsDouble(row)) / 1_000;
    }
    assertTrue(error < 0.1, "mean error " + error);
  }

  /** By difference quotients of the loss by the score. */
  @Test
  void gradientsAndCurvaturesAreThoseOfTheLoss() {
    double step = 1e-4;
    for (Loss loss : new Loss[] {Loss.LOGISTIC, Loss.FIGURE}) {
      double half = loss == Loss.FIGURE ? 0.5 : 1;
      for (double score = -3; score < 3; score += 0.7) {
        double before = half * loss.miss(1, Math.exp(score - step));
        double here = half * loss.miss(1, Math.exp(score));
        double after = half * loss.miss(1, Math.exp(score + step));
        assertEquals((after - before) / (2 * step), loss.gradient(1, Math.exp(score)), 1e-5);
        assertEquals(
            (after - 2 * here + before) / (step * step), loss.curvature(1, Math.exp(score)), 1e-4);
      }
    }
  }

  @Test
  void growingStopsByTheLossItself() {
    SplittableRandom random = new SplittableRandom(5);
    BinnedRows rows = rows(table(500, 1), 1, row -> random.nextInt(2));
    BinnedRows held = rows(table(500, 2), 1, row -> random.nextInt(2));
    BoostedTrees trees = BoostedTrees.fit(rows, held, 10, options(Loss.LOGISTIC), Lanes.ONE);
    assertTrue(trees.size() < 10, "noise was learned with " + trees.size() + " trees");
  }
}

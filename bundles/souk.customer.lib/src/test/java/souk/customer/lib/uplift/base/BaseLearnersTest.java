package souk.customer.lib.uplift.base;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import souk.customer.lib.uplift.Rows;

class BaseLearnersTest {
  private static final int ROWS = 3_000;
  private final double[][] rows = new double[ROWS][3];
  private final SplittableRandom random = new SplittableRandom(1);

  BaseLearnersTest() {
    for (double[] row : rows) {
      for (int c = 0; c < row.length; c++) {
        row[c] = 2 * random.nextDouble() - 1;
      }
    }
  }

  @Test
  void ridgeFindsPlantedSlopes() {
    double[] target = new double[ROWS];
    for (int r = 0; r < ROWS; r++) {
      target[r] = 5 + 2 * rows[r][0] - rows[r][1] + 0.1 * (random.nextDouble() - 0.5);
    }
    Predictor model = new RidgeRegression().learn(rows, target, Rows.ones(ROWS), 1);
    double[] answer =
        model.predict(new double[][] {{0, 0, 0}, {1, 0, 0}, {0, 1, 0}, {0, 0, Double.NaN}});
    assertEquals(5, answer[0], 0.02);
    assertEquals(7, answer[1], 0.02);
    assertEquals(4, answer[2], 0.02);
    assertEquals(5, answer[3], 0.02);
  }

  /** On noise the ladder of penalties ends at a large one: nearly the mean everywhere. */
  @Test
  void ridgeShrinksNoise() {
    double[] target = random.doubles(ROWS).toArray();
    double[] answer =
        new RidgeRegression()
            .learn(rows, target, Rows.ones(ROWS), 1)
            .predict(new double[][] {{1, 1, 1}, {-1, -1, -1}});
    assertEquals(0.5, answer[0], 0.05);
    assertEquals(0.5, answer[1], 0.05);
  }

  @Test
  void weightsCountAsRepeats() {
    double[][] few = {{0}, {1}, {2}, {3}};
    double[] target = {0, 1, 1, 0};
    double[] weights = {1, 3, 1, 1};
    double[][] repeated = {{0}, {1}, {1}, {1}, {2}, {3}};
    double[] repeatedTarget = {0, 1, 1, 1, 1, 0};
    for (BaseLearner learner : new BaseLearner[] {new LogisticRegression(1)}) {
      assertEquals(
          learner.learn(repeated, repeatedTarget, Rows.ones(6), 1).predict(few)[3],
          learner.learn(few, target, weights, 1).predict(few)[3],
          1e-6);
    }
  }

  @Test
  void logisticFindsPlantedChances() {
    double[] target = new double[ROWS];
    for (int r = 0; r < ROWS; r++) {
      double chance = LogisticRegression.chance(-1 + 2 * rows[r][0]);
      target[r] = random.nextDouble() < chance ? 1 : 0;
    }
    double[] answer =
        new LogisticRegression(1)
            .learn(rows, target, Rows.ones(ROWS), 1)
            .predict(new double[][] {{0, 0, 0}, {1, 0, 0}});
    assertEquals(LogisticRegression.chance(-1), answer[0], 0.03);
    assertEquals(LogisticRegression.chance(1), answer[1], 0.05);
  }

  /** Columns that part the outcomes exactly must not make coefficients run away. */
  @Test
  void logisticStandsSeparation() {
    double[] target = new double[ROWS];
    for (int r = 0; r < ROWS; r++) {
      target[r] = rows[r][0] > 0 ? 1 : 0;
    }
    double[] answer =
        new LogisticRegression(1)
            .learn(rows, target, Rows.ones(ROWS), 1)
            .predict(new double[][] {{1, 0, 0}, {-1, 0, 0}});
    assertTrue(answer[0] > 0.99 && answer[1] < 0.01);
  }

  @Test
  void boostedFindsAStep() {
    double[] target = new double[ROWS];
    for (int r = 0; r < ROWS; r++) {
      target[r] = (rows[r][0] > 0.2 ? 1 : 0) + 0.5 * (random.nextDouble() - 0.5);
    }
    double[] answer =
        BoostedRegression.standard()
            .learn(rows, target, Rows.ones(ROWS), 1)
            .predict(new double[][] {{0.5, 0, 0}, {-0.5, 0, 0}, {Double.NaN, 0, 0}});
    assertEquals(1, answer[0], 0.05);
    assertEquals(0, answer[1], 0.05);
    assertTrue(Double.isFinite(answer[2]));
  }
}

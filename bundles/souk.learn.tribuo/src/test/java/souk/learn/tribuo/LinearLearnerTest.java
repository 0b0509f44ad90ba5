package souk.learn.tribuo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import souk.learn.api.LearnedModel;
import souk.learn.api.LearningTask;
import souk.learn.api.TrainingTable;

class LinearLearnerTest {
  private static final int COLUMNS = 12;

  private static TrainingTable table(double[] slopes, double noise) {
    Random random = new Random(4);
    double[][] rows = new double[400][slopes.length];
    double[] target = new double[rows.length];
    for (int r = 0; r < rows.length; r++) {
      for (int c = 0; c < slopes.length; c++) {
        rows[r][c] = random.nextGaussian() * (1 + c);
        target[r] += slopes[c] * rows[r][c];
      }
      target[r] += 100 + noise * random.nextGaussian();
    }
    List<String> names = new ArrayList<>();
    for (int c = 0; c < slopes.length; c++) {
      names.add("c" + c);
    }
    return TrainingTable.builder(names, rows, target).build();
  }

  private static LearningTask task(double penalty) {
    return LearningTask.builder(LearningTask.Target.REAL, 1).option("penalty", penalty).build();
  }

  /** Slope of a column as the difference of two predictions. */
  private static double slope(LinearLearner learner, LearnedModel model, int column) {
    double[][] pair = new double[2][COLUMNS];
    pair[1][column] = 1;
    double[] answers = learner.predict(model, pair);
    return answers[1] - answers[0];
  }

  @Test
  void lassoDropsWhatHasNoEffect() {
    double[] slopes = new double[COLUMNS];
    slopes[1] = 3;
    slopes[7] = -1;
    LinearLearner lasso = new LinearLearner("tribuo-lasso", 0.01, 1);
    LearnedModel model = lasso.learn(table(slopes, 5), task(0.1));
    assertEquals(2.0, model.facts().get("columnsUsed"));
    assertEquals(0, slope(lasso, model, 3));
    assertTrue(slope(lasso, model, 1) > 2 && slope(lasso, model, 1) < 3);
  }

  /** With columns of one row each the answer of ridge is known: slope · n / (n + penalty · n). */
  @Test
  void ridgeShrinksAsTheFormulaSays() {
    double[][] rows = new double[100][1];
    double[] target = new double[100];
    for (int r = 0; r < rows.length; r++) {
      rows[r][0] = r % 2 == 0 ? 1 : -1;
      target[r] = 10 * rows[r][0];
    }
    LinearLearner ridge = new LinearLearner("tribuo-ridge", 0.01, 0);
    LearnedModel model =
        ridge.learn(TrainingTable.builder(List.of("x"), rows, target).build(), task(0.25));
    double[] answers = ridge.predict(model, new double[][] {{0}, {1}});
    assertEquals(10 / 1.25, answers[1] - answers[0], 1e-4);
  }

  @Test
  void almostNoPenaltyIsLeastSquares() {
    double[] slopes = new double[COLUMNS];
    for (int c = 0; c < COLUMNS; c++) {
      slopes[c] = c - 5;
    }
    LinearLearner ridge = new LinearLearner("tribuo-ridge", 0.01, 0);
    LearnedModel model = ridge.learn(table(slopes, 0), task(1e-9));
    for (int c = 0; c < COLUMNS; c++) {
      assertEquals(slopes[c], slope(ridge, model, c), 1e-4);
    }
  }

  @Test
  void aConstantTargetIsAnswered() {
    double[][] rows = {{1}, {2}, {3}};
    LinearLearner ridge = new LinearLearner("tribuo-ridge", 0.01, 0);
    LearnedModel model =
        ridge.learn(
            TrainingTable.builder(List.of("x"), rows, new double[] {4, 4, 4}).build(), task(0.1));
    assertEquals(4, ridge.predict(model, new double[][] {{9}})[0]);
  }

  @Test
  void unevenWeightsAreRefusedAndCountsNeverNegative() {
    double[][] rows = {{1}, {2}, {3}, {4}};
    double[] target = {6, 4, 2, 0};
    LinearLearner ridge = new LinearLearner("tribuo-ridge", 0.01, 0);
    TrainingTable weighted =
        TrainingTable.builder(List.of("x"), rows, target)
            .weights(new double[] {1, 1, 1, 2})
            .build();
    assertTrue(ridge.refuses(weighted, task(1)).orElseThrow().toString().contains("1 weight"));
    LearnedModel model =
        ridge.learn(
            TrainingTable.builder(List.of("x"), rows, target).build(),
            LearningTask.builder(LearningTask.Target.COUNT, 1).build());
    assertEquals(0, ridge.predict(model, new double[][] {{50}})[0]);
  }
}

package souk.testkit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import souk.learn.api.LearnedModel;
import souk.learn.api.LearningTask;
import souk.learn.api.TrainingTable;
import souk.learn.spi.TabularLearner;

/** What every {@link TabularLearner} must keep. Extend it and name your learner. */
public abstract class TabularLearnerContract {
  private static final List<String> COLUMNS = List.of("strong", "weak", "noise");

  /** The learner under test. */
  protected abstract TabularLearner subject();

  private static LearningTask task() {
    return LearningTask.builder(LearningTask.Target.REAL, 7).build();
  }

  private static double[][] rows(int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] rows = new double[count][3];
    for (double[] row : rows) {
      Arrays.setAll(row, c -> random.nextDouble());
    }
    return rows;
  }

  private static double planted(double[] row) {
    return 10 + 8 * row[0] - 2 * row[1];
  }

  private static TrainingTable table() {
    double[][] rows = rows(600, 1);
    double[] target = Arrays.stream(rows).mapToDouble(TabularLearnerContract::planted).toArray();
    return TrainingTable.builder(COLUMNS, rows, target).build();
  }

  @Test
  void recoversAPlantedRelationOnRowsItHasNotSeen() {
    LearnedModel model = subject().learn(table(), task());
    double[][] fresh = rows(200, 2);
    double[] answers = subject().predict(model, fresh);
    double error = 0;
    for (int r = 0; r < fresh.length; r++) {
      error += Math.abs(answers[r] - planted(fresh[r])) / fresh.length;
    }
    assertTrue(error < 0.4, "mean error " + error);
  }

  @Test
  void namesItselfAndItsColumns() {
    LearnedModel model = subject().learn(table(), task());
    assertFalse(model.learner().isBlank());
    assertFalse(model.learnerVersion().isBlank());
    assertEquals(COLUMNS, model.columns());
  }

  @Test
  void aModelIsAValueThatOutlivesItsLearner() {
    LearnedModel model = subject().learn(table(), task());
    LearnedModel copy =
        new LearnedModel(
            model.learner(), model.learnerVersion(), model.columns(), Map.of(), model.state());
    assertArrayEquals(subject().predict(model, rows(50, 3)), subject().predict(copy, rows(50, 3)));
  }

  @Test
  void sameSeedSameAnswerAlsoUnderEightThreads() {
    TabularLearner learner = subject();
    double[] expected = learner.predict(learner.learn(table(), task()), rows(50, 3));
    IntStream.range(0, 8)
        .parallel()
        .forEach(
            i ->
                assertArrayEquals(
                    expected, learner.predict(learner.learn(table(), task()), rows(50, 3))));
  }

  @Test
  void missingValuesGetFiniteAnswers() {
    double[][] rows = rows(300, 1);
    double[] target = Arrays.stream(rows).mapToDouble(TabularLearnerContract::planted).toArray();
    for (int r = 0; r < rows.length; r += 3) {
      rows[r][r % 2] = Double.NaN;
    }
    double[][] empty = {{Double.NaN, Double.NaN, Double.NaN}};
    TabularLearner learner = subject();
    double[] answer =
        learner.predict(
            learner.learn(TrainingTable.builder(COLUMNS, rows, target).build(), task()), empty);
    assertTrue(Double.isFinite(answer[0]));
  }

  @Test
  void leavesItsInputUntouched() {
    TrainingTable table = table();
    subject().learn(table, task());
    assertArrayEquals(rows(600, 1), table.rows());
  }

  @Test
  void refusesTooLittleWithFigures() {
    TrainingTable one =
        TrainingTable.builder(List.of("a"), new double[][] {{1}}, new double[] {1}).build();
    String refusal = subject().refuses(one, task()).orElseThrow().toString();
    assertTrue(refusal.matches(".*\\d.*"), refusal);
    assertTrue(subject().refuses(table(), task()).isEmpty());
  }

  @Test
  void refusesDamagedAndForeignModels() {
    LearnedModel model = subject().learn(table(), task());
    LearnedModel foreign =
        new LearnedModel("somebody-else", "1", model.columns(), Map.of(), model.state());
    assertThrows(IllegalArgumentException.class, () -> subject().predict(foreign, rows(1, 1)));
    byte[] state = model.state();
    LearnedModel cut =
        new LearnedModel(model.learner(), "1", model.columns(), Map.of(), Arrays.copyOf(state, 5));
    assertThrows(IllegalArgumentException.class, () -> subject().predict(cut, rows(1, 1)));
    assertThrows(
        IllegalArgumentException.class, () -> subject().predict(model, new double[][] {{1}}));
  }
}

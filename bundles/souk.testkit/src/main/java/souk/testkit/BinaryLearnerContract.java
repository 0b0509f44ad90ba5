package souk.testkit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import souk.learn.api.LearnedModel;
import souk.learn.api.LearningTask;
import souk.learn.api.TrainingTable;
import souk.learn.spi.TabularLearner;

/**
 * What every {@link TabularLearner} must keep that answers whether something happens. Extend it and
 * name your learner.
 */
public abstract class BinaryLearnerContract {
  private static final List<String> COLUMNS = List.of("strong", "kind", "noise");
  private static final double[] OF_KIND = {-1, 1.5, 0};

  /** The learner under test. */
  protected abstract TabularLearner subject();

  private static LearningTask task() {
    return LearningTask.builder(LearningTask.Target.BINARY, 7).build();
  }

  private static double[][] rows(int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] rows = new double[count][];
    Arrays.setAll(
        rows,
        r -> new double[] {4 * random.nextDouble() - 2, random.nextInt(3), random.nextDouble()});
    return rows;
  }

  private static double planted(double[] row) {
    return 1 / (1 + Math.exp(1 - 2 * row[0] - OF_KIND[(int) row[1]]));
  }

  private static double[] drawn(double[][] rows, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    return Arrays.stream(rows)
        .mapToDouble(row -> random.nextDouble() < planted(row) ? 1 : 0)
        .toArray();
  }

  private static TrainingTable table(int count) {
    double[][] rows = rows(count, 1);
    return TrainingTable.builder(COLUMNS, rows, drawn(rows, 2)).categorical(Set.of("kind")).build();
  }

  @Test
  void recoversPlantedProbabilitiesOnRowsItHasNotSeen() {
    TabularLearner learner = subject();
    double[][] fresh = rows(500, 3);
    double[] answers = learner.predict(learner.learn(table(4_000), task()), fresh);
    double error = 0;
    for (int r = 0; r < fresh.length; r++) {
      assertTrue(answers[r] >= 0 && answers[r] <= 1, "probability " + answers[r]);
      error += Math.abs(answers[r] - planted(fresh[r])) / fresh.length;
    }
    assertTrue(error < 0.1, "mean error " + error);
  }

  @Test
  void sameSeedSameAnswerAlsoUnderFourThreads() {
    TabularLearner learner = subject();
    double[][] fresh = rows(50, 3);
    double[] expected = learner.predict(learner.learn(table(500), task()), fresh);
    IntStream.range(0, 4)
        .parallel()
        .forEach(
            i ->
                assertArrayEquals(
                    expected, learner.predict(learner.learn(table(500), task()), fresh)));
  }

  @Test
  void aModelIsAValueThatOutlivesItsLearner() {
    LearnedModel model = subject().learn(table(500), task());
    LearnedModel copy =
        new LearnedModel(
            model.learner(), model.learnerVersion(), model.columns(), Map.of(), model.state());
    assertArrayEquals(subject().predict(model, rows(50, 3)), subject().predict(copy, rows(50, 3)));
  }

  @Test
  void missingValuesAndUnknownCategoriesGetProbabilities() {
    double[][] rows = rows(500, 1);
    for (int r = 0; r < rows.length; r += 3) {
      rows[r][r % 2] = Double.NaN;
    }
    double[] target = drawn(rows(500, 1), 2);
    TrainingTable table =
        TrainingTable.builder(COLUMNS, rows, target).categorical(Set.of("kind")).build();
    double[][] odd = {{Double.NaN, Double.NaN, Double.NaN}, {1, 77, 0.5}, {1e9, 0, -1e9}};
    TabularLearner learner = subject();
    for (double answer : learner.predict(learner.learn(table, task()), odd)) {
      assertTrue(answer >= 0 && answer <= 1, "probability " + answer);
    }
  }

  @Test
  void aColumnThatNeverChangesIsHarmless() {
    double[][] rows = rows(500, 1);
    Arrays.stream(rows).forEach(row -> row[2] = 5);
    TabularLearner learner = subject();
    TrainingTable table = TrainingTable.builder(COLUMNS, rows, drawn(rows, 2)).build();
    for (double answer : learner.predict(learner.learn(table, task()), rows(20, 4))) {
      assertTrue(answer >= 0 && answer <= 1, "probability " + answer);
    }
  }

  /** Rows of weight 0 count for nothing; learners without weights must refuse them. */
  @Test
  void weightsCountOrAreRefused() {
    double[][] rows = rows(2_000, 1);
    double[] target = drawn(rows, 2);
    double[] weights = new double[rows.length];
    for (int r = 0; r < rows.length; r++) {
      weights[r] = r % 2;
      target[r] = r % 2 == 0 ? 1 - target[r] : target[r];
    }
    TrainingTable table = TrainingTable.builder(COLUMNS, rows, target).weights(weights).build();
    TabularLearner learner = subject();
    if (learner.refuses(table, task()).isPresent()) {
      return;
    }
    double[] answers =
        learner.predict(
            learner.learn(table, task()), new double[][] {{-1.8, 2, 0.5}, {1.8, 2, 0.5}});
    assertTrue(answers[0] < 0.3 && answers[1] > 0.7, Arrays.toString(answers));
  }

  @Test
  void refusesWhatIsNotZeroOrOneAndOneKindAlone() {
    double[][] rows = rows(100, 1);
    double[] target = drawn(rows, 2);
    target[5] = 2;
    TrainingTable three = TrainingTable.builder(COLUMNS, rows, target).build();
    TrainingTable one = TrainingTable.builder(COLUMNS, rows, new double[100]).build();
    for (TrainingTable table : List.of(three, one)) {
      String refusal = subject().refuses(table, task()).orElseThrow().toString();
      assertTrue(refusal.matches(".*\\d.*"), refusal);
    }
    assertTrue(subject().refuses(table(500), task()).isEmpty());
  }

  @Test
  void leavesItsInputUntouchedAndRefusesForeignModels() {
    TrainingTable table = table(500);
    LearnedModel model = subject().learn(table, task());
    assertArrayEquals(rows(500, 1), table.rows());
    assertEquals(COLUMNS, model.columns());
    LearnedModel foreign =
        new LearnedModel("somebody-else", "1", model.columns(), Map.of(), model.state());
    assertThrows(IllegalArgumentException.class, () -> subject().predict(foreign, rows(1, 1)));
    assertThrows(
        IllegalArgumentException.class, () -> subject().predict(model, new double[][] {{1}}));
  }
}

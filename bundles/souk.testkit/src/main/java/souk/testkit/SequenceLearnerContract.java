package souk.testkit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import souk.learn.api.CurvePoint;
import souk.learn.api.LearnedModel;
import souk.learn.api.SequenceAnswer;
import souk.learn.api.SequenceTable;
import souk.learn.api.SequenceTask;
import souk.learn.api.SequenceTask.Goal;
import souk.learn.api.SequenceTask.Network;
import souk.learn.api.Sequences;
import souk.learn.api.TrainingWatch;
import souk.learn.spi.SequenceLearner;

/** What every {@link SequenceLearner} must keep. Extend it and name your learner. */
public abstract class SequenceLearnerContract {
  private static final int ROWS = 400;
  private static final int FEATURES = 2;
  private static final int HIDDEN = 8;

  /** The learner under test. */
  protected abstract SequenceLearner subject();

  /** Why the learner has no engine here, so that only its refusals can be tried; or empty. */
  protected String engineMissing() {
    return "";
  }

  private static SequenceTask task() {
    return SequenceTask.builder(Goal.BINARY, Network.LSTM, 7)
        .option("hidden", HIDDEN)
        .option("epochs", 12)
        .option("batch", 50)
        .option("learningRate", 0.02)
        .build();
  }

  /** It happens if the first figure of the last step is positive; rows have 2 to 6 steps. */
  private static SequenceTable planted(int rows, long seed) {
    Random random = new Random(seed);
    float[][][] figures = new float[rows][][];
    double[] target = new double[rows];
    for (int r = 0; r < rows; r++) {
      figures[r] = new float[2 + r % 5][FEATURES];
      for (float[] step : figures[r]) {
        step[0] = (float) random.nextGaussian();
        step[1] = (float) random.nextGaussian();
      }
      target[r] = figures[r][figures[r].length - 1][0] > 0 ? 1 : 0;
    }
    return SequenceTable.of(Sequences.ofFigures(figures, FEATURES), target);
  }

  private static void near(SequenceTable rows, float[][] scores) {
    assertEquals(rows.sequences().size(), scores.length);
    int right = 0;
    for (int r = 0; r < scores.length; r++) {
      assertEquals(1, scores[r].length);
      assertTrue(scores[r][0] >= 0 && scores[r][0] <= 1, "no probability: " + scores[r][0]);
      right += (scores[r][0] > 0.5) == (rows.target()[r] > 0.5) ? 1 : 0;
    }
    assertTrue(right >= 0.85 * scores.length, right + " of " + scores.length + " are right");
  }

  @Test
  void learnsWhatHappensAfterTheLastStepWhateverTheLength() {
    assumeTrue(engineMissing().isEmpty(), engineMissing());
    SequenceTable training = planted(ROWS, 1);
    SequenceTable validation = planted(ROWS / 4, 2);
    List<CurvePoint> seen = new ArrayList<>();
    SequenceLearner learner = subject();
    LearnedModel model =
        learner.learn(training, validation, task(), (point, most) -> seen.add(point));
    SequenceTable fresh = planted(ROWS, 3);
    float[][] scores = learner.predict(model, fresh.sequences(), SequenceAnswer.SCORE);
    near(fresh, scores);
    assertArrayEquals(planted(ROWS, 1).sequences().figures(), training.sequences().figures());
    assertEquals(seen, model.curve());
    for (int e = 0; e < seen.size(); e++) {
      assertEquals(e + 1, seen.get(e).epoch());
      assertTrue(Double.isFinite(seen.get(e).loss()));
      assertTrue(Double.isFinite(seen.get(e).validationLoss()));
    }
    assertTrue(
        model.facts().keySet().containsAll(List.of("rows", "epochs", "bestEpoch", "loss")),
        model.facts().toString());
    oneByOne(learner, model, fresh.sequences(), scores);
    float[][] known = learner.predict(model, fresh.sequences(), SequenceAnswer.EMBEDDING);
    assertEquals(ROWS, known.length);
    assertTrue(Arrays.stream(known).allMatch(row -> row.length == HIDDEN));
    assertThrows(
        IllegalArgumentException.class,
        () -> learner.predict(model, fresh.sequences(), SequenceAnswer.NEXT));
  }

  /** A row has the same answer alone, beside others, in another thread and after padding. */
  private static void oneByOne(
      SequenceLearner learner, LearnedModel model, Sequences rows, float[][] together) {
    List<float[]> alone =
        IntStream.range(0, 40)
            .parallel()
            .mapToObj(r -> learner.predict(model, rows.rows(r), SequenceAnswer.SCORE)[0])
            .toList();
    for (int r = 0; r < alone.size(); r++) {
      assertEquals(together[r][0], alone.get(r)[0], 1e-5, "row " + r);
    }
  }

  @Test
  void sameSeedSameModelThatOutlivesItsLearner() {
    assumeTrue(engineMissing().isEmpty(), engineMissing());
    SequenceTable training = planted(ROWS, 1);
    SequenceTable nothing = training.rows();
    LearnedModel one = subject().learn(training, nothing, task(), TrainingWatch.none());
    LearnedModel two = subject().learn(training, nothing, task(), TrainingWatch.none());
    Sequences asked = planted(50, 9).sequences();
    assertArrayEquals(
        subject().predict(one, asked, SequenceAnswer.SCORE),
        subject().predict(two, asked, SequenceAnswer.SCORE));
    LearnedModel kept =
        new LearnedModel(one.learner(), one.learnerVersion(), one.columns(), Map.of(), one.state());
    assertArrayEquals(
        subject().predict(one, asked, SequenceAnswer.SCORE),
        subject().predict(kept, asked, SequenceAnswer.SCORE));
  }

  @Test
  void refusesWhatCannotBeLearnedWithFigures() {
    SequenceTable table = planted(ROWS, 1);
    assertTrue(subject().refuses(table.rows(), task()).isPresent());
    SequenceTable halves =
        SequenceTable.of(
            table.sequences(), IntStream.range(0, ROWS).mapToDouble(r -> 0.5).toArray());
    String why = subject().refuses(halves, task()).orElseThrow().toString();
    assertTrue(why.contains("0.5") || !engineMissing().isEmpty(), why);
    SequenceTask next = SequenceTask.builder(Goal.NEXT, Network.LSTM, 1).build();
    assertTrue(
        subject().refuses(SequenceTable.ofSteps(table.sequences()), next).isPresent(),
        "figures have no next token");
    assertThrows(
        IllegalArgumentException.class,
        () -> subject().learn(halves, table.rows(), task(), TrainingWatch.none()));
    assertEquals(
        engineMissing().isEmpty(), subject().refuses(table, task()).isEmpty(), "an honest table");
  }

  @Test
  void refusesModelsOfOthers() {
    LearnedModel foreign =
        new LearnedModel("somebody-else", "1", List.of(), Map.of(), new byte[] {1, 2, 3});
    assertThrows(
        IllegalArgumentException.class,
        () -> subject().predict(foreign, planted(2, 1).sequences(), SequenceAnswer.SCORE));
  }
}

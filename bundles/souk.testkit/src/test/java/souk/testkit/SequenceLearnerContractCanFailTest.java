package souk.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import souk.learn.api.CurvePoint;
import souk.learn.api.LearnedModel;
import souk.learn.api.SequenceAnswer;
import souk.learn.api.SequenceTable;
import souk.learn.api.SequenceTask;
import souk.learn.api.Sequences;
import souk.learn.api.TrainingWatch;
import souk.learn.spi.SequenceLearner;
import souk.model.Refusal;

/** An honest learner of sequences passes its contract; each planted defect is caught. */
class SequenceLearnerContractCanFailTest {
  private static final AtomicInteger CALLS = new AtomicInteger();
  private static final String LEARNS = "learnsWhatHappensAfterTheLastStepWhateverTheLength";

  @Test
  void theHonestOnePasses() {
    assertEquals(Set.of(), Verdicts.failing(LastStep.class));
  }

  static List<Arguments> defects() {
    return List.of(
        Arguments.of(FirstStep.class, LEARNS),
        Arguments.of(Silent.class, LEARNS),
        Arguments.of(Crowded.class, LEARNS),
        Arguments.of(Restless.class, "sameSeedSameModelThatOutlivesItsLearner"),
        Arguments.of(Willing.class, "refusesWhatCannotBeLearnedWithFigures"),
        Arguments.of(Trusting.class, "refusesModelsOfOthers"));
  }

  @ParameterizedTest
  @MethodSource("defects")
  void defectsAreCaught(Class<?> planted, String test) {
    Set<String> failing = Verdicts.failing(planted);
    assertTrue(failing.contains(test), planted + " fails only " + failing);
  }

  /** The share that happened above and below zero in the first figure of the last step. */
  static class LastStep extends SequenceLearnerContract {
    @Override
    protected SequenceLearner subject() {
      return new SequenceLearner() {
        @Override
        public Optional<Refusal> refuses(SequenceTable table, SequenceTask task) {
          Optional<Double> odd =
              Arrays.stream(table.target()).filter(y -> y != 0 && y != 1).boxed().findFirst();
          return (table.target().length > 1 && odd.isEmpty()) || willing()
              ? Optional.empty()
              : Optional.of(new Refusal("0 and 1", "there is " + odd));
        }

        @Override
        public LearnedModel learn(
            SequenceTable training,
            SequenceTable validation,
            SequenceTask task,
            TrainingWatch watch) {
          if (refuses(training, task).isPresent()) {
            throw new IllegalArgumentException("refused");
          }
          double[] sums = new double[4];
          for (int r = 0; r < training.target().length; r++) {
            int side = side(training.sequences().figures()[r]);
            sums[side] += training.target()[r];
            sums[2 + side]++;
          }
          ByteBuffer state = ByteBuffer.allocate(20).putInt((int) task.option("hidden", 1));
          state.putDouble(sums[0] / sums[2]).putDouble(sums[1] / sums[3]);
          CurvePoint point = new CurvePoint(1, 0.1, 0.1, 5);
          tell(watch, point);
          Map<String, Double> facts =
              Map.of("rows", 1.0, "epochs", 1.0, "bestEpoch", 1.0, "loss", 0.1);
          return new LearnedModel("last-step", "1", List.of(), facts, state.array())
              .withCurve(List.of(point));
        }

        @Override
        public float[][] predict(LearnedModel model, Sequences sequences, SequenceAnswer what) {
          if (what == SequenceAnswer.NEXT
              || (!model.learner().equals("last-step") && !trusting())) {
            throw new IllegalArgumentException("not that");
          }
          float[][] answers = new float[sequences.size()][];
          for (int r = 0; r < answers.length; r++) {
            answers[r] =
                what == SequenceAnswer.EMBEDDING
                    ? new float[ByteBuffer.wrap(model.state()).getInt()]
                    : new float[] {score(model, sequences, r)};
          }
          return answers;
        }
      };
    }

    int side(float[][] steps) {
      return steps[steps.length - 1][0] > 0 ? 1 : 0;
    }

    boolean willing() {
      return false;
    }

    boolean trusting() {
      return false;
    }

    void tell(TrainingWatch watch, CurvePoint point) {
      watch.point(point, 1);
    }

    float score(LearnedModel model, Sequences sequences, int r) {
      return model.state().length < 20
          ? 0.5f
          : (float) ByteBuffer.wrap(model.state()).getDouble(4 + 8 * side(sequences.figures()[r]));
    }
  }

  static class FirstStep extends LastStep {
    @Override
    int side(float[][] steps) {
      return steps[0][0] > 0 ? 1 : 0;
    }
  }

  static class Silent extends LastStep {
    @Override
    void tell(TrainingWatch watch, CurvePoint point) {}
  }

  static class Crowded extends LastStep {
    @Override
    float score(LearnedModel model, Sequences sequences, int r) {
      return super.score(model, sequences, r) * (sequences.size() == 1 ? 0.9f : 1);
    }
  }

  static class Restless extends LastStep {
    @Override
    float score(LearnedModel model, Sequences sequences, int r) {
      return Math.max(0, super.score(model, sequences, r) - 1e-6f * CALLS.incrementAndGet());
    }
  }

  static class Willing extends LastStep {
    @Override
    boolean willing() {
      return true;
    }
  }

  static class Trusting extends LastStep {
    @Override
    boolean trusting() {
      return true;
    }
  }
}

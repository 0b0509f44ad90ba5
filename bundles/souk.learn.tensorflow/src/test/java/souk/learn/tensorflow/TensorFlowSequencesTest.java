package souk.learn.tensorflow;

import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import souk.learn.api.LearnedModel;
import souk.learn.api.SequenceAnswer;
import souk.learn.api.SequenceTable;
import souk.learn.api.SequenceTask;
import souk.learn.api.Sequences;
import souk.learn.api.TrainingWatch;
import souk.learn.spi.SequenceLearner;
import souk.model.Refusal;
import souk.testkit.SequenceLearnerContract;

@Tag("slow")
class TensorFlowSequencesTest extends SequenceLearnerContract {
  private static final SequenceWork WORK = Here.work();

  @AfterAll
  static void close() {
    WORK.close();
  }

  @Override
  protected String engineMissing() {
    return Here.missing();
  }

  @Override
  protected SequenceLearner subject() {
    return new SequenceLearner() {
      @Override
      public Optional<Refusal> refuses(SequenceTable table, SequenceTask task) {
        return WORK.refuses(table, task);
      }

      @Override
      public LearnedModel learn(
          SequenceTable table, SequenceTable validation, SequenceTask task, TrainingWatch watch) {
        return WORK.learn(table, validation, task, watch);
      }

      @Override
      public float[][] predict(LearnedModel model, Sequences sequences, SequenceAnswer what) {
        return WORK.predict(model, sequences, what);
      }
    };
  }
}

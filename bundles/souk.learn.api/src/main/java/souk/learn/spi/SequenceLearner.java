package souk.learn.spi;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;
import souk.learn.api.LearnedModel;
import souk.learn.api.SequenceAnswer;
import souk.learn.api.SequenceTable;
import souk.learn.api.SequenceTask;
import souk.learn.api.Sequences;
import souk.learn.api.TrainingWatch;
import souk.model.Refusal;

/**
 * Learns from sequences and answers for others. Must be safe for use by many threads and leave its
 * input alone. Deterministic: same tables, task, seed and number of threads on the same machine
 * give the same model; another native library or processor may differ in the last digits. The model
 * is a value, so that it outlives the learner. Since 1.1.0.
 */
@ConsumerType
public interface SequenceLearner {
  /**
   * Whether this can be learned; with figures. Also says so when the learner has no engine on this
   * machine: what is missing, where it is looked for and how to get it.
   */
  Optional<Refusal> refuses(SequenceTable table, SequenceTask task);

  /**
   * Learns. The weights of the epoch with the least loss on the validation rows are kept; without
   * validation rows, those of the last epoch. The model carries its curve and the facts {@code
   * rows}, {@code epochs}, {@code bestEpoch}, {@code loss} and {@code validationLoss}.
   *
   * @param training what is learned from, and what scales are taken from
   * @param validation judged after each epoch and never learned from; later in time than the
   *     training rows, may have no rows
   * @throws IllegalArgumentException if it refuses
   * @throws IllegalStateException if the training ended early; says why and how far it came
   * @throws java.util.concurrent.CancellationException if the watch asked to stop
   */
  LearnedModel learn(
      SequenceTable training, SequenceTable validation, SequenceTask task, TrainingWatch watch);

  /**
   * Answers, one row per sequence in the shape that {@code what} names.
   *
   * @param model made by this learner, in this or an earlier version; asking the same object again
   *     is fast, another object is read first
   * @throws IllegalArgumentException if the model cannot answer that, or other sequences
   */
  float[][] predict(LearnedModel model, Sequences sequences, SequenceAnswer what);
}

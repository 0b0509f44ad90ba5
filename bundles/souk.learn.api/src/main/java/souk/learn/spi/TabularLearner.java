package souk.learn.spi;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;
import souk.learn.api.LearnedModel;
import souk.learn.api.LearningTask;
import souk.learn.api.TrainingTable;
import souk.model.Refusal;

/**
 * Learns figures, or the probability that something happens, from rows of figures. Must be safe for
 * use by many threads, deterministic for one seed, and leave its input alone. The model is a value,
 * so that it outlives the learner.
 */
@ConsumerType
public interface TabularLearner {
  /** Whether this table can be learned like this; with figures. */
  Optional<Refusal> refuses(TrainingTable table, LearningTask task);

  /** Learns. */
  LearnedModel learn(TrainingTable table, LearningTask task);

  /**
   * Predicts.
   *
   * @param model made by this learner, in this or an earlier version
   * @param rows rows × the model's columns, NaN where missing
   * @return one finite value per row; for {@code BINARY} a probability in [0, 1]
   */
  double[] predict(LearnedModel model, double[][] rows);
}

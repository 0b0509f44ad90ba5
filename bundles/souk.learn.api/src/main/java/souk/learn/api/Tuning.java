package souk.learn.api;

import org.osgi.annotation.versioning.ProviderType;
import souk.kernel.api.Progress;

/**
 * Learns from tables as people have them: chooses among learners inside cross-validation, corrects
 * probabilities, and says how good that is on rows not learned from. Safe for use by many threads.
 */
@ProviderType
public interface Tuning {
  /**
   * Learns.
   *
   * @throws IllegalArgumentException if the table cannot be learned from like this; says why
   */
  TunedModel tune(DataFrame table, TuningPlan plan, Progress progress);

  /**
   * Answers for rows: probabilities or figures.
   *
   * @param model that {@link #tune} gave
   * @param table with the columns that the model knows; others are not looked at
   */
  double[] predict(LearnedModel model, DataFrame table);
}

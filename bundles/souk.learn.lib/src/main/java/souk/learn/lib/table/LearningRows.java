package souk.learn.lib.table;

/**
 * Rows that a model may learn from: whatever is fitted to rows, scales and centres above all, is
 * fitted to these and can be fitted to nothing else. They come from a {@link Division}, which keeps
 * the rows to judge by apart, or from whoever divided the rows and handed some over. Immutable.
 */
public final class LearningRows {
  private final Sample sample;

  LearningRows(Sample sample) {
    if (sample.size() == 0) {
      throw new IllegalArgumentException(
          "There is no row to learn from.\nMaybe all rows were set apart to judge by.");
    }
    this.sample = sample;
  }

  /**
   * All the rows that somebody was given to learn from; what is judged by stayed with the giver. A
   * learner calls this with the table of its task.
   */
  public static LearningRows handedOver(Sample given) {
    return new LearningRows(given);
  }

  public Sample sample() {
    return sample;
  }

  public int size() {
    return sample.size();
  }
}

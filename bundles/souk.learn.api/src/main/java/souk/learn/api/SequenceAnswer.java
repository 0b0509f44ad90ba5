package souk.learn.api;

/** What a model of sequences is asked for. Since 1.1.0. */
public enum SequenceAnswer {
  /** Rows × 1: the value, or the probability in [0, 1]. */
  SCORE,
  /**
   * Rows × {@code hidden}: what the network knows after the last step, before the head. Every
   * network answers it.
   */
  EMBEDDING,
  /**
   * Rows × vocabulary: the probability of each token of the first of {@link
   * SequenceTask#nextFields()} in the step after the last; sums to 1. Models of {@link
   * SequenceTask.Goal#NEXT} alone.
   */
  NEXT
}

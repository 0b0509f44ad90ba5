package souk.learn.lib.table;

import java.util.BitSet;

/**
 * Rows divided before anything is fitted to them: some to learn from, others to judge by, none in
 * both. Immutable.
 */
public final class Division {
  private final LearningRows learning;
  private final Sample judged;

  private Division(LearningRows learning, Sample judged) {
    this.learning = learning;
    this.judged = judged;
  }

  /**
   * Divides rows.
   *
   * @param learn places of the rows to learn from; may repeat, as in a bootstrap
   * @param judge places of the rows to judge by
   * @throws IllegalArgumentException if a row is in both, or there is none to learn from
   */
  public static Division of(Sample all, int[] learn, int[] judge) {
    BitSet known = new BitSet(all.size());
    for (int row : learn) {
      known.set(row);
    }
    for (int row : judge) {
      if (known.get(row)) {
        throw new IllegalArgumentException(
            "Row %d is to be learned from and to be judged by.\nMaybe the rows were divided twice."
                .formatted(row));
      }
    }
    return new Division(new LearningRows(all.take(learn)), all.take(judge));
  }

  /** What may be learned from. */
  public LearningRows learning() {
    return learning;
  }

  /** What is judged by; nothing can be fitted to it. */
  public Sample judged() {
    return judged;
  }
}

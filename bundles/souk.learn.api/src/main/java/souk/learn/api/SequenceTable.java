package souk.learn.api;

/**
 * Sequences with what was seen after each. Arrays are shared, not copied, and must not be changed
 * by anyone; safe for use by many threads under that rule. Since 1.1.0.
 */
public final class SequenceTable {
  private final Sequences sequences;
  private final double[] target;

  private SequenceTable(Sequences sequences, double[] target) {
    this.sequences = sequences;
    this.target = target;
  }

  /**
   * Sequences whose own next step is the target; for {@link SequenceTask.Goal#NEXT}.
   *
   * @param sequences steps are told by tokens
   */
  public static SequenceTable ofSteps(Sequences sequences) {
    return new SequenceTable(sequences, new double[0]);
  }

  /**
   * Sequences with one target per row.
   *
   * @param target finite, one per row; 0 or 1 for {@link SequenceTask.Goal#BINARY}
   */
  public static SequenceTable of(Sequences sequences, double[] target) {
    if (target.length != sequences.size()) {
      throw new IllegalArgumentException(
          "There are %d sequences and %d targets.".formatted(sequences.size(), target.length));
    }
    for (int r = 0; r < target.length; r++) {
      if (!Double.isFinite(target[r])) {
        throw new IllegalArgumentException(
            "The target of row %d is %s, but must be finite.".formatted(r, target[r]));
      }
    }
    return new SequenceTable(sequences, target);
  }

  public Sequences sequences() {
    return sequences;
  }

  /** One per row, or empty if the next step is the target. Not a copy. */
  public double[] target() {
    return target;
  }

  /** Some rows, in the order named. */
  public SequenceTable rows(int... which) {
    double[] some = new double[target.length == 0 ? 0 : which.length];
    for (int i = 0; i < some.length; i++) {
      some[i] = target[which[i]];
    }
    return new SequenceTable(sequences.rows(which), some);
  }
}

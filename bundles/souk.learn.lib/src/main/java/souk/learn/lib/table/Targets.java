package souk.learn.lib.table;

import java.util.Optional;
import souk.model.Refusal;

/** What targets must be for a learner to learn from them. */
public final class Targets {
  private Targets() {}

  /** Enough rows and a column. */
  public static Optional<Refusal> size(int rows, int columns, int fewestRows) {
    return rows >= fewestRows && columns >= 1
        ? Optional.empty()
        : Optional.of(
            new Refusal(
                "at least %d rows and 1 column".formatted(fewestRows),
                "the table has %d and %d".formatted(rows, columns)));
  }

  /** Zeros and ones, and some of both that count. */
  public static Optional<Refusal> binary(double[] target, Optional<double[]> weights) {
    long[] counts = new long[2];
    for (int r = 0; r < target.length; r++) {
      if (target[r] != 0 && target[r] != 1) {
        return Optional.of(
            new Refusal("targets of 0 and 1", "row %d has %s".formatted(r, target[r])));
      }
      counts[(int) target[r]] += weights.isEmpty() || weights.get()[r] > 0 ? 1 : 0;
    }
    return counts[0] > 0 && counts[1] > 0
        ? Optional.empty()
        : Optional.of(
            new Refusal(
                "at least 1 row that happened and 1 that did not",
                "the table has %d and %d".formatted(counts[1], counts[0])));
  }

  /** No negative count. */
  public static Optional<Refusal> counts(double[] target) {
    for (int r = 0; r < target.length; r++) {
      if (target[r] < 0) {
        return Optional.of(
            new Refusal("counts of at least 0", "row %d has %s".formatted(r, target[r])));
      }
    }
    return Optional.empty();
  }

  /** Weights that are not all 0. */
  public static Optional<Refusal> weights(Optional<double[]> weights) {
    boolean none = weights.isPresent();
    for (double weight : weights.orElse(new double[0])) {
      none &= weight == 0;
    }
    return none
        ? Optional.of(new Refusal("a weight above 0", "all weights are 0"))
        : Optional.empty();
  }
}

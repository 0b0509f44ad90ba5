package souk.customer.lib.uplift;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import souk.customer.lib.uplift.tree.Shuffle;

/**
 * Rows divided by chance into parts of equal size, each with the same share of both arms and, for
 * outcomes 0 and 1, of successes. Immutable.
 */
public final class Folds {
  private final int[] fold;
  private final int count;

  private Folds(int[] fold, int count) {
    this.fold = fold;
    this.count = count;
  }

  /**
   * @param count at least 2
   * @param seed same seed, same parts
   */
  public static Folds of(Trial trial, int count, long seed) {
    if (count < 2 || trial.size() < count) {
      throw new IllegalArgumentException(
          "%d rows cannot be divided into %d parts.\nMaybe fewer --folds help."
              .formatted(trial.size(), count));
    }
    SplittableRandom random = new SplittableRandom(seed);
    int[] order = Shuffle.of(trial.size(), random);
    int[] fold = new int[trial.size()];
    int next = 0;
    for (int stratum = 0; stratum < 4; stratum++) {
      for (int row : order) {
        boolean success = trial.binary() && trial.outcome(row) == 1;
        if (stratum == (trial.treated(row) ? 2 : 0) + (success ? 1 : 0)) {
          fold[row] = next++ % count;
        }
      }
    }
    return new Folds(fold, count);
  }

  public int count() {
    return count;
  }

  public int size() {
    return fold.length;
  }

  /** Rows of one part, ascending. */
  public int[] in(int part) {
    return IntStream.range(0, fold.length).filter(r -> fold[r] == part).toArray();
  }

  /** Rows of all other parts, ascending. */
  public int[] outside(int part) {
    return IntStream.range(0, fold.length).filter(r -> fold[r] != part).toArray();
  }

  /** The part of each row. */
  public int[] parts() {
    return Arrays.copyOf(fold, fold.length);
  }
}

package souk.learn.api;

import java.util.Arrays;

/**
 * Sequences of different length, one per row, oldest step first: rows × steps × features of
 * figures, or rows × steps × fields of tokens. What is shorter than the longest is padded by the
 * learner and masked, so padding never reaches an answer. The arrays are shared, not copied, and
 * must not be changed by anyone; safe for use by many threads under that rule. Since 1.1.0.
 *
 * <p>Example, two customers whose events are told by product and by gap: {@code
 * Sequences.ofTokens(new int[][][] {{{17, 0}, {3, 2}}, {{17, 0}}}, 500, 8)}.
 */
public final class Sequences {
  private final float[][][] figures;
  private final int[][][] tokens;
  private final int[] vocabulary;
  private final int width;

  private Sequences(float[][][] figures, int[][][] tokens, int[] vocabulary, int width) {
    this.figures = figures;
    this.tokens = tokens;
    this.vocabulary = vocabulary;
    this.width = width;
  }

  /**
   * Sequences of figures.
   *
   * @param rows rows × steps × features, finite; rows may differ in steps, each has at least one
   * @param features figures of each step, at least 1
   */
  public static Sequences ofFigures(float[][][] rows, int features) {
    width(features);
    for (int r = 0; r < rows.length; r++) {
      steps(r, rows[r].length);
      for (float[] step : rows[r]) {
        if (step.length != features) {
          throw new IllegalArgumentException(
              "A step of row %d has %d figures, but %d are said to be there."
                  .formatted(r, step.length, features));
        }
        for (float value : step) {
          if (!Float.isFinite(value)) {
            throw new IllegalArgumentException(
                "Row %d holds %s, but figures must be finite.%nMaybe a missing value was not replaced."
                    .formatted(r, value));
          }
        }
      }
    }
    return new Sequences(rows, new int[0][][], new int[0], features);
  }

  /**
   * Sequences of tokens: each step is told by one token per field.
   *
   * @param rows rows × steps × fields; each token in [0, size of its vocabulary); rows may differ
   *     in steps, each has at least one
   * @param vocabulary size of the vocabulary of each field, at least 2
   */
  public static Sequences ofTokens(int[][][] rows, int... vocabulary) {
    width(vocabulary.length);
    for (int f = 0; f < vocabulary.length; f++) {
      if (vocabulary[f] < 2) {
        throw new IllegalArgumentException(
            "Field %d has a vocabulary of %d tokens, but needs 2.".formatted(f, vocabulary[f]));
      }
    }
    for (int r = 0; r < rows.length; r++) {
      steps(r, rows[r].length);
      for (int[] step : rows[r]) {
        if (step.length != vocabulary.length) {
          throw new IllegalArgumentException(
              "A step of row %d has %d tokens for %d fields."
                  .formatted(r, step.length, vocabulary.length));
        }
        for (int f = 0; f < step.length; f++) {
          if (step[f] < 0 || step[f] >= vocabulary[f]) {
            throw new IllegalArgumentException(
                "Row %d holds token %d in field %d, whose vocabulary has %d.%nMaybe something new needs a token that means unknown."
                    .formatted(r, step[f], f, vocabulary[f]));
          }
        }
      }
    }
    return new Sequences(new float[0][][], rows, vocabulary.clone(), vocabulary.length);
  }

  private static void width(int width) {
    if (width < 1) {
      throw new IllegalArgumentException("A step must be told by at least 1 value.");
    }
  }

  private static void steps(int row, int steps) {
    if (steps < 1) {
      throw new IllegalArgumentException("Row %d has no step, but needs 1.".formatted(row));
    }
  }

  /** True if steps are told by tokens. */
  public boolean areTokens() {
    return vocabulary.length > 0;
  }

  /** Number of rows. */
  public int size() {
    return areTokens() ? tokens.length : figures.length;
  }

  /** Steps of one row. */
  public int steps(int row) {
    return areTokens() ? tokens[row].length : figures[row].length;
  }

  /** Steps of the longest row; 0 without rows. */
  public int longest() {
    int longest = 0;
    for (int r = 0; r < size(); r++) {
      longest = Math.max(longest, steps(r));
    }
    return longest;
  }

  /** Features or fields of each step. */
  public int width() {
    return width;
  }

  /** Rows × steps × features; empty if steps are told by tokens. Not a copy. */
  public float[][][] figures() {
    return figures;
  }

  /** Rows × steps × fields; empty if steps are told by figures. Not a copy. */
  public int[][][] tokens() {
    return tokens;
  }

  /** A copy; empty if steps are told by figures. */
  public int[] vocabulary() {
    return vocabulary.clone();
  }

  /** Some rows, in the order named; they share their steps with these. */
  public Sequences rows(int... which) {
    return areTokens()
        ? new Sequences(
            figures,
            Arrays.stream(which).mapToObj(r -> tokens[r]).toArray(int[][][]::new),
            vocabulary,
            width)
        : new Sequences(
            Arrays.stream(which).mapToObj(r -> figures[r]).toArray(float[][][]::new),
            tokens,
            vocabulary,
            width);
  }
}

package souk.numeric.lib.metrics;

/**
 * What was said beside what happened, for one threshold. A share whose denominator is 0 is NaN.
 *
 * @param truePositives said and happened
 * @param falsePositives said, did not happen
 * @param falseNegatives not said, happened
 * @param trueNegatives not said, did not happen
 */
public record Confusion(
    long truePositives, long falsePositives, long falseNegatives, long trueNegatives) {

  /**
   * @param target 1 or 0
   * @param threshold scores of at least this say that it happens
   */
  public static Confusion of(double[] target, double[] score, double threshold) {
    Pairs.check(target, score);
    long[] cells = new long[4];
    for (int i = 0; i < target.length; i++) {
      cells[(score[i] >= threshold ? 0 : 2) + (target[i] == 1 ? 0 : 1)]++;
    }
    return new Confusion(cells[0], cells[1], cells[2], cells[3]);
  }

  /** Share of what was said that happened: TP / (TP + FP). */
  public double precision() {
    return (double) truePositives / (truePositives + falsePositives);
  }

  /** Share of what happened that was said: TP / (TP + FN). */
  public double recall() {
    return (double) truePositives / (truePositives + falseNegatives);
  }

  /** Share of what did not happen that was not said: TN / (TN + FP). It is not the precision. */
  public double specificity() {
    return (double) trueNegatives / (trueNegatives + falsePositives);
  }

  /** Harmonic mean of precision and recall: 2 TP / (2 TP + FP + FN). */
  public double f1() {
    return 2.0 * truePositives / (2.0 * truePositives + falsePositives + falseNegatives);
  }

  /** Share that was said rightly. */
  public double accuracy() {
    return (double) (truePositives + trueNegatives)
        / (truePositives + falsePositives + falseNegatives + trueNegatives);
  }
}

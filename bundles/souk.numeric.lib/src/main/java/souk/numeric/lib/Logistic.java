package souk.numeric.lib;

/** The logistic function and its inverse. */
public final class Logistic {
  private Logistic() {}

  /** 1 / (1 + exp(−score)), without overflow. */
  public static double probability(double score) {
    if (score >= 0) {
      return 1 / (1 + StrictMath.exp(-score));
    }
    double odds = StrictMath.exp(score);
    return odds / (1 + odds);
  }

  /** Logarithm of the odds of a probability in (0, 1). */
  public static double score(double probability) {
    return StrictMath.log(probability) - StrictMath.log1p(-probability);
  }
}

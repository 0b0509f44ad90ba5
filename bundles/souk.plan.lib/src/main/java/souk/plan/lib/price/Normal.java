package souk.plan.lib.price;

/** The standard normal distribution. */
public final class Normal {
  private static final double[] B = {
    0.319381530, -0.356563782, 1.781477937, -1.821255978, 1.330274429
  };

  private Normal() {}

  /**
   * Probability of a value below {@code z}; absolute error below 7.5e-8 (Abramowitz and Stegun,
   * formula 26.2.17).
   */
  public static double cdf(double z) {
    if (Double.isNaN(z)) {
      return Double.NaN;
    }
    if (z < 0) {
      return 1 - cdf(-z);
    }
    double t = 1 / (1 + 0.2316419 * z);
    double polynomial = 0;
    for (int k = B.length - 1; k >= 0; k--) {
      polynomial = t * (B[k] + polynomial);
    }
    return 1 - StrictMath.exp(-z * z / 2) / StrictMath.sqrt(2 * StrictMath.PI) * polynomial;
  }
}

package souk.customer.lib.lifetime;

/** What the likelihoods need and the JDK lacks. */
final class SpecialFunctions {
  private static final double HALF_LOG_TWO_PI = 0.5 * StrictMath.log(2 * StrictMath.PI);
  private static final double ASYMPTOTIC_FROM = 10;

  /** Coefficients B(2k) / (2k (2k - 1)) of Stirling's series (NIST DLMF 5.11.1). */
  private static final double[] STIRLING = {
    1.0 / 12, -1.0 / 360, 1.0 / 1260, -1.0 / 1680, 1.0 / 1188, -691.0 / 360360, 1.0 / 156
  };

  private SpecialFunctions() {}

  /** Logarithm of the gamma function for a positive argument. */
  static double logGamma(double x) {
    if (!(x > 0)) {
      throw new IllegalArgumentException(
          "The gamma function is asked for at %s, but only positive numbers are.".formatted(x));
    }
    double product = 1;
    double shifted = x;
    while (shifted < ASYMPTOTIC_FROM) {
      product *= shifted;
      shifted++;
    }
    double inverse = 1 / shifted;
    double square = inverse * inverse;
    double series = 0;
    for (int k = STIRLING.length - 1; k >= 0; k--) {
      series = series * square + STIRLING[k];
    }
    return (shifted - 0.5) * StrictMath.log(shifted)
        - shifted
        + HALF_LOG_TWO_PI
        + series * inverse
        - StrictMath.log(product);
  }

  static double logBeta(double a, double b) {
    return logGamma(a) + logGamma(b) - logGamma(a + b);
  }

  /** log(exp(a) + exp(b)) without overflow. */
  static double logSum(double a, double b) {
    double high = Math.max(a, b);
    if (high == Double.NEGATIVE_INFINITY) {
      return high;
    }
    return high + StrictMath.log1p(StrictMath.exp(Math.min(a, b) - high));
  }
}

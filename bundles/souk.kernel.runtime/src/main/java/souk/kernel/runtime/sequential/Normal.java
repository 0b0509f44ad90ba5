package souk.kernel.runtime.sequential;

/** Logarithm of the standard normal distribution function, good in both tails. */
final class Normal {
  private static final double[] FIT = {
    -1.26551223,
    1.00002368,
    0.37409196,
    0.09678418,
    -0.18628806,
    0.27886807,
    -1.13520398,
    1.48851587,
    -0.82215223,
    0.17087277
  };

  private Normal() {}

  /** ln Φ(z); the relative error of Φ is at most 1.2e-7 (Chebyshev fit of Numerical Recipes). */
  static double logCdf(double z) {
    double x = Math.abs(z) / Math.sqrt(2);
    double t = 1 / (1 + x / 2);
    double fit = FIT[FIT.length - 1];
    for (int i = FIT.length - 2; i >= 0; i--) {
      fit = FIT[i] + t * fit;
    }
    double logTail = Math.log(t / 2) - x * x + fit;
    return z >= 0 ? Math.log1p(-Math.exp(logTail)) : logTail;
  }
}

package souk.demand.lib.math;

/**
 * Quantiles of Student's t distribution, for intervals around estimated coefficients.
 *
 * <p>Stateless, thread-safe, deterministic.
 */
public final class StudentT {
  private StudentT() {}

  /**
   * The quantile of a t distribution.
   *
   * <p>Hill, Algorithm 396 (Communications of the ACM 13, 1970); exact for one and two degrees of
   * freedom, about six digits otherwise.
   *
   * @param probability in (0, 1), both ends excluded
   * @param degreesOfFreedom at least 1
   * @throws IllegalArgumentException if an argument lies outside its range
   */
  public static double quantile(double probability, double degreesOfFreedom) {
    if (!(degreesOfFreedom >= 1)) {
      throw new IllegalArgumentException(
          "The degrees of freedom (%s) must be at least 1.%nMaybe there are fewer rows than columns."
              .formatted(degreesOfFreedom));
    }
    double z = Normal.quantile(probability);
    if (degreesOfFreedom > 1e6) {
      return z;
    }
    double twoSided = 2 * StrictMath.min(probability, 1 - probability);
    double value = upper(twoSided, degreesOfFreedom);
    return probability < 0.5 ? -value : value;
  }

  private static double upper(double twoSided, double n) {
    if (n == 1) {
      double angle = twoSided * StrictMath.PI / 2;
      return StrictMath.cos(angle) / StrictMath.sin(angle);
    }
    if (n == 2) {
      return StrictMath.sqrt(2 / (twoSided * (2 - twoSided)) - 2);
    }
    double a = 1 / (n - 0.5);
    double b = 48 / (a * a);
    double c = ((20700 * a / b - 98) * a - 16) * a + 96.36;
    double d = ((94.5 / (b + c) - 3) / b + 1) * StrictMath.sqrt(a * StrictMath.PI / 2) * n;
    double x = d * twoSided;
    double y = StrictMath.pow(x, 2 / n);
    if (y > 0.05 + a) {
      x = Normal.quantile(twoSided / 2);
      y = x * x;
      if (n < 5) {
        c += 0.3 * (n - 4.5) * (x + 0.6);
      }
      c = (((0.05 * d * x - 5) * x - 7) * x - 2) * x + b + c;
      y = (((((0.4 * y + 6.3) * y + 36) * y + 94.5) / c - y - 3) / b + 1) * x;
      y = StrictMath.expm1(a * y * y);
    } else {
      y =
          ((1 / (((n + 6) / (n * y) - 0.089 * d - 0.822) * (n + 2) * 3) + 0.5 / (n + 4)) * y - 1)
                  * (n + 1)
                  / (n + 2)
              + 1 / y;
    }
    return StrictMath.sqrt(n * y);
  }
}

package souk.evidence.lib.random;

import java.util.SplittableRandom;

/**
 * Draws from the distributions of a simulated market. Deterministic for one stream: all functions
 * are taken from {@link StrictMath}.
 */
public final class Draws {
  private static final double POISSON_BY_PARTS_ABOVE = 30;

  private Draws() {}

  /** Standard normal, by the polar method of Marsaglia (1964); the second value is not kept. */
  public static double normal(SplittableRandom random) {
    while (true) {
      double u = 2 * random.nextDouble() - 1;
      double v = 2 * random.nextDouble() - 1;
      double s = u * u + v * v;
      if (s > 0 && s < 1) {
        return u * StrictMath.sqrt(-2 * StrictMath.log(s) / s);
      }
    }
  }

  /**
   * Gamma with mean {@code shape}, scale 1, by Marsaglia and Tsang (2000).
   *
   * @param shape greater than 0
   */
  public static double gamma(SplittableRandom random, double shape) {
    if (!(shape > 0) || Double.isInfinite(shape)) {
      throw new IllegalArgumentException("A gamma shape must be greater than 0, but is " + shape);
    }
    if (shape < 1) {
      double u = Math.max(random.nextDouble(), Double.MIN_NORMAL);
      return gamma(random, shape + 1) * StrictMath.pow(u, 1 / shape);
    }
    double d = shape - 1.0 / 3;
    double c = 1 / StrictMath.sqrt(9 * d);
    while (true) {
      double x = normal(random);
      double v = 1 + c * x;
      if (v > 0) {
        v = v * v * v;
        double u = Math.max(random.nextDouble(), Double.MIN_NORMAL);
        if (StrictMath.log(u) < 0.5 * x * x + d - d * v + d * StrictMath.log(v)) {
          return d * v;
        }
      }
    }
  }

  /**
   * Poisson. Small means by counting; large means by the reduction of Ahrens and Dieter (1974): the
   * n-th of the events, n = 7/8 of the mean, comes at a gamma time; what is left is Poisson or
   * binomial.
   *
   * @param mean in [0, ∞)
   */
  public static long poisson(SplittableRandom random, double mean) {
    if (!(mean >= 0) || Double.isInfinite(mean)) {
      throw new IllegalArgumentException("A Poisson mean must be at least 0, but is " + mean);
    }
    long events = 0;
    double left = mean;
    while (left > POISSON_BY_PARTS_ABOVE) {
      long n = (long) (left * 7 / 8);
      double time = gamma(random, n);
      if (time > left) {
        return events + binomial(random, n - 1, left / time);
      }
      events += n;
      left -= time;
    }
    double limit = StrictMath.exp(-left);
    double product = random.nextDouble();
    while (product > limit) {
      events++;
      product *= random.nextDouble();
    }
    return events;
  }

  /**
   * Negative binomial with variance {@code mean + mean² / size}: a Poisson whose mean is gamma.
   *
   * @param size dispersion, greater than 0; infinite for Poisson
   */
  public static long negativeBinomial(SplittableRandom random, double mean, double size) {
    if (mean == 0) {
      return 0;
    }
    if (Double.isInfinite(size)) {
      return poisson(random, mean);
    }
    return poisson(random, gamma(random, size) * mean / size);
  }

  /** The integer below or above a number, at random, so that its mean is the number. */
  public static long round(SplittableRandom random, double value) {
    double floor = Math.floor(value);
    return (long) floor + (random.nextDouble() < value - floor ? 1 : 0);
  }

  private static long binomial(SplittableRandom random, long trials, double probability) {
    long successes = 0;
    for (long i = 0; i < trials; i++) {
      if (random.nextDouble() < probability) {
        successes++;
      }
    }
    return successes;
  }
}

package souk.customer.lib.lifetime;

import static souk.customer.lib.lifetime.SpecialFunctions.logGamma;

/**
 * What a purchase of a customer is worth: amounts of one customer are Gamma(p, v), v differs
 * between customers as Gamma(q, gamma) (Fader and Hardie, "The Gamma-Gamma Model of Monetary
 * Value", 2013). Takes for granted that spend does not go with frequency. Immutable.
 *
 * @param p shape within a customer
 * @param q shape between customers
 * @param gamma scale, in the unit of the amounts
 * @param logLikelihood at the maximum
 * @param covariance of the logarithms of the parameters
 * @param converged whether the search ended at a maximum
 * @param customers how many it was fitted to
 */
public record GammaGamma(
    double p,
    double q,
    double gamma,
    double logLikelihood,
    double[][] covariance,
    boolean converged,
    int customers) {

  /** Fewest customers with a purchase that is worth something. */
  public static final int FEWEST = 10;

  /**
   * Fits the model to customers with a mean above 0.
   *
   * @param purchases how many each mean is of
   * @param mean amount of a customer's purchases
   * @throws IllegalArgumentException if there are fewer than {@link #FEWEST}
   */
  public static GammaGamma fit(int[] purchases, double[] mean) {
    int n = 0;
    double[] count = new double[mean.length];
    double[] amount = new double[mean.length];
    double level = 0;
    for (int i = 0; i < mean.length; i++) {
      if (purchases[i] > 0 && mean[i] > 0) {
        count[n] = purchases[i];
        amount[n] = mean[i];
        level += StrictMath.log(mean[i]);
        n++;
      }
    }
    if (n < FEWEST) {
      throw new IllegalArgumentException(
          "Only %d customers have purchases that are worth something; %d are needed."
              .formatted(n, FEWEST));
    }
    // In units of the typical purchase, so that the search does not depend on the currency.
    double unit = StrictMath.exp(level / n);
    double[] logAmount = new double[n];
    double constant = 0;
    for (int i = 0; i < n; i++) {
      amount[i] /= unit;
      logAmount[i] = StrictMath.log(amount[i]);
      constant -= StrictMath.log(unit);
    }
    Sample sample = new Sample(n, count, amount, logAmount);
    LikelihoodFit.Maximum found =
        LikelihoodFit.maximise(sample, new double[][] {{5, 4, 1}, {1, 2, 1}, {20, 10, 0.5}});
    double[] at = found.parameters();
    return new GammaGamma(
        at[0],
        at[1],
        at[2] * unit,
        found.logLikelihood() + constant,
        found.covariance(),
        found.converged(),
        n);
  }

  /** Logarithm of the density of a mean of so many purchases. */
  public double logDensity(int purchases, double mean) {
    return logDensity(p, q, gamma, purchases, mean, StrictMath.log(mean));
  }

  private static double logDensity(
      double p, double q, double gamma, double x, double mean, double logMean) {
    return logGamma(p * x + q)
        - logGamma(p * x)
        - logGamma(q)
        + q * StrictMath.log(gamma)
        + (p * x - 1) * logMean
        + p * x * StrictMath.log(x)
        - (p * x + q) * StrictMath.log(gamma + x * mean);
  }

  /**
   * Expected amount of the next purchase of a customer: between the customer's own mean and that of
   * all. Where the mean of all does not exist (q at most 1), that of the median customer stands.
   *
   * @param purchases seen, may be 0
   * @param mean of them
   */
  public double expected(int purchases, double mean) {
    double below = p * purchases + q - 1;
    if (below <= 0.1) {
      return p * gamma / Math.max(q, 0.1);
    }
    return p * (gamma + purchases * Math.max(0, mean)) / below;
  }

  private record Sample(int size, double[] x, double[] mean, double[] logMean)
      implements LikelihoodFit.Sample {
    @Override
    public double[] weights() {
      double[] ones = new double[size];
      java.util.Arrays.fill(ones, 1);
      return ones;
    }

    @Override
    public void logLikelihoods(double[] parameters, double[] into) {
      for (int i = 0; i < size; i++) {
        into[i] =
            logDensity(parameters[0], parameters[1], parameters[2], x[i], mean[i], logMean[i]);
      }
    }
  }
}

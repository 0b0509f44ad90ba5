package souk.customer.lib.lifetime;

import static souk.customer.lib.lifetime.SpecialFunctions.logBeta;
import static souk.customer.lib.lifetime.SpecialFunctions.logGamma;
import static souk.customer.lib.lifetime.SpecialFunctions.logSum;

/**
 * BG/NBD and its modification. Purchases come at a rate of Gamma(r, alpha) per week; after each the
 * customer drops out with a probability of Beta(a, b), in the modification after the first one too.
 *
 * <p>Formulas: Fader, Hardie and Lee (2005), "Counting your customers" the easy way; the modified
 * likelihood: Batislam et al. (2007). The expectation of the first reference, written there with
 * Gauss's hypergeometric function, is taken here as the integral that it solves, over the dropout
 * probability of a living customer: no poles at a = 1 and no series that diverges.
 */
final class BetaGeometric implements PurchaseLaw {
  private static final GaussLegendre RULE = new GaussLegendre(32);

  private final double r;
  private final double alpha;
  private final double a;
  private final double b;
  private final int survivedFirst;
  private final double constant;
  private final double logA;

  BetaGeometric(double[] parameters, boolean modified) {
    r = parameters[0];
    alpha = parameters[1];
    a = parameters[2];
    b = parameters[3];
    survivedFirst = modified ? 1 : 0;
    constant = r * StrictMath.log(alpha) - logGamma(r) - logBeta(a, b);
    logA = StrictMath.log(a);
  }

  @Override
  public double logLikelihood(int x, double recency, double age) {
    double living = -(r + x) * StrictMath.log(alpha + age);
    double both = living;
    if (mayBeGone(x)) {
      both = logSum(living, logGoneOverLiving(x) - (r + x) * StrictMath.log(alpha + recency));
    }
    return constant + logGamma(r + x) + logBeta(a, b + x + survivedFirst) + both;
  }

  private boolean mayBeGone(int x) {
    return x + survivedFirst > 0;
  }

  /** B(a + 1, n - 1) / B(a, n) = a / (n - 1) with n the second shape of the living. */
  private double logGoneOverLiving(int x) {
    return logA - StrictMath.log(b + x + survivedFirst - 1);
  }

  @Override
  public double alive(int x, double recency, double age) {
    if (!mayBeGone(x)) {
      return 1;
    }
    double odds =
        logGoneOverLiving(x)
            + (r + x) * (StrictMath.log(alpha + age) - StrictMath.log(alpha + recency));
    return 1 / (1 + StrictMath.exp(odds));
  }

  @Override
  public double buys(int x, double recency, double age, double ahead) {
    return alive(x, recency, age)
        * -StrictMath.expm1(-(r + x) * StrictMath.log1p(ahead / (alpha + age)));
  }

  @Override
  public double expected(int x, double recency, double age, double ahead) {
    double n = b + x + survivedFirst;
    double share = a / (a + n);
    double atZero = purchases(0, x, age, ahead);
    double atOne = purchases(1, x, age, ahead);
    // What is left vanishes at both ends, however steep the density is there.
    double bend = 0;
    double logDensity = -logBeta(a, n);
    for (int i = 0; i < RULE.size(); i++) {
      bend += RULE.weight(i) * bend(RULE.node(i), n, x, age, ahead, atZero, atOne, logDensity);
    }
    double mean = (1 - share) * atZero + share * atOne + bend;
    return alive(x, recency, age) * Math.min(atZero, Math.max(atOne, mean));
  }

  /** One node; the odds of p are those of u to a power that follows the width of the density. */
  private double bend(
      double u,
      double n,
      int x,
      double age,
      double ahead,
      double atZero,
      double atOne,
      double logDensity) {
    double power = 2 * Math.sqrt(1 / (a + 0.5) + 1 / (n + 0.5));
    double logOdds = power * (StrictMath.log(u) - StrictMath.log1p(-u)) + logA - StrictMath.log(n);
    double logP = -StrictMath.log1p(StrictMath.exp(-logOdds));
    double logQ = -StrictMath.log1p(StrictMath.exp(logOdds));
    double p = StrictMath.exp(logP);
    double slope = power / (u * (1 - u));
    double density = StrictMath.exp(logDensity + a * logP + n * logQ);
    double straight = atZero + p * (atOne - atZero);
    return slope * density * (purchases(p, x, age, ahead) - straight);
  }

  /** Expected purchases of a living customer with dropout probability p. */
  private double purchases(double p, int x, double age, double ahead) {
    double rate = ahead / (alpha + age);
    if (p * rate * (r + x) < 1e-9) {
      return (r + x) * rate;
    }
    return -StrictMath.expm1(-(r + x) * StrictMath.log1p(p * rate)) / p;
  }
}

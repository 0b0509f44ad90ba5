package souk.customer.lib.lifetime;

import static souk.customer.lib.lifetime.SpecialFunctions.logGamma;
import static souk.customer.lib.lifetime.SpecialFunctions.logSum;

/**
 * Pareto/NBD: purchases come at a rate of Gamma(r, alpha), customers drop out at a rate of Gamma(s,
 * beta), both per week (Schmittlein, Morrison and Colombo, 1987; in the notation of Fader and
 * Hardie, "A Note on Deriving the Pareto/NBD Model", 2005).
 *
 * <p>The literature writes the likelihood with a difference of two hypergeometric functions, which
 * cancels where recency is close to age. Here it is the integral over the time of the dropout, in a
 * variable in which the power law is flat: every term is positive.
 */
final class ParetoNbd implements PurchaseLaw {
  private static final GaussLegendre RULE = new GaussLegendre(20);

  private final double r;
  private final double alpha;
  private final double s;
  private final double beta;
  private final double constant;

  ParetoNbd(double[] parameters) {
    r = parameters[0];
    alpha = parameters[1];
    s = parameters[2];
    beta = parameters[3];
    constant = r * StrictMath.log(alpha) + s * StrictMath.log(beta) - logGamma(r);
  }

  @Override
  public double logLikelihood(int x, double recency, double age) {
    return constant + logGamma(r + x) + logSum(logLiving(x, age), logGone(x, recency, age));
  }

  private double logLiving(int x, double age) {
    return -(r + x) * StrictMath.log(alpha + age) - s * StrictMath.log(beta + age);
  }

  /**
   * log of s times the integral from recency to age of (alpha + u)^-(r + x) (beta + u)^-(s + 1);
   * with y = ((alpha + recency) / (alpha + u))^(r + s + x) all but a bounded ratio is constant.
   */
  private double logGone(int x, double recency, double age) {
    if (!(age > recency)) {
      return Double.NEGATIVE_INFINITY;
    }
    double power = r + s + x;
    double begin = alpha + recency;
    double logSpan = StrictMath.log((alpha + age) / begin);
    double grading = grading(power);
    double width = -StrictMath.expm1(-power / grading * logSpan);
    // The ratio is greatest at one of the ends; without its greatest value nothing overflows.
    double greatest = Math.max(logRatio(recency), logRatio(age));
    double sum = 0;
    for (int i = 0; i < RULE.size(); i++) {
      double logW = StrictMath.log1p(-width * RULE.node(i));
      double since = recency + begin * StrictMath.expm1(-logW * grading / power);
      sum += RULE.weight(i) * StrictMath.exp((grading - 1) * logW + logRatio(since) - greatest);
    }
    return StrictMath.log(s * grading * width * sum / power)
        + greatest
        - power * StrictMath.log(begin);
  }

  private double logRatio(double since) {
    return (s + 1) * StrictMath.log((alpha + since) / (beta + since));
  }

  /**
   * With y = w^k the integrands are powers of w: whole ones of low degree where k is the power, and
   * weighted away near 0 where that would be too steep.
   */
  private static double grading(double power) {
    return Math.max(1, Math.min(6, power));
  }

  @Override
  public double alive(int x, double recency, double age) {
    double odds = logGone(x, recency, age) - logLiving(x, age);
    return 1 / (1 + StrictMath.exp(odds));
  }

  @Override
  public double expected(int x, double recency, double age, double ahead) {
    // (beta + T) / (s - 1) * (1 - ((beta + T) / (beta + T + t))^(s - 1)), finite at s = 1.
    double span = StrictMath.log1p(ahead / (beta + age));
    double z = (1 - s) * span;
    double weeks = (beta + age) * span * (Math.abs(z) < 1e-12 ? 1 : StrictMath.expm1(z) / z);
    return alive(x, recency, age) * (r + x) / (alpha + age) * weeks;
  }

  @Override
  public double buys(int x, double recency, double age, double ahead) {
    double power = r + x;
    double begin = alpha + age;
    double grading = grading(power);
    double width = -StrictMath.expm1(-power / grading * StrictMath.log1p(ahead / begin));
    double sum = 0;
    for (int i = 0; i < RULE.size(); i++) {
      double logW = StrictMath.log1p(-width * RULE.node(i));
      double waited = begin * StrictMath.expm1(-logW * grading / power);
      sum +=
          RULE.weight(i)
              * StrictMath.exp((grading - 1) * logW - s * StrictMath.log1p(waited / (beta + age)));
    }
    return alive(x, recency, age) * grading * width * sum;
  }
}

package souk.plan.lib.price;

/**
 * Demand with constant elasticity that is known only up to a normal error: {@code units(r) = base ·
 * r^e}, {@code r} the price relative to the base price, {@code e ~ N(elasticity, standardError²)}
 * cut off at zero, so that a higher price never raises demand. Expectations over {@code e} by
 * five-point Gauss–Hermite quadrature (Abramowitz and Stegun, table 25.10).
 *
 * @param baseUnits expected units at the base price, not negative
 * @param elasticity own-price elasticity, at most 0 after the cut
 * @param standardError of the elasticity, not negative
 */
public record LogLogDemand(double baseUnits, double elasticity, double standardError) {
  private static final double[] NODE = {
    -2.8569700138728056, -1.3556261799742659, 0, 1.3556261799742659, 2.8569700138728056
  };
  private static final double[] WEIGHT = {
    0.011257411327720689,
    0.22207592200561266,
    0.53333333333333333,
    0.22207592200561266,
    0.011257411327720689
  };

  public LogLogDemand {
    if (!(baseUnits >= 0) || !Double.isFinite(baseUnits + elasticity) || !(standardError >= 0)) {
      throw new IllegalArgumentException(
          "Demand needs finite base units of at least 0, a finite elasticity and a standard error of at least 0, but got %s, %s and %s."
              .formatted(baseUnits, elasticity, standardError));
    }
  }

  /** Units at a relative price for one value of the elasticity. */
  public double unitsAt(double relativePrice, double elasticityValue) {
    return baseUnits * StrictMath.pow(relativePrice, Math.min(0, elasticityValue));
  }

  /** Units at a relative price, averaged over what the elasticity may be. */
  public double expectedUnits(double relativePrice) {
    if (standardError == 0) {
      return unitsAt(relativePrice, elasticity);
    }
    double sum = 0;
    for (int k = 0; k < NODE.length; k++) {
      sum += WEIGHT[k] * unitsAt(relativePrice, elasticity + NODE[k] * standardError);
    }
    return sum;
  }

  /** Units if the elasticity lies {@code z} standard errors above its estimate. */
  public double unitsAtDeviation(double relativePrice, double z) {
    return unitsAt(relativePrice, elasticity + z * standardError);
  }
}

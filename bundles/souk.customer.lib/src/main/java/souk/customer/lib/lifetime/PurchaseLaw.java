package souk.customer.lib.lifetime;

/**
 * A model of repeat buying with given parameters. A customer is what the models need to know: the
 * number {@code x} of repeat purchases, the time {@code recency} of the last purchase and the
 * length {@code age} of the observation, both since the first purchase and in weeks. Immutable.
 */
public interface PurchaseLaw {
  /** Logarithm of the likelihood of one customer's purchases. */
  double logLikelihood(int x, double recency, double age);

  /** Probability that the customer still is one at the end of the observation. */
  double alive(int x, double recency, double age);

  /** Expected number of purchases in the next {@code ahead} weeks. */
  double expected(int x, double recency, double age, double ahead);

  /** Probability of at least one purchase in the next {@code ahead} weeks. */
  double buys(int x, double recency, double age, double ahead);

  /**
   * Weeks until the next purchase has come with a probability; infinite if it never has.
   *
   * @param probability in (0, 1)
   */
  default double nextPurchase(int x, double recency, double age, double probability) {
    double high = 1;
    while (buys(x, recency, age, high) < probability) {
      high *= 2;
      if (high > 1e5) {
        return Double.POSITIVE_INFINITY;
      }
    }
    double low = 0;
    for (int round = 0; round < 60; round++) {
      double middle = (low + high) / 2;
      if (buys(x, recency, age, middle) < probability) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }
}

package souk.customer.lib.recommend;

/**
 * Settings of {@link RepeatAndTogether} and what it is fitted with.
 *
 * @param halfLifeDays days after which a customer's own order counts half, greater than 0
 * @param popularityHalfLifeDays the same for popularity; shorter, because fashion and season pass
 *     faster than habits
 * @param neighbours articles kept per article, at least 1
 * @param shrinkage customers, at least 0
 * @param repeatWeight weight of an article's own past orders against those of its neighbours, at
 *     least 0
 * @param popularityExponent how far recent popularity scales the score: 0 not at all, 1
 *     proportionally
 */
public record RecommendOptions(
    double halfLifeDays,
    double popularityHalfLifeDays,
    int neighbours,
    double shrinkage,
    double repeatWeight,
    double popularityExponent) {

  public RecommendOptions {
    if (!(halfLifeDays > 0)
        || !(popularityHalfLifeDays > 0)
        || neighbours < 1
        || !(shrinkage >= 0)
        || !(repeatWeight >= 0)
        || !(popularityExponent >= 0 && popularityExponent <= 1)) {
      throw new IllegalArgumentException(
          """
          Half-lives (%s and %s days) must be above 0, neighbours (%d) at least 1, shrinkage (%s) \
          and repeat weight (%s) at least 0, popularity exponent (%s) in [0, 1]."""
              .formatted(
                  halfLifeDays,
                  popularityHalfLifeDays,
                  neighbours,
                  shrinkage,
                  repeatWeight,
                  popularityExponent));
    }
  }

  /**
   * Chosen on Online Retail with the last month left out: two earlier test months, 200
   * combinations, the best by NDCG@10.
   */
  public static RecommendOptions defaults() {
    return new RecommendOptions(90, 14, 100, 50, 10, 0.5);
  }
}

package souk.customer.lib.recommend;

/**
 * Settings of {@link RepeatAndTogether} and what it is fitted with.
 *
 * @param halfLifeDays days after which an order counts half, greater than 0
 * @param neighbours articles kept per article, at least 1
 * @param shrinkage customers, at least 0
 * @param repeatWeight weight of an article's own past orders against those of its neighbours, at
 *     least 0
 * @param popularityExponent how far recent popularity scales the score: 0 not at all, 1
 *     proportionally
 */
public record RecommendOptions(
    double halfLifeDays,
    int neighbours,
    double shrinkage,
    double repeatWeight,
    double popularityExponent) {

  public RecommendOptions {
    if (!(halfLifeDays > 0)
        || neighbours < 1
        || !(shrinkage >= 0)
        || !(repeatWeight >= 0)
        || !(popularityExponent >= 0 && popularityExponent <= 1)) {
      throw new IllegalArgumentException(
          """
          Half-life (%s days) must be above 0, neighbours (%d) at least 1, shrinkage (%s) and \
          repeat weight (%s) at least 0, popularity exponent (%s) in [0, 1]."""
              .formatted(halfLifeDays, neighbours, shrinkage, repeatWeight, popularityExponent));
    }
  }

  /** Values found on the development part of the measuring data. */
  public static RecommendOptions defaults() {
    return new RecommendOptions(60, 100, 10, 1.0, 0.5);
  }
}

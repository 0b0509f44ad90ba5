package souk.plan.core;

/**
 * Limits of planning.
 *
 * @param stepsPerArticle greatest number of price points of one article, at least 2
 * @param lookBackWeeks weeks of sales that tell what a segment buys, at least 1
 * @param leastGainProbability probability that a change must gain, in [0, 1)
 * @param leastPromotionGain gain over the period, in major units, below which a promotion is not
 *     worth the work; at least 0
 */
record PlanOptions(
    int stepsPerArticle,
    int lookBackWeeks,
    double leastGainProbability,
    double leastPromotionGain) {
  PlanOptions {
    if (stepsPerArticle < 2
        || lookBackWeeks < 1
        || !(leastGainProbability >= 0 && leastGainProbability < 1)
        || !(leastPromotionGain >= 0)) {
      throw new IllegalArgumentException(
          "Plans need at least 2 steps per article, 1 week looked back, a least gain probability in [0, 1) and a least promotion gain of at least 0, but got %d, %d, %s and %s.%nMaybe the probability was given in percent."
              .formatted(stepsPerArticle, lookBackWeeks, leastGainProbability, leastPromotionGain));
    }
  }
}

package souk.evidence.lib.market;

/**
 * How a market is fitted and how it answers.
 *
 * @param levelWeeks weeks that say how much an article sells lately, at least 1
 * @param historyWeeks weeks of purchases that say who buys what in which quantity, at least 1
 * @param promotionLift extra demand of an article on offer beyond what its lower price explains, as
 *     a share, at least 0
 * @param incidenceShare part of an offer's effect that comes as more purchases, in [0, 1]; the rest
 *     comes as more units per purchase
 * @param truthSeed of the market's true elasticities; equal for all simulations of one market
 */
public record MarketOptions(
    int levelWeeks, int historyWeeks, double promotionLift, double incidenceShare, long truthSeed) {
  public MarketOptions {
    if (levelWeeks < 1
        || historyWeeks < 1
        || !(promotionLift >= 0 && promotionLift < 10)
        || !(incidenceShare >= 0 && incidenceShare <= 1)) {
      throw new IllegalArgumentException(
          "A market needs level and history of at least 1 week, a promotion lift in [0, 10) and an incidence share in [0, 1], but got %d, %d, %s and %s."
              .formatted(levelWeeks, historyWeeks, promotionLift, incidenceShare));
    }
  }

  /** 13 weeks, 52 weeks, 10 %, a half. */
  public static MarketOptions defaults() {
    return new MarketOptions(13, 52, 0.10, 0.5, 20111209L);
  }
}

package souk.customer.recommendation;

import souk.customer.api.Recommendation;
import souk.customer.api.RecommendationRequest;
import souk.customer.lib.recommend.Recommended;
import souk.customer.spi.RecommenderState;
import souk.model.PurchaseLog;
import souk.model.Reason;

/** Between the indices of the library and the keys of the contract. */
final class Answers {
  private Answers() {}

  /** The day after the last one of the log. */
  static int untilDay(PurchaseLog log) {
    return log.rows() == 0 ? 0 : log.epochDay(log.rows() - 1) + 1;
  }

  /** Indices of the basket's articles; articles that were never sold are passed over. */
  static int[] basket(RecommenderState state, RecommendationRequest request) {
    return request.basket().stream()
        .distinct()
        .mapToInt(state.skus()::indexOf)
        .filter(i -> i >= 0)
        .toArray();
  }

  static Recommendation recommendation(RecommenderState state, Recommended recommended) {
    return new Recommendation(
        state.skus().get(recommended.item()), recommended.score(), reason(state, recommended));
  }

  private static Reason reason(RecommenderState state, Recommended recommended) {
    return switch (recommended.why()) {
      case BOUGHT_BEFORE ->
          Reason.of("recommendation.bought-before", "This customer bought it before.");
      case BOUGHT_TOGETHER ->
          Reason.of(
              "recommendation.bought-together",
              "Customers who bought %s bought it too."
                  .formatted(state.skus().get(recommended.because())),
              state.skus().get(recommended.because()));
      case POPULAR -> Reason.of("recommendation.popular", "Many customers buy it lately.");
    };
  }
}

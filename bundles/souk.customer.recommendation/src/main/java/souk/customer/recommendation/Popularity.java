package souk.customer.recommendation;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Component;
import souk.customer.api.Recommendation;
import souk.customer.api.RecommendationRequest;
import souk.customer.lib.recommend.PurchaseIndex;
import souk.customer.lib.recommend.RecommendOptions;
import souk.customer.lib.recommend.RepeatAndTogether;
import souk.customer.spi.Recommender;
import souk.customer.spi.RecommenderState;
import souk.model.PurchaseLog;

/** What everybody buys lately; the same for every customer. */
@Component(
    property = {
      "souk.role=Recommender",
      "souk.strategy=popularity",
      "souk.version=1.0.0",
      "souk.builtin:Boolean=true",
      "souk.family=popularity",
      "souk.title=Popular lately"
    })
public final class Popularity implements Recommender {
  private static final String NAME = "popularity@1.0.0";
  private static final double HALF_LIFE_DAYS = RecommendOptions.defaults().popularityHalfLifeDays();

  @Override
  public RecommenderState learn(PurchaseLog log) {
    int items = log.skus().size();
    return new RecommenderState(
        NAME,
        log.skus(),
        PurchaseIndex.of(log, Answers.untilDay(log), HALF_LIFE_DAYS).popularity(),
        new int[items][0],
        new float[items][0],
        Map.of(),
        Map.of());
  }

  @Override
  public List<Recommendation> recommend(RecommenderState state, RecommendationRequest request) {
    int items = state.skus().size();
    RepeatAndTogether model =
        new RepeatAndTogether(state.popularity(), new int[items][0], new float[items][0], 0, 0);
    return Arrays.stream(
            model.best(new int[0], new float[0], Answers.basket(state, request), request.limit()))
        .map(r -> Answers.recommendation(state, r))
        .toList();
  }
}

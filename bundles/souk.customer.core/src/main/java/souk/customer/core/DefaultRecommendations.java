package souk.customer.core;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import souk.customer.api.Recommendation;
import souk.customer.api.RecommendationRequest;
import souk.customer.api.Recommendations;
import souk.customer.spi.Recommender;
import souk.customer.spi.RecommenderState;
import souk.data.api.ErasedPart;
import souk.data.api.SalesHistory;
import souk.data.api.SalesQuery;
import souk.data.spi.CustomerData;
import souk.kernel.api.CallOptions;
import souk.kernel.api.Progress;
import souk.kernel.api.StrategyRouter;
import souk.model.CustomerKey;
import souk.model.PurchaseLog;

/**
 * Keeps what the selected recommender learned in memory. It is a function of the loaded purchases,
 * so it is not stored: the first request after a start learns it again.
 */
@Component(service = {Recommendations.class, CustomerData.class})
@Designate(ocd = DefaultRecommendations.Config.class)
public final class DefaultRecommendations implements Recommendations, CustomerData {
  private static final int STEPS = 2;

  /** Deadlines of recommendations. */
  @ObjectClassDefinition(
      name = "Souk: recommendations",
      description =
          "How recommendations are learned and answered, and when the built-in strategy takes over.")
  public @interface Config {
    @AttributeDefinition(
        name = "Longest learning (ms)",
        description = "After this time the built-in strategy takes over.",
        min = "1",
        max = "86400000")
    long learnDeadlineMillis() default 300_000;

    @AttributeDefinition(
        name = "Longest answer (ms)",
        description = "After this time the built-in strategy answers.",
        min = "1",
        max = "60000")
    long answerDeadlineMillis() default 1_000;
  }

  private final StrategyRouter router;
  private final SalesHistory sales;
  private final Config config;
  private final Object learning = new Object();
  private volatile Optional<RecommenderState> state = Optional.empty();

  @Activate
  public DefaultRecommendations(
      @Reference StrategyRouter router, @Reference SalesHistory sales, Config config) {
    this.router = router;
    this.sales = sales;
    this.config = config;
  }

  @Override
  public void refresh(Progress progress) {
    synchronized (learning) {
      learn(progress);
    }
  }

  @Override
  public List<Recommendation> recommend(RecommendationRequest request) {
    Optional<RecommenderState> learned = state.isPresent() ? state : learnedOnce();
    if (learned.isEmpty()) {
      return List.of();
    }
    RecommenderState known = learned.get();
    CallOptions<List<Recommendation>> options =
        CallOptions.<List<Recommendation>>within(config.answerDeadlineMillis())
            .checkedBy(list -> complaint(list, request));
    return router
        .call(Recommender.class, options, r -> List.copyOf(r.recommend(known, request)))
        .value();
  }

  @Override
  public String keeper() {
    return "recommendations";
  }

  /** What was learned names nobody, but was learned from the customer as well: it is forgotten. */
  @Override
  public List<ErasedPart> erase(CustomerKey customer) {
    synchronized (learning) {
      long learned = state.isPresent() ? 1 : 0;
      state = Optional.empty();
      return List.of(
          new ErasedPart(keeper(), "learned state", learned, ErasedPart.Treatment.DELETED));
    }
  }

  private Optional<RecommenderState> learnedOnce() {
    synchronized (learning) {
      if (state.isEmpty()) {
        learn(Progress.none());
      }
      return state;
    }
  }

  private void learn(Progress progress) {
    if (sales.summary().isEmpty()) {
      return;
    }
    progress.report(0, STEPS, "Reading purchases");
    PurchaseLog log = sales.purchases(SalesQuery.all());
    progress.throwIfCancelled();
    progress.report(1, STEPS, "Learning what to recommend");
    CallOptions<RecommenderState> options =
        CallOptions.<RecommenderState>within(config.learnDeadlineMillis())
            .checkedBy(DefaultRecommendations::complaint);
    state = Optional.of(router.call(Recommender.class, options, r -> r.learn(log)).value());
    progress.report(STEPS, STEPS, "Learned what to recommend");
  }

  static Optional<String> complaint(RecommenderState learned) {
    int items = learned.skus().size();
    if (learned.popularity().length != items
        || learned.neighbours().length != items
        || learned.similarities().length != items) {
      return Optional.of("the arrays learned do not fit the %d articles".formatted(items));
    }
    for (double value : learned.popularity()) {
      if (!(value >= 0 && Double.isFinite(value))) {
        return Optional.of("an article has popularity " + value);
      }
    }
    return Optional.empty();
  }

  static Optional<String> complaint(List<Recommendation> list, RecommendationRequest request) {
    if (list.size() > request.limit()) {
      return Optional.of(
          "%d articles were recommended, %d asked for".formatted(list.size(), request.limit()));
    }
    return list.stream().allMatch(r -> Double.isFinite(r.score()))
        ? Optional.empty()
        : Optional.of("a score is not finite");
  }
}

package souk.customer.recommendation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import souk.customer.api.Recommendation;
import souk.customer.api.RecommendationRequest;
import souk.customer.lib.recommend.ItemToItem;
import souk.customer.lib.recommend.PurchaseIndex;
import souk.customer.lib.recommend.RecommendOptions;
import souk.customer.lib.recommend.RepeatAndTogether;
import souk.customer.spi.Recommender;
import souk.customer.spi.RecommenderState;
import souk.model.CustomerKey;
import souk.model.PurchaseLog;

/** What a customer buys again, and what others bought together with it. */
@Component(
    property = {
      "souk.role=Recommender",
      "souk.strategy=item-to-item-repeat",
      "souk.version=1.0.0",
      "souk.family=neighbourhood",
      "souk.title=Item to item and repeat purchases",
      "service.ranking:Integer=100"
    })
@Designate(ocd = ItemToItemRepeat.Config.class)
public final class ItemToItemRepeat implements Recommender {
  private static final String NAME = "item-to-item-repeat@1.0.0";

  /** Settings; the defaults were chosen on Online Retail without its last month. */
  @ObjectClassDefinition(
      name = "Souk: item-to-item recommender",
      description = "Recommends what goes with an article, and what a customer buys again.")
  public @interface Config {
    @AttributeDefinition(
        name = "Half-life of habits (days)",
        description = "After this time a customer's own order counts half.",
        min = "0.1",
        max = "36500")
    double halfLifeDays() default 90;

    @AttributeDefinition(
        name = "Half-life of popularity (days)",
        description = "After this time an order counts half for what is popular.",
        min = "0.1",
        max = "36500")
    double popularityHalfLifeDays() default 14;

    @AttributeDefinition(
        name = "Neighbours (articles)",
        description = "Similar articles kept per article.",
        min = "1",
        max = "100000")
    int neighbours() default 100;

    @AttributeDefinition(
        name = "Shrinkage (customers)",
        description = "Pulls similarities that few customers speak for towards 0.",
        min = "0",
        max = "1000000")
    double shrinkageCustomers() default 50;

    @AttributeDefinition(
        name = "Repeat weight (factor)",
        description = "Weight of an article's own past orders against those of similar articles.",
        min = "0",
        max = "1000000")
    double repeatWeight() default 10;

    @AttributeDefinition(
        name = "Popularity exponent (number)",
        description = "0: popularity does not matter; 1: it scales the score proportionally.",
        min = "0",
        max = "10")
    double popularityExponent() default 0.5;
  }

  private final RecommendOptions options;

  @Activate
  public ItemToItemRepeat(Config config) {
    this(
        new RecommendOptions(
            config.halfLifeDays(),
            config.popularityHalfLifeDays(),
            config.neighbours(),
            config.shrinkageCustomers(),
            config.repeatWeight(),
            config.popularityExponent()));
  }

  ItemToItemRepeat(RecommendOptions options) {
    this.options = options;
  }

  @Override
  public RecommenderState learn(PurchaseLog log) {
    int untilDay = Answers.untilDay(log);
    PurchaseIndex index = PurchaseIndex.of(log, untilDay, options.halfLifeDays());
    ItemToItem together = ItemToItem.of(index, options.neighbours(), options.shrinkage());
    Map<CustomerKey, int[]> history = new HashMap<>();
    Map<CustomerKey, float[]> weights = new HashMap<>();
    for (int c = 0; c < index.customers(); c++) {
      if (index.from(c) < index.until(c)) {
        CustomerKey customer = log.customers().get(c);
        history.put(customer, index.itemsLatestFirst(c));
        weights.put(customer, index.weightsLatestFirst(c));
      }
    }
    return new RecommenderState(
        NAME,
        log.skus(),
        PurchaseIndex.of(log, untilDay, options.popularityHalfLifeDays()).popularity(),
        together.neighbours(),
        together.similarities(),
        history,
        weights);
  }

  @Override
  public List<Recommendation> recommend(RecommenderState state, RecommendationRequest request) {
    int[] history = request.customer().map(c -> state.history().get(c)).orElseGet(() -> new int[0]);
    float[] weights =
        request.customer().map(c -> state.historyWeights().get(c)).orElseGet(() -> new float[0]);
    RepeatAndTogether model =
        new RepeatAndTogether(
            state.popularity(),
            state.neighbours(),
            state.similarities(),
            options.repeatWeight(),
            options.popularityExponent());
    return Arrays.stream(
            model.best(history, weights, Answers.basket(state, request), request.limit()))
        .map(r -> Answers.recommendation(state, r))
        .toList();
  }
}

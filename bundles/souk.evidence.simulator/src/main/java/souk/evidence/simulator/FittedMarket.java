package souk.evidence.simulator;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import souk.demand.api.ItemResponse;
import souk.demand.api.ResponseModel;
import souk.evidence.lib.market.Market;
import souk.evidence.lib.market.MarketFit;
import souk.evidence.lib.market.MarketOptions;
import souk.evidence.lib.market.PriceAnswer;
import souk.evidence.spi.MarketSimulator;
import souk.evidence.spi.MarketState;
import souk.evidence.spi.ShopFront;
import souk.evidence.spi.SimulatedSales;
import souk.evidence.spi.SimulationTask;
import souk.kernel.api.Progress;
import souk.kernel.spi.StrategyProperties;
import souk.model.Refusal;
import souk.model.Sku;

/**
 * A market fitted on what was observed. Its true elasticities are drawn once from what the fitted
 * response leaves open, so that they differ from the estimates that plans are made with.
 */
@Component(
    service = MarketSimulator.class,
    property = {
      StrategyProperties.ROLE + "=MarketSimulator",
      StrategyProperties.STRATEGY + "=" + FittedMarket.ID,
      StrategyProperties.VERSION + "=" + FittedMarket.VERSION,
      StrategyProperties.BUILTIN + ":Boolean=true",
      StrategyProperties.TITLE + "=Market fitted on observed sales"
    })
@Designate(ocd = FittedMarket.Config.class)
public final class FittedMarket implements MarketSimulator {
  static final String ID = "fitted-market";
  static final String VERSION = "1.0.0";

  /** Configuration. */
  @ObjectClassDefinition(
      name = "Souk: fitted market",
      description = "How simulated customers are fitted and how they answer to offers.")
  public @interface Config {
    @AttributeDefinition(
        name = "Time of the level (weeks)",
        description = "Weeks that say how much an article sells lately.",
        min = "1",
        max = "520")
    int levelWeeks() default 13;

    @AttributeDefinition(
        name = "Time of the history (weeks)",
        description = "Weeks of purchases that say who buys what.",
        min = "1",
        max = "5200")
    int historyWeeks() default 52;

    @AttributeDefinition(
        name = "Lift of a promotion (share)",
        description = "Extra demand on offer beyond the lower price. An assumption.",
        min = "0",
        max = "10")
    double promotionLift() default 0.10;

    @AttributeDefinition(
        name = "More purchases (share)",
        description = "Part of an offer's effect that comes as more purchases.",
        min = "0",
        max = "1")
    double incidenceShare() default 0.5;

    @AttributeDefinition(
        name = "Seed of the truth (any whole number)",
        description = "Seed of the market's true elasticities.",
        min = "-9223372036854775808",
        max = "9223372036854775807")
    long truthSeed() default 20111209L;
  }

  private final MarketOptions options;

  @Activate
  public FittedMarket(Config config) {
    this(
        new MarketOptions(
            config.levelWeeks(),
            config.historyWeeks(),
            config.promotionLift(),
            config.incidenceShare(),
            config.truthSeed()));
  }

  FittedMarket(MarketOptions options) {
    this.options = options;
  }

  @Override
  public Optional<Refusal> refuses(MarketState state, SimulationTask task) {
    if (state.weekly().seriesList().isEmpty()) {
      return Optional.of(new Refusal("observed weeks of at least one article", "found none"));
    }
    if (answers(state.response()).isEmpty()) {
      return Optional.of(
          new Refusal("a fitted price response with prices above 0", "it has no article"));
    }
    if (task.weeks() < 1) {
      return Optional.of(new Refusal("at least one week", "was asked for " + task.weeks()));
    }
    return Optional.empty();
  }

  @Override
  public SimulatedSales simulate(
      MarketState state, ShopFront shop, SimulationTask task, Progress progress) {
    refuses(state, task)
        .ifPresent(
            refusal -> {
              throw new IllegalArgumentException("The fitted market " + refusal + ".");
            });
    Market market =
        new MarketFit(state.weekly(), state.purchases(), state.until(), options)
            .fit(answers(state.response()));
    return new Season(market, state, shop, task, options).play(progress);
  }

  private static Map<Sku, PriceAnswer> answers(ResponseModel response) {
    Map<Sku, PriceAnswer> answers = new HashMap<>();
    for (ItemResponse item : response.items()) {
      if (item.basePrice() > 0 && Double.isFinite(item.elasticity())) {
        double deviation =
            item.identified()
                ? item.standardError()
                : Math.max(item.standardError(), response.betweenItemDeviation());
        double finite = Double.isFinite(deviation) ? Math.max(0, deviation) : 0;
        answers.put(item.sku(), new PriceAnswer(item.elasticity(), finite, item.basePrice()));
      }
    }
    return answers;
  }
}

package souk.demand.response;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import souk.demand.api.ItemResponse;
import souk.demand.api.ResponseModel;
import souk.demand.lib.response.BaseDemand;
import souk.demand.lib.response.ItemSlope;
import souk.demand.lib.response.PriceResponse;
import souk.demand.lib.response.ResponseFit;
import souk.demand.lib.response.ResponseItem;
import souk.demand.lib.response.ResponseOptions;
import souk.demand.spi.ElasticityEstimator;
import souk.demand.spi.EstimationTask;
import souk.model.Interval;
import souk.model.Panel;
import souk.model.Provenance;
import souk.model.Reason;
import souk.model.Refusal;
import souk.model.Series;
import souk.model.Sku;

/** Log-log regression per article with empirical-Bayes shrinkage. */
@Component(
    property = {
      "souk.role=ElasticityEstimator",
      "souk.strategy=log-log",
      "souk.version=" + LogLogEstimator.VERSION,
      "souk.family=regression",
      "souk.title=Log-log response with shrinkage",
      "souk.builtin:Boolean=true"
    })
@Designate(ocd = LogLogEstimator.Config.class)
public final class LogLogEstimator implements ElasticityEstimator {
  static final String VERSION = "1.0.0";

  /** When a response counts as identified, and what is controlled for. */
  @ObjectClassDefinition(
      name = "Souk: log-log price response",
      description = "Regression of log units on log price for each article.")
  public @interface Config {
    @AttributeDefinition(name = "Trend", description = "Each article has a linear trend.")
    boolean trend() default true;

    @AttributeDefinition(
        name = "Market index",
        description = "The common movement of the other articles is a regressor.")
    boolean marketIndex() default true;

    @AttributeDefinition(
        name = "Fewest weeks (weeks)",
        description = "Weeks with sales an article needs, at least 3.",
        min = "3",
        max = "5200")
    int minimumWeeks() default 12;

    @AttributeDefinition(
        name = "Fewest prices (count)",
        description = "Different prices an article needs, at least 2.",
        min = "2",
        max = "1000")
    int minimumPrices() default 3;

    @AttributeDefinition(
        name = "Smallest price movement (natural logarithm)",
        description =
            "Standard deviation of the logarithm of the price that must remain after the controls; 0.01 is about one percent.",
        min = "0",
        max = "10")
    double minimumLogPriceDeviation() default 0.01;

    @AttributeDefinition(
        name = "Largest standard error (elasticity)",
        description = "An elasticity known less exactly counts as not identified.",
        min = "0.0001",
        max = "1000")
    double maximumStandardError() default 1.0;
  }

  private final Config config;

  @Activate
  public LogLogEstimator(Config config) {
    this.config = config;
    options(true, 0.9);
  }

  private ResponseOptions options(boolean shrinkage, double level) {
    return new ResponseOptions(
        shrinkage,
        level,
        config.trend(),
        config.marketIndex(),
        config.minimumWeeks(),
        config.minimumPrices(),
        config.minimumLogPriceDeviation(),
        config.maximumStandardError());
  }

  @Override
  public Optional<Refusal> refuses(Panel unitsWithPrice, EstimationTask task) {
    return new ResponsePanel(unitsWithPrice, task.priceCovariate()).refusal();
  }

  @Override
  public ResponseModel estimate(Panel unitsWithPrice, EstimationTask task) {
    ResponsePanel rows = new ResponsePanel(unitsWithPrice, task.priceCovariate());
    List<ResponseItem> items = rows.items();
    ResponseFit fit = new PriceResponse(options(task.shrinkage(), task.level())).fit(items);
    List<ItemResponse> responses = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      Series units = unitsWithPrice.seriesList().get(i);
      Series price = unitsWithPrice.covariate(task.priceCovariate(), units.id()).orElseThrow();
      responses.add(
          response(units, ResponsePanel.aligned(price, units), fit.items().get(i), task.level()));
    }
    Provenance provenance =
        Provenance.builder(task.now(), "log-log", VERSION)
            .option("shrinkage", task.shrinkage())
            .option("level", task.level())
            .option("price", task.priceCovariate())
            .option("trend", config.trend())
            .option("marketIndex", config.marketIndex())
            .option("minimumWeeks", config.minimumWeeks())
            .option("minimumPrices", config.minimumPrices())
            .option("maximumStandardError", config.maximumStandardError())
            .option("rowsGivenAway", rows.givenAway())
            .build();
    return new ResponseModel(
        "log-log-" + task.now(),
        task.label(),
        fit.pooledSlope(),
        fit.betweenItems(),
        responses,
        provenance);
  }

  private static ItemResponse response(
      Series units, double[] price, ItemSlope slope, double level) {
    BaseDemand base = BaseDemand.of(units.values(), price, slope.slope());
    Optional<Reason> reason =
        slope
            .doubt()
            .map(
                doubt ->
                    Reason.of(
                        "response.not-identified." + doubt.code(),
                        doubt.text(),
                        doubt.arguments().toArray()));
    return new ItemResponse(
        new Sku(units.id()),
        slope.slope(),
        new Interval(slope.low(), slope.high(), level),
        slope.standardError(),
        slope.isIdentified(),
        reason,
        base.units(),
        base.price(),
        slope.rows(),
        slope.distinctPrices());
  }
}

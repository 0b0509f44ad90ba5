package souk.demand.core;

import java.time.Clock;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import souk.data.api.Documents;
import souk.data.api.SalesHistory;
import souk.data.api.SalesQuery;
import souk.demand.api.DemandModels;
import souk.demand.api.ResponseModel;
import souk.demand.spi.ElasticityEstimator;
import souk.demand.spi.EstimationTask;
import souk.kernel.api.CallOptions;
import souk.kernel.api.Progress;
import souk.kernel.api.Routed;
import souk.kernel.api.StrategyRouter;
import souk.model.EvidenceLabel;
import souk.model.Panel;
import souk.model.Provenance;

/** Price response over the warehouse; fits are kept in the journal. */
@Component
@Designate(ocd = WarehouseModels.Config.class)
public final class WarehouseModels implements DemandModels {
  static final String KIND = "response-model";

  /** How models are fitted. */
  @ObjectClassDefinition(
      name = "Souk: price response",
      description = "How the price response of all articles is fitted.")
  public @interface Config {
    @AttributeDefinition(
        name = "Shrinkage",
        description = "Draw uncertain estimates towards the mean of all articles.")
    boolean shrinkage() default true;

    @AttributeDefinition(
        name = "Interval level (probability)",
        description = "Probability that an interval holds the true elasticity, in (0, 1).",
        min = "0.01",
        max = "0.9999")
    double intervalLevel() default 0.9;

    @AttributeDefinition(
        name = "Deadline in seconds",
        description = "An estimator that takes longer has failed.",
        min = "1",
        max = "86400")
    int callDeadlineSeconds() default 300;
  }

  private final SalesHistory sales;
  private final Documents documents;
  private final StrategyRouter router;
  private final Config config;
  private final Clock clock;
  private final ResponseModelJson json = new ResponseModelJson();
  private final LatestDocument<ResponseModel> latest;

  @Activate
  public WarehouseModels(
      @Reference SalesHistory sales,
      @Reference Documents documents,
      @Reference StrategyRouter router,
      Config config) {
    this(sales, documents, router, config, Clock.systemUTC());
  }

  WarehouseModels(
      SalesHistory sales, Documents documents, StrategyRouter router, Config config, Clock clock) {
    if (!(config.intervalLevel() > 0 && config.intervalLevel() < 1)) {
      throw new IllegalArgumentException(
          "The interval level (%s) must lie in (0, 1).%nMaybe it was given in percent."
              .formatted(config.intervalLevel()));
    }
    this.sales = sales;
    this.documents = documents;
    this.router = router;
    this.config = config;
    this.clock = clock;
    this.latest = new LatestDocument<>(documents, KIND, json::read);
  }

  @Override
  public ResponseModel fit(int items, boolean includeSimulated, Progress progress) {
    progress.report(0, 3, "Reading weekly sales");
    SalesQuery query = SalesQuery.all().top(items);
    Panel weekly = sales.weekly(query.withSimulated(includeSimulated));
    if (weekly.seriesList().isEmpty()) {
      throw new IllegalStateException(
          "There are no weekly sales to estimate from.\nMaybe no file was loaded yet, or less than one whole week.");
    }
    int digits = sales.currency().map(Currency::getDefaultFractionDigits).orElse(2);
    Panel panel = new TypicalPrices(weekly, sales.purchases(query), digits).addTo(weekly);
    progress.report(1, 3, "Estimating " + panel.seriesList().size() + " articles");
    progress.throwIfCancelled();
    Instant now = clock.instant();
    EstimationTask task =
        new EstimationTask(
            TypicalPrices.NAME,
            config.shrinkage(),
            config.intervalLevel(),
            includeSimulated ? EvidenceLabel.SIMULATED : EvidenceLabel.OBSERVED,
            now);
    Routed<ResponseModel> routed =
        router.call(
            ElasticityEstimator.class,
            CallOptions.<ResponseModel>within(1_000L * config.callDeadlineSeconds())
                .checkedBy(model -> ModelCheck.complaint(model, panel)),
            estimator -> {
              estimator
                  .refuses(panel, task)
                  .ifPresent(
                      refusal -> {
                        throw new IllegalStateException("The estimator " + refusal + ".");
                      });
              return estimator.estimate(panel, task);
            });
    ResponseModel model = named(routed, panel, now);
    progress.report(2, 3, "Keeping the model");
    documents.put(new Documents.Put(KIND, model.id(), -1, json.write(model)));
    progress.report(3, 3, "Done");
    return model;
  }

  @Override
  public Optional<ResponseModel> latest() {
    return latest.find();
  }

  private static ResponseModel named(Routed<ResponseModel> routed, Panel panel, Instant now) {
    ResponseModel model = routed.value();
    Provenance.Builder provenance =
        Provenance.builder(now, routed.servedBy().strategy(), routed.servedBy().version())
            .seed(model.provenance().seed())
            .inputFingerprint(Panels.fingerprint(panel));
    model.provenance().options().forEach(provenance::option);
    routed.fallbackReason().ifPresent(reason -> provenance.option("fallback", reason));
    return new ResponseModel(
        DocumentIds.of(KIND, now),
        model.label(),
        model.pooledElasticity(),
        model.betweenItemDeviation(),
        model.items(),
        provenance.build());
  }
}

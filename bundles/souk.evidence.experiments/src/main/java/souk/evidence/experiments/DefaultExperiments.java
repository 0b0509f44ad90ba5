package souk.evidence.experiments;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import souk.customer.api.Segments;
import souk.data.api.Documents;
import souk.data.api.ErasedPart;
import souk.data.api.ErasedPart.Treatment;
import souk.data.api.SalesHistory;
import souk.data.spi.CustomerData;
import souk.evidence.api.EffectEstimate;
import souk.evidence.api.Experiment;
import souk.evidence.api.Experiments;
import souk.evidence.api.Metric;
import souk.evidence.api.MetricCatalog;
import souk.evidence.api.SimulationRun;
import souk.evidence.api.UnitKind;
import souk.evidence.lib.assign.Assignment;
import souk.evidence.lib.assign.StratifiedAssignment;
import souk.evidence.spi.EffectProblem;
import souk.kernel.api.CallOptions;
import souk.kernel.api.Progress;
import souk.kernel.api.StrategyRouter;
import souk.model.CustomerKey;
import souk.model.EvidenceLabel;
import souk.plan.api.Plan;
import souk.plan.api.PlanKind;
import souk.plan.api.Plans;

/** Designs hold-outs by stratified hashes and has their effects estimated. */
@Component(service = {Experiments.class, CustomerData.class})
@Designate(ocd = DefaultExperiments.Config.class)
public final class DefaultExperiments implements Experiments, CustomerData {
  /** Configuration. */
  @ObjectClassDefinition(
      name = "Souk: experiments",
      description = "How the effects of published plans are estimated.")
  public @interface Config {
    @AttributeDefinition(
        name = "Interval level (probability)",
        description = "Level of the intervals.",
        min = "0.01",
        max = "0.9999")
    double intervalLevel() default 0.95;

    @AttributeDefinition(
        name = "Deadline of an evaluator (ms)",
        description = "After this time the built-in evaluator takes over.",
        min = "1",
        max = "86400000")
    long deadlineMillis() default 30_000;
  }

  private final StrategyRouter router;
  private final Plans plans;
  private final MetricCatalog metrics;
  private final EvidenceStore store;
  private final UnitSizes sizes;
  private final Config config;
  private final Clock clock;
  private volatile Audience audience;

  @Activate
  public DefaultExperiments(
      @Reference StrategyRouter router,
      @Reference Plans plans,
      @Reference SalesHistory sales,
      @Reference Segments segments,
      @Reference Documents documents,
      @Reference MetricCatalog metrics,
      Config config) {
    this(router, plans, sales, segments, documents, metrics, config, Clock.systemUTC());
  }

  DefaultExperiments(
      StrategyRouter router,
      Plans plans,
      SalesHistory sales,
      Segments segments,
      Documents documents,
      MetricCatalog metrics,
      Config config,
      Clock clock) {
    this.router = router;
    this.plans = plans;
    this.metrics = metrics;
    this.store = new EvidenceStore(documents);
    this.sizes = new UnitSizes(sales, segments);
    this.config = config;
    this.clock = clock;
    this.audience = Audience.of(store.experiments());
  }

  @Override
  public String keeper() {
    return "experiments";
  }

  @Override
  public synchronized List<ErasedPart> erase(CustomerKey customer) {
    long[] changed = store.forget(customer.value());
    audience = Audience.of(store.experiments());
    return List.of(
        new ErasedPart(keeper(), EvidenceStore.EXPERIMENT, changed[0], Treatment.DELETED),
        new ErasedPart(keeper(), EvidenceStore.RUN, changed[1], Treatment.DELETED));
  }

  @Override
  public synchronized Experiment design(String planId, double holdoutShare, long seed) {
    Plan plan =
        plans
            .find(planId)
            .orElseThrow(() -> new IllegalArgumentException("There is no plan " + planId + "."));
    Map<String, Double> units = sizes.of(plan);
    UnitKind kind = plan.kind() == PlanKind.PRICE ? UnitKind.SKU : UnitKind.CUSTOMER;
    Experiment experiment =
        store.create(
            id -> {
              // The plan salts the hash: the same seed splits each plan's units anew.
              Assignment a = StratifiedAssignment.assign(units, holdoutShare, seed, planId);
              return new Experiment(
                  id,
                  planId,
                  kind,
                  holdoutShare,
                  seed,
                  Set.copyOf(a.treatment()),
                  Set.copyOf(a.control()),
                  a.stratumByUnit(),
                  clock.instant(),
                  EvidenceLabel.RANDOMISED);
            });
    audience = Audience.of(store.experiments());
    return experiment;
  }

  @Override
  public Optional<Experiment> find(String experimentId) {
    return store.experiment(experimentId);
  }

  @Override
  public List<Experiment> list() {
    return store.experiments();
  }

  @Override
  public List<String> audienceOf(CustomerKey customer) {
    return audience.of(customer.value());
  }

  @Override
  public List<EffectEstimate> evaluate(String experimentId, Progress progress) {
    Experiment experiment =
        store
            .experiment(experimentId)
            .orElseThrow(
                () -> new IllegalArgumentException("There is no experiment " + experimentId + "."));
    SimulationRun run =
        store.runs().stream()
            .filter(r -> r.experimentId().equals(experimentId))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "Experiment %s has no outcomes yet.%nMaybe simulate sales for it first."
                            .formatted(experimentId)));
    List<EffectEstimate> effects = new ArrayList<>();
    for (Metric metric : metrics.metrics()) {
      progress.throwIfCancelled();
      progress.report(effects.size(), metrics.metrics().size(), "Estimating " + metric.id());
      EffectProblem problem =
          new EffectProblem(
              experiment,
              metric.id(),
              run.outcomes().getOrDefault(metric.id(), List.of()),
              config.intervalLevel(),
              clock.instant());
      effects.add(Evaluations.estimate(router, problem, options()));
    }
    store.keep(experimentId, effects);
    progress.report(effects.size(), effects.size(), "Estimated " + effects.size() + " effects");
    return effects;
  }

  @Override
  public List<EffectEstimate> effects() {
    return store.effects();
  }

  private CallOptions<EffectEstimate> options() {
    return CallOptions.<EffectEstimate>within(config.deadlineMillis())
        .checkedBy(Evaluations::complaint);
  }
}

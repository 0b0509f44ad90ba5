package souk.evidence.experiments;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import souk.customer.api.Segments;
import souk.data.api.Costs;
import souk.data.api.Documents;
import souk.data.api.SalesHistory;
import souk.demand.api.DemandModels;
import souk.evidence.api.Experiment;
import souk.evidence.api.Experiments;
import souk.evidence.api.SimulationRequest;
import souk.evidence.api.SimulationRun;
import souk.evidence.api.Simulations;
import souk.evidence.api.UnitKind;
import souk.evidence.api.UnitOutcome;
import souk.evidence.spi.MarketSimulator;
import souk.evidence.spi.MarketState;
import souk.evidence.spi.ShopFront;
import souk.evidence.spi.SimulatedSales;
import souk.evidence.spi.SimulationTask;
import souk.kernel.api.CallOptions;
import souk.kernel.api.Progress;
import souk.kernel.api.StrategyRouter;
import souk.model.EvidenceLabel;
import souk.model.Money;
import souk.model.Provenance;
import souk.model.Refusal;
import souk.offer.api.OfferEngine;

/** Lets a fitted market buy from the offer engine, and follows the units of an experiment. */
@Component(service = Simulations.class)
@Designate(ocd = DefaultSimulations.Config.class)
public final class DefaultSimulations implements Simulations {
  /** Configuration. */
  @ObjectClassDefinition(
      name = "Souk: simulations",
      description = "How simulated sales are compared with the period before.")
  public @interface Config {
    @AttributeDefinition(description = "Weeks before the run that articles are compared with.")
    int weeksBeforeArticles() default 13;

    @AttributeDefinition(description = "Observed weeks that customers are compared with.")
    int weeksBeforeCustomers() default 26;

    @AttributeDefinition(description = "Milliseconds after which a simulation is given up.")
    long deadlineMillis() default 300_000;
  }

  private final StrategyRouter router;
  private final SalesHistory sales;
  private final Costs costs;
  private final Experiments experiments;
  private final Segments segments;
  private final OfferEngine engine;
  private final EvidenceStore store;
  private final MarketReader reader;
  private final Config config;
  private final Clock clock;

  @Activate
  public DefaultSimulations(
      @Reference StrategyRouter router,
      @Reference SalesHistory sales,
      @Reference Costs costs,
      @Reference DemandModels models,
      @Reference Segments segments,
      @Reference Documents documents,
      @Reference Experiments experiments,
      @Reference OfferEngine engine,
      Config config) {
    this(
        router,
        sales,
        costs,
        models,
        segments,
        documents,
        experiments,
        engine,
        config,
        Clock.systemUTC());
  }

  DefaultSimulations(
      StrategyRouter router,
      SalesHistory sales,
      Costs costs,
      DemandModels models,
      Segments segments,
      Documents documents,
      Experiments experiments,
      OfferEngine engine,
      Config config,
      Clock clock) {
    this.router = router;
    this.sales = sales;
    this.costs = costs;
    this.experiments = experiments;
    this.segments = segments;
    this.engine = engine;
    this.store = new EvidenceStore(documents);
    this.reader = new MarketReader(sales, models, segments, store);
    this.config = config;
    this.clock = clock;
  }

  @Override
  public synchronized SimulationRun run(SimulationRequest request, Progress progress) {
    Experiment experiment =
        experiments
            .find(request.experimentId())
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "There is no experiment " + request.experimentId() + "."));
    progress.report(0, request.weeks(), "Reading what was observed");
    MarketState observed = reader.read();
    List<SimulationRun> runs = store.runs();
    LocalDate firstWeek =
        SimulatedCalendar.firstWeek(observed.until(), runs, store.runsBefore(experiment.id()));
    SimulatedCalendar.conflict(firstWeek, request.weeks(), runs)
        .ifPresent(
            conflict -> {
              throw new IllegalStateException(conflict);
            });
    MarketState state =
        new MarketState(
            observed.weekly(),
            observed.purchases(),
            observed.response(),
            observed.segments(),
            firstWeek);
    Currency currency = sales.currency().orElseThrow();
    SimulationTask task =
        new SimulationTask(request.weeks(), currency, request.seed(), clock.instant());
    SimulatedSales sold = simulate(state, task, progress);
    UnitCosts unitCosts = UnitCosts.of(sales, costs);
    OutcomeTable table = new OutcomeTable(experiment, unitCosts.minorBySku());
    int weeksBefore =
        experiment.unit() == UnitKind.SKU
            ? config.weeksBeforeArticles()
            : config.weeksBeforeCustomers();
    double minorPerMajor = StrictMath.pow(10, Money.digits(currency));
    new PeriodBefore(sales, observed).fill(table, firstWeek, weeksBefore, minorPerMajor);
    double units = 0;
    double costMinor = 0;
    long revenueMinor = 0;
    for (SimulatedSales.Line line : sold.lines()) {
      table.after(line.customer(), line.sku(), line.quantity(), line.netMinor());
      units += line.quantity();
      revenueMinor += line.netMinor();
      costMinor += line.quantity() * unitCosts.minorBySku().getOrDefault(line.sku(), 0.0);
    }
    Money revenue = Money.ofMinor(revenueMinor, currency);
    Money profit = Money.ofMinor(revenueMinor - Math.round(costMinor), currency);
    double allUnits = units;
    Map<String, List<UnitOutcome>> outcomes =
        table.outcomes(weeksBefore, request.weeks(), minorPerMajor);
    Provenance provenance = provenance(sold, unitCosts, firstWeek, weeksBefore);
    // One group of weeks per first week: a second experiment of a round replaces equal weeks.
    sales.addSimulated("weeks-from-" + firstWeek, Simulation.weeks(sold, firstWeek));
    return store.create(
        id ->
            new SimulationRun(
                id,
                experiment.id(),
                firstWeek,
                request.weeks(),
                allUnits,
                revenue,
                profit,
                sold.quotes(),
                outcomes,
                provenance),
        simulated(experiment));
  }

  @Override
  public Optional<SimulationRun> find(String runId) {
    return store.run(runId);
  }

  @Override
  public List<SimulationRun> list() {
    return store.runs();
  }

  private SimulatedSales simulate(MarketState state, SimulationTask task, Progress progress) {
    ShopFront shop = shop();
    CallOptions<SimulatedSales> options =
        CallOptions.<SimulatedSales>within(config.deadlineMillis())
            .checkedBy(sold -> Simulation.complaint(sold, task));
    return router
        .call(
            MarketSimulator.class,
            options,
            simulator -> {
              Optional<Refusal> refusal = simulator.refuses(state, task);
              if (refusal.isPresent()) {
                throw new IllegalStateException("The simulation " + refusal.get() + ".");
              }
              return simulator.simulate(state, shop, task, progress);
            })
        .value();
  }

  private ShopFront shop() {
    LocalDate begin =
        sales.summary().orElseThrow().lastDay().with(TemporalAdjusters.next(DayOfWeek.MONDAY));
    Instant earliest = begin.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
    return new PublishedShop(engine, segments, experiments, earliest);
  }

  private static Provenance provenance(
      SimulatedSales sold, UnitCosts unitCosts, LocalDate firstWeek, int weeksBefore) {
    Provenance from = sold.provenance();
    Provenance.Builder builder =
        Provenance.builder(from.createdAt(), from.strategy(), from.version())
            .seed(from.seed())
            .inputFingerprint(from.inputFingerprint());
    from.options().forEach(builder::option);
    return builder
        .option("firstWeek", firstWeek)
        .option("weeksBefore", weeksBefore)
        .option("articlesWithAssumedCost", unitCosts.assumed())
        .build();
  }

  private static Experiment simulated(Experiment e) {
    return new Experiment(
        e.id(),
        e.planId(),
        e.unit(),
        e.holdoutShare(),
        e.seed(),
        e.treatment(),
        e.control(),
        e.strata(),
        e.createdAt(),
        EvidenceLabel.SIMULATED);
  }
}

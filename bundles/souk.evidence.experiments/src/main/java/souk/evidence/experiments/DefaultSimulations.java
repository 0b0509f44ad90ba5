package souk.evidence.experiments;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
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
import souk.evidence.spi.MarketSimulator;
import souk.evidence.spi.MarketState;
import souk.evidence.spi.ShopFront;
import souk.evidence.spi.SimulatedSales;
import souk.evidence.spi.SimulationTask;
import souk.kernel.api.CallOptions;
import souk.kernel.api.Progress;
import souk.kernel.api.StrategyRouter;
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
    @AttributeDefinition(
        name = "Time before for articles (weeks)",
        description = "Weeks before the run that articles are compared with.",
        min = "1",
        max = "520")
    int weeksBeforeArticles() default 13;

    @AttributeDefinition(
        name = "Time before for customers (weeks)",
        description = "Observed weeks that customers are compared with.",
        min = "1",
        max = "520")
    int weeksBeforeCustomers() default 26;

    @AttributeDefinition(
        name = "Deadline of a simulation (ms)",
        description = "After this time a simulation is given up.",
        min = "1",
        max = "86400000")
    long deadlineMillis() default 300_000;
  }

  private final StrategyRouter router;
  private final Round.Shop shop;
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
    this.shop = new Round.Shop(sales, costs, segments, experiments, engine);
    this.store = new EvidenceStore(documents);
    this.reader = new MarketReader(sales, models, segments, store);
    this.config = config;
    this.clock = clock;
  }

  @Override
  public synchronized SimulationRun run(SimulationRequest request, Progress progress) {
    String experimentId = request.experimentId();
    Experiment experiment =
        shop.experiments()
            .find(experimentId)
            .orElseThrow(
                () -> new IllegalArgumentException("There is no experiment " + experimentId + "."));
    progress.report(0, request.weeks(), "Reading what was observed");
    MarketState observed = reader.read();
    List<SimulationRun> runs = store.runs();
    LocalDate firstWeek =
        SimulatedCalendar.firstWeek(observed.until(), runs, store.runsBefore(experimentId));
    SimulatedCalendar.conflict(firstWeek, request.weeks(), runs)
        .ifPresent(
            conflict -> {
              throw new IllegalStateException(conflict);
            });
    Round round = new Round(shop, experiment, request, observed, firstWeek);
    SimulatedSales sold = simulate(round, progress);
    int weeksBefore =
        round.weeksBefore(config.weeksBeforeArticles(), config.weeksBeforeCustomers());
    Function<String, SimulationRun> run = round.summed(sold, weeksBefore);
    // One group of weeks per first week: a second experiment of a round replaces equal weeks.
    shop.sales().addSimulated("weeks-from-" + firstWeek, Simulation.weeks(sold, firstWeek));
    return store.create(run, round.simulatedExperiment());
  }

  @Override
  public Optional<SimulationRun> find(String runId) {
    return store.run(runId);
  }

  @Override
  public List<SimulationRun> list() {
    return store.runs();
  }

  private SimulatedSales simulate(Round round, Progress progress) {
    MarketState state = round.state();
    SimulationTask task = round.task(clock.instant());
    ShopFront front = round.shopFront();
    CallOptions<SimulatedSales> options =
        CallOptions.<SimulatedSales>within(config.deadlineMillis())
            .checkedBy(sold -> Simulation.complaint(sold, task))
            .once(); // it reports progress and sells from a shop front: not to be repeated
    return router
        .call(
            MarketSimulator.class,
            options,
            simulator -> {
              Optional<Refusal> refusal = simulator.refuses(state, task);
              if (refusal.isPresent()) {
                throw new IllegalStateException("The simulation " + refusal.get() + ".");
              }
              return simulator.simulate(state, front, task, progress);
            })
        .value();
  }
}

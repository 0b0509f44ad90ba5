package souk.customer.core;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import souk.customer.api.BehaviorForecast;
import souk.customer.api.CustomerScore;
import souk.customer.api.Scores;
import souk.customer.api.ScoringRun;
import souk.customer.core.WillingCalls.Question;
import souk.customer.core.WillingCalls.Served;
import souk.customer.spi.BehaviorPredictor;
import souk.customer.spi.BehaviorTask;
import souk.data.api.ErasedPart;
import souk.data.api.SalesHistory;
import souk.data.api.SalesQuery;
import souk.data.api.SalesSummary;
import souk.data.api.StoreException;
import souk.data.api.Warehouse;
import souk.data.spi.CustomerData;
import souk.kernel.api.Progress;
import souk.kernel.api.StrategyRouter;
import souk.model.CustomerKey;
import souk.model.PurchaseLog;

/**
 * Scores customers and keeps the latest run: in memory for look-ups, in the warehouse for a start.
 */
@Component(service = {Scores.class, CustomerData.class})
@Designate(ocd = DefaultScores.Config.class)
public final class DefaultScores implements Scores, CustomerData {
  private static final Logger LOG = LoggerFactory.getLogger(DefaultScores.class);
  private static final int STEPS = 2;
  private static final int MOST_DAYS = 3650;

  /** Settings of scoring runs. */
  @ObjectClassDefinition(
      name = "Souk: customer scores",
      description = "How it is told what customers will do.")
  public @interface Config {
    @AttributeDefinition(
        name = "Seed (any whole number)",
        description = "Same seed and purchases, same scores.",
        min = "-9223372036854775808",
        max = "9223372036854775807")
    long seed() default 20_241;

    @AttributeDefinition(
        name = "Longest scoring (ms)",
        description = "After this time the built-in strategy takes over.",
        min = "1",
        max = "86400000")
    long deadlineMillis() default 300_000;
  }

  private record Latest(ScoringRun run, Map<CustomerKey, CustomerScore> byCustomer) {}

  private final WillingCalls<BehaviorPredictor, BehaviorForecast> calls;
  private final SalesHistory sales;
  private final Clock clock;
  private final Config config;
  private final ScoreTable table;
  private final AtomicLong erasures = new AtomicLong();
  private volatile Optional<Latest> latest;

  @Activate
  public DefaultScores(
      @Reference StrategyRouter router,
      @Reference SalesHistory sales,
      @Reference Warehouse warehouse,
      Config config) {
    this(router, sales, warehouse, config, Clock.systemUTC());
  }

  DefaultScores(
      StrategyRouter router, SalesHistory sales, Warehouse warehouse, Config config, Clock clock) {
    this.calls =
        new WillingCalls<>(
            router,
            BehaviorPredictor.class,
            "score",
            config.deadlineMillis(),
            ForecastCheck::complaint);
    this.sales = sales;
    this.clock = clock;
    this.config = config;
    this.table = new ScoreTable(warehouse);
    this.latest = kept();
  }

  /** What was kept before a start; none, with a log entry, if it cannot be read. */
  private Optional<Latest> kept() {
    try {
      return table.latest().map(DefaultScores::byCustomer);
    } catch (StoreException | IllegalStateException | IllegalArgumentException e) {
      LOG.error(
          "The scores that were kept cannot be read: there are none until the next run.\nMaybe score the customers again.",
          e);
      return Optional.empty();
    }
  }

  private static Latest byCustomer(ScoringRun run) {
    Map<CustomerKey, CustomerScore> byCustomer = new HashMap<>();
    run.forecast().scores().forEach(score -> byCustomer.put(score.customer(), score));
    return new Latest(run, byCustomer);
  }

  @Override
  public ScoringRun run(Optional<String> strategy, int horizonDays, Progress progress) {
    if (horizonDays < 1 || horizonDays > MOST_DAYS) {
      throw new IllegalArgumentException(
          "A horizon must lie in [1, %d] days, but is %d.".formatted(MOST_DAYS, horizonDays));
    }
    progress.report(0, STEPS, "Reading purchases");
    SalesSummary summary =
        sales
            .summary()
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "There are no customers to score.\nMaybe no file was loaded yet."));
    final long erased = erasures.get();
    PurchaseLog log = sales.purchases(SalesQuery.all());
    BehaviorTask task =
        new BehaviorTask(
            summary.lastDay().plusDays(1),
            horizonDays,
            summary.revenue().currency(),
            config.seed(),
            clock.instant());
    progress.throwIfCancelled();
    progress.report(1, STEPS, "Scoring customers");
    Served<BehaviorForecast> answer =
        calls.ask(strategy, new Question<>(s -> s.refuses(log, task), s -> s.predict(log, task)));
    progress.throwIfCancelled();
    ScoringRun run =
        new ScoringRun(
            "scores-" + task.now(),
            answer.by().strategy() + "@" + answer.by().version(),
            answer.value(),
            answer.fallbackReason());
    keep(run, erased);
    return run;
  }

  @Override
  public String keeper() {
    return "scores";
  }

  /** In memory; the rows of the warehouse are erased with all of its tables. */
  @Override
  public synchronized List<ErasedPart> erase(CustomerKey customer) {
    erasures.incrementAndGet();
    boolean known = scoreOf(customer).isPresent();
    if (known) {
      latest = latest.map(all -> byCustomer(without(all.run(), customer)));
    }
    return List.of(new ErasedPart(keeper(), "memory", known ? 1 : 0, ErasedPart.Treatment.DELETED));
  }

  private static ScoringRun without(ScoringRun run, CustomerKey customer) {
    BehaviorForecast all = run.forecast();
    return new ScoringRun(
        run.id(),
        run.strategy(),
        new BehaviorForecast(
            all.horizonDays(),
            all.scores().stream().filter(score -> !score.customer().equals(customer)).toList(),
            all.measures(),
            all.provenance()),
        run.fallbackReason());
  }

  private synchronized void keep(ScoringRun run, long erased) {
    Outdated.refuse(erased, erasures.get());
    table.keep(run);
    latest = Optional.of(byCustomer(run));
  }

  @Override
  public Optional<ScoringRun> latest() {
    return latest.map(Latest::run);
  }

  @Override
  public Optional<CustomerScore> scoreOf(CustomerKey customer) {
    return latest.map(kept -> kept.byCustomer().get(customer));
  }
}

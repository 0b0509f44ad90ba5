package souk.customer.core;

import java.time.Clock;
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
import souk.customer.api.Segmentation;
import souk.customer.api.SegmentationRun;
import souk.customer.api.Segments;
import souk.customer.core.WillingCalls.Question;
import souk.customer.core.WillingCalls.Served;
import souk.customer.spi.SegmentationStrategy;
import souk.customer.spi.SegmentationTask;
import souk.data.api.Documents;
import souk.data.api.ErasedPart;
import souk.data.api.SalesHistory;
import souk.data.api.SalesQuery;
import souk.data.api.SalesSummary;
import souk.data.spi.CustomerData;
import souk.kernel.api.Progress;
import souk.kernel.api.StrategyRouter;
import souk.model.CustomerKey;
import souk.model.PurchaseLog;

/** Runs segmentations, keeps every run in the journal and the latest one in memory. */
@Component(service = {Segments.class, CustomerData.class})
@Designate(ocd = DefaultSegments.Config.class)
public final class DefaultSegments implements Segments, CustomerData {
  private static final int STEPS = 3;

  /** Settings of segmentation runs. */
  @ObjectClassDefinition(
      name = "Souk: segmentation runs",
      description = "How customers are divided into segments.")
  public @interface Config {
    @AttributeDefinition(
        name = "Seed (any whole number)",
        description = "Same seed and purchases, same segments.",
        min = "-9223372036854775808",
        max = "9223372036854775807")
    long seed() default 20_241;

    @AttributeDefinition(
        name = "Longest segmentation (ms)",
        description = "After this time the built-in strategy takes over.",
        min = "1",
        max = "86400000")
    long deadlineMillis() default 300_000;
  }

  private final WillingCalls<SegmentationStrategy, Segmentation> calls;
  private final SalesHistory sales;
  private final RunStore store;
  private final Clock clock;
  private final Config config;
  private final AtomicLong erasures = new AtomicLong();
  private volatile Optional<SegmentationRun> latest;

  @Activate
  public DefaultSegments(
      @Reference StrategyRouter router,
      @Reference SalesHistory sales,
      @Reference Documents documents,
      Config config) {
    this(router, sales, documents, config, Clock.systemUTC());
  }

  DefaultSegments(
      StrategyRouter router, SalesHistory sales, Documents documents, Config config, Clock clock) {
    this.calls =
        new WillingCalls<>(
            router,
            SegmentationStrategy.class,
            "segmentation",
            config.deadlineMillis(),
            SegmentationCheck::complaint);
    this.sales = sales;
    this.store = new RunStore(documents);
    this.clock = clock;
    this.config = config;
    this.latest = store.latest();
  }

  @Override
  public SegmentationRun run(Optional<String> strategy, Progress progress) {
    progress.report(0, STEPS, "Reading purchases");
    SalesSummary summary =
        sales
            .summary()
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "There are no customers to segment.\nMaybe no file was loaded yet."));
    final long erased = erasures.get();
    PurchaseLog log = sales.purchases(SalesQuery.all());
    SegmentationTask task =
        new SegmentationTask(
            summary.lastDay().plusDays(1),
            summary.revenue().currency(),
            config.seed(),
            clock.instant());
    progress.throwIfCancelled();
    progress.report(1, STEPS, "Segmenting customers");
    Served<Segmentation> answer =
        calls.ask(strategy, new Question<>(s -> s.refuses(log, task), s -> s.segment(log, task)));
    progress.throwIfCancelled();
    progress.report(2, STEPS, "Keeping the result");
    return keep(answer, task, erased);
  }

  @Override
  public Optional<SegmentationRun> latest() {
    return latest;
  }

  @Override
  public Optional<String> segmentOf(CustomerKey customer) {
    return latest.map(run -> run.segmentation().memberships().get(customer));
  }

  @Override
  public String keeper() {
    return "segments";
  }

  @Override
  public synchronized List<ErasedPart> erase(CustomerKey customer) {
    erasures.incrementAndGet();
    long runs = store.forget(customer);
    latest = store.latest();
    return List.of(new ErasedPart(keeper(), RunStore.KIND, runs, ErasedPart.Treatment.DELETED));
  }

  private synchronized SegmentationRun keep(
      Served<Segmentation> answer, SegmentationTask task, long erased) {
    Outdated.refuse(erased, erasures.get());
    SegmentationRun run =
        new SegmentationRun(
            "segments-" + task.now(),
            answer.by().strategy() + "@" + answer.by().version(),
            answer.value(),
            latest
                .map(before -> Migration.between(before.segmentation(), answer.value()))
                .orElse(Map.of()),
            answer.fallbackReason());
    store.keep(run);
    latest = Optional.of(run);
    return run;
  }
}

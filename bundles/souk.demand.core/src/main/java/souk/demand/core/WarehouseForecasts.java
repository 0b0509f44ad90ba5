package souk.demand.core;

import java.time.Clock;
import java.time.Instant;
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
import souk.demand.api.DemandForecast;
import souk.demand.api.DemandForecasts;
import souk.demand.api.ForecastRequest;
import souk.demand.api.ForecastRun;
import souk.demand.lib.backtest.RollingOrigins;
import souk.demand.spi.ForecastTask;
import souk.kernel.api.Jobs;
import souk.kernel.api.Progress;
import souk.kernel.api.StrategyRouter;
import souk.model.Panel;

/** Forecasts over the warehouse and of supplied panels; runs are kept in the journal. */
@Component
@Designate(ocd = WarehouseForecasts.Config.class)
public final class WarehouseForecasts implements DemandForecasts {
  static final String KIND = "forecast-run";

  /** How runs are made. */
  @ObjectClassDefinition(
      name = "Souk: forecasts",
      description = "How strategies are backtested and how work is split.")
  public @interface Config {
    @AttributeDefinition(
        name = "Backtest origins (count)",
        description = "How many times the history is cut for the backtest.",
        min = "1",
        max = "1000")
    int backtestOrigins() default 4;

    @AttributeDefinition(
        name = "Distance of origins (weeks)",
        description = "Distance between two cuts in weeks.",
        min = "1",
        max = "520")
    int backtestStepWeeks() default 4;

    @AttributeDefinition(
        name = "Fewest training weeks (weeks)",
        description = "Weeks a series must have before a cut to take part in the backtest.",
        min = "4",
        max = "5200")
    int minimumTrainingWeeks() default 8;

    @AttributeDefinition(
        name = "Series per call (count)",
        description = "How many series one call of a strategy gets.",
        min = "1",
        max = "1000000")
    int chunkSeries() default 100;

    @AttributeDefinition(
        name = "Deadline per call in seconds",
        description = "A strategy that takes longer for one chunk has failed.",
        min = "1",
        max = "86400")
    int callDeadlineSeconds() default 300;
  }

  private final SalesHistory sales;
  private final Documents documents;
  private final RoutedForecasts forecasts;
  private final Config config;
  private final Clock clock;
  private final ForecastRunJson json = new ForecastRunJson();
  private final LatestDocument<ForecastRun> latest;

  @Activate
  public WarehouseForecasts(
      @Reference SalesHistory sales,
      @Reference Documents documents,
      @Reference StrategyRouter router,
      @Reference Jobs jobs,
      Config config) {
    this(sales, documents, router, jobs, config, Clock.systemUTC());
  }

  WarehouseForecasts(
      SalesHistory sales,
      Documents documents,
      StrategyRouter router,
      Jobs jobs,
      Config config,
      Clock clock) {
    this.sales = sales;
    this.documents = documents;
    this.forecasts =
        new RoutedForecasts(
            router, jobs, config.chunkSeries(), 1_000L * config.callDeadlineSeconds());
    this.config = config;
    this.clock = clock;
    this.latest = new LatestDocument<>(documents, KIND, json::read);
  }

  @Override
  public ForecastRun run(ForecastRequest request, Progress progress) {
    progress.report(0, 0, "Reading weekly sales");
    Panel panel =
        Panels.withoutCovariates(
            sales.weekly(
                SalesQuery.all().top(request.items()).withSimulated(request.includeSimulated())));
    if (panel.seriesList().isEmpty()) {
      throw new IllegalStateException(
          "There are no weekly sales to forecast.\nMaybe no file was loaded yet, or less than one whole week.");
    }
    RollingOrigins rule =
        new RollingOrigins(
            config.backtestOrigins(),
            request.horizonWeeks(),
            config.backtestStepWeeks(),
            config.minimumTrainingWeeks());
    Instant now = clock.instant();
    ForecastRun run =
        new WarehouseRun(forecasts, rule)
            .run(DocumentIds.of(KIND, now), panel, request, now, progress);
    documents.put(new Documents.Put(KIND, run.id(), -1, json.write(run)));
    return run;
  }

  @Override
  public Optional<ForecastRun> latest() {
    return latest.find();
  }

  @Override
  public DemandForecast forecast(
      Panel history, ForecastTask task, Optional<String> strategy, Progress progress) {
    return new SuppliedForecast(forecasts).forecast(history, task, strategy, progress);
  }
}

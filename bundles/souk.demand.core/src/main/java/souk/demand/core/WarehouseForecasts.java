package souk.demand.core;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import souk.data.api.Documents;
import souk.data.api.SalesHistory;
import souk.demand.api.BacktestPlan;
import souk.demand.api.BacktestReport;
import souk.demand.api.DemandForecast;
import souk.demand.api.DemandForecasts;
import souk.demand.api.ForecastOptions;
import souk.demand.api.ForecastRequest;
import souk.demand.api.ForecastRun;
import souk.demand.api.ForecasterInfo;
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
        name = "Series backtested (count)",
        description =
            "On how many series strategies are compared at most; of more, that many are drawn"
                + " evenly from all categories.",
        min = "20",
        max = "1000000")
    int backtestSeries() default 2_000;

    @AttributeDefinition(
        name = "Series per call (count)",
        description = "How many series one call of a strategy gets.",
        min = "1",
        max = "1000000")
    int chunkSeries() default 100;

    @AttributeDefinition(
        name = "Deadline per call in seconds",
        description =
            "A strategy that takes longer for one chunk has failed; one that learns across series"
                + " has twelve times as long.",
        min = "1",
        max = "86400")
    int callDeadlineSeconds() default 300;

    @AttributeDefinition(
        name = "Strategies compared (ids)",
        description = "Which strategies a run backtests; empty for all.")
    String[] compare() default {};

    @AttributeDefinition(
        name = "Holidays (country)",
        description =
            "ISO code of the country whose public holidays strategies get as a covariate, such as"
                + " CN; empty for none.")
    String holidays() default "";
  }

  private final RoutedForecasts forecasts;
  private final KeptRuns runs;

  @Activate
  public WarehouseForecasts(
      @Reference SalesHistory sales,
      @Reference Documents documents,
      @Reference StrategyRouter router,
      @Reference Jobs jobs,
      @Reference ForecasterCatalog catalog,
      @Reference ForecastTable table,
      Config config) {
    this(sales, documents, router, jobs, catalog, table, config, Clock.systemUTC());
  }

  WarehouseForecasts(
      SalesHistory sales,
      Documents documents,
      StrategyRouter router,
      Jobs jobs,
      ForecasterCatalog catalog,
      ForecastTable table,
      Config config,
      Clock clock) {
    this.forecasts =
        new RoutedForecasts(
            router,
            jobs,
            catalog,
            List.of(config.compare()),
            config.chunkSeries(),
            1_000L * config.callDeadlineSeconds());
    this.runs =
        new KeptRuns(
            sales,
            documents,
            table,
            forecasts,
            horizon ->
                new WarehouseRun(forecasts, origins(config, horizon), config.backtestSeries()),
            Optional.of(config.holidays()).filter(country -> !country.isBlank()),
            clock);
  }

  private static RollingOrigins origins(Config config, int horizon) {
    return new RollingOrigins(
        config.backtestOrigins(),
        horizon,
        config.backtestStepWeeks(),
        config.minimumTrainingWeeks());
  }

  @Override
  public ForecastRun run(ForecastRequest request, Progress progress) {
    return runs.run(request, progress);
  }

  @Override
  public ForecastRun refresh(ForecastRequest request, Progress progress) {
    return runs.refresh(request, progress);
  }

  @Override
  public Optional<ForecastRun> latest() {
    return runs.latest();
  }

  @Override
  public Optional<BacktestReport> latestBacktest() {
    return runs.latestBacktest();
  }

  @Override
  public int season(Panel history) {
    return SeasonVote.of(history);
  }

  @Override
  public DemandForecast forecast(
      Panel history, ForecastTask task, Optional<String> strategy, Progress progress) {
    return forecast(history, task, ForecastOptions.builder().strategy(strategy).build(), progress);
  }

  @Override
  public DemandForecast forecast(
      Panel history, ForecastTask task, ForecastOptions options, Progress progress) {
    return new SuppliedForecast(forecasts).forecast(history, task, options, progress);
  }

  @Override
  public BacktestReport backtest(
      Panel history, ForecastTask task, BacktestPlan plan, Progress progress) {
    return new SuppliedBacktest(forecasts).run(history, task, plan, progress);
  }

  @Override
  public List<ForecasterInfo> models() {
    return forecasts.catalog().of(forecasts.strategies());
  }
}

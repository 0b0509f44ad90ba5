package souk.edge.webconsole;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import souk.data.api.Item;
import souk.data.api.SalesHistory;
import souk.data.api.SalesQuery;
import souk.data.api.SalesSummary;
import souk.data.api.SimulatedWeek;
import souk.demand.api.AccuracyScore;
import souk.demand.api.BacktestReport;
import souk.demand.api.BacktestScore;
import souk.demand.api.Champion;
import souk.demand.api.DemandForecast;
import souk.demand.api.DemandForecasts;
import souk.demand.api.ForecastRequest;
import souk.demand.api.ForecastRun;
import souk.demand.api.Measure;
import souk.demand.api.SeriesForecast;
import souk.demand.spi.ForecastTask;
import souk.kernel.api.Progress;
import souk.model.Frequency;
import souk.model.Money;
import souk.model.Panel;
import souk.model.Provenance;
import souk.model.PurchaseLog;
import souk.model.Reason;
import souk.model.Series;
import souk.model.Sku;
import souk.model.TimeGrid;

/** Two years of sales of thirteen articles and a forecast of them, for tests of pages. */
public final class Demand implements DemandForecasts, SalesHistory {
  /** Units of the first article in its last week. */
  public static final double LAST = 123;

  /** Id of the run. */
  public static final String RUN = "forecast-run-1";

  private static final Currency GBP = Currency.getInstance("GBP");
  private static final TimeGrid GRID = new TimeGrid(LocalDate.of(2024, 1, 1), Frequency.WEEK);
  private static final int ARTICLES = 13;
  private static final int WEEKS = 104;
  private static final int HORIZON = 8;

  /** Whether sales are loaded. */
  public volatile boolean loaded;

  /** Whether strategies were compared by category. */
  public volatile boolean compared;

  private volatile Optional<ForecastRun> run = Optional.empty();

  @Override
  public ForecastRun run(ForecastRequest request, Progress progress) {
    List<SeriesForecast> series =
        weekly(SalesQuery.all()).seriesList().stream().map(Demand::of).toList();
    Map<String, String> chosen = new HashMap<>();
    series.forEach(one -> chosen.put(one.seriesId(), "ets"));
    ForecastRun made =
        new ForecastRun(
            RUN,
            new DemandForecast(
                GRID, WEEKS, series, Provenance.builder(Instant.EPOCH, "ets", "1.0.0").build()),
            List.of(score("ets", 0.61, 0.83), score("<b>theta</b>", 0.62, Double.NaN)),
            chosen,
            List.of(Reason.of("forecast.choice.backtest", "ets forecasts all series.")));
    run = Optional.of(made);
    return made;
  }

  private static BacktestScore score(String strategy, double wape, double ratio) {
    return new BacktestScore(strategy, 13, 4, HORIZON, 1.54, 66.1, wape, -0.13, 0.43, 0.821, ratio);
  }

  private static SeriesForecast of(Series series) {
    double[] mean = new double[HORIZON];
    Arrays.fill(mean, 100);
    double[] levels = {0.1, 0.25, 0.5, 0.75, 0.9};
    double[][] quantiles = new double[levels.length][];
    for (int q = 0; q < levels.length; q++) {
      quantiles[q] = new double[HORIZON];
      Arrays.fill(quantiles[q], 80 + 10.0 * q);
    }
    return new SeriesForecast(series.id(), mean, levels, quantiles, "ETS(A,N,N)", List.of());
  }

  @Override
  public Optional<ForecastRun> latest() {
    return run;
  }

  @Override
  public Optional<BacktestReport> latestBacktest() {
    if (run.isEmpty() || !compared) {
      return Optional.empty();
    }
    AccuracyScore ets = accuracy("ets", 0.61);
    AccuracyScore theta = accuracy("<b>theta</b>", 0.62);
    Champion tea =
        new Champion(
            "Tea", "ets", List.of(ets, theta), Reason.of("forecast.champion", "Smallest WAPE."));
    return Optional.of(
        new BacktestReport(RUN, List.of(ets, theta), List.of(tea), List.of(), List.of()));
  }

  private static AccuracyScore accuracy(String strategy, double wape) {
    return AccuracyScore.builder(strategy, AccuracyScore.ALL)
        .judged(ARTICLES, 4, HORIZON)
        .value(Measure.WAPE, wape)
        .value(Measure.RMSSE, 1.234)
        .value(Measure.MSIS, 12.34)
        .value(Measure.COVERAGE80, 0.821)
        .value(Measure.BIAS, -0.13)
        .build();
  }

  @Override
  public DemandForecast forecast(
      Panel history, ForecastTask task, Optional<String> strategy, Progress progress) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<SalesSummary> summary() {
    return loaded
        ? Optional.of(
            new SalesSummary(
                1, 1, 1, ARTICLES, GRID.origin(), GRID.dateOf(WEEKS), Money.ofMinor(100, GBP)))
        : Optional.empty();
  }

  @Override
  public Optional<Currency> currency() {
    return Optional.of(GBP);
  }

  @Override
  public Panel weekly(SalesQuery query) {
    Panel.Builder panel = Panel.builder(GRID);
    for (int article = 0; article < ARTICLES; article++) {
      double[] units = new double[WEEKS];
      for (int week = 0; week < WEEKS; week++) {
        units[week] = 100 + 30 * Math.sin(week * Math.PI / 26 + article);
      }
      units[WEEKS - 1] = LAST;
      panel.add(new Series(sku(article).value(), 0, units));
    }
    return panel.build();
  }

  private static Sku sku(int article) {
    return new Sku("A" + (100 + article));
  }

  @Override
  public Panel daily(SalesQuery query) {
    throw new UnsupportedOperationException();
  }

  @Override
  public PurchaseLog purchases(SalesQuery query) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Item> items(SalesQuery query) {
    return java.util.stream.IntStream.range(0, ARTICLES)
        .mapToObj(
            article ->
                new Item(
                    sku(article),
                    article == 0 ? "<i>Green</i> teapot" : "Mug " + article,
                    Optional.of(article % 2 == 0 ? "Tea" : "Coffee"),
                    Optional.empty()))
        .toList();
  }

  @Override
  public Optional<Item> item(Sku sku) {
    return items(SalesQuery.all()).stream().filter(item -> item.sku().equals(sku)).findFirst();
  }

  @Override
  public void addSimulated(String runId, Collection<SimulatedWeek> weeks) {
    throw new UnsupportedOperationException();
  }
}

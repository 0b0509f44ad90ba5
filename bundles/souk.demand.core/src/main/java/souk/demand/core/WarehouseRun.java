package souk.demand.core;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import souk.demand.api.AccuracyScore;
import souk.demand.api.BacktestReport;
import souk.demand.api.Champion;
import souk.demand.api.DemandForecast;
import souk.demand.api.ForecastRequest;
import souk.demand.api.ForecastRun;
import souk.demand.api.SeriesChoice;
import souk.demand.lib.backtest.RollingOrigins;
import souk.demand.spi.ForecastTask;
import souk.kernel.api.Progress;
import souk.kernel.api.RoutingException;
import souk.kernel.api.StrategyRef;
import souk.model.Panel;
import souk.model.Provenance;
import souk.model.Reason;
import souk.model.Series;

/**
 * One run: backtest every strategy on the same origins, choose the one with the smallest WAPE and
 * where it is clearly beaten another for a category, forecast; a series that its champion refuses
 * goes to the next best.
 */
final class WarehouseRun {
  static final double[] LEVELS = {0.1, 0.25, 0.5, 0.75, 0.9};
  static final double[] JUDGED_LEVELS = {0.025, 0.1, 0.25, 0.5, 0.75, 0.9, 0.975};

  /** A run and what is kept beside it. */
  record Outcome(ForecastRun run, RunNotes notes) {}

  private final RoutedForecasts forecasts;
  private final RollingOrigins wanted;
  private final int judged;

  /**
   * @param judged most series that are backtested
   */
  WarehouseRun(RoutedForecasts forecasts, RollingOrigins wanted, int judged) {
    this.forecasts = forecasts;
    this.wanted = wanted;
    this.judged = judged;
  }

  Outcome run(
      String id,
      Panel panel,
      Map<String, String> categories,
      ForecastRequest request,
      Instant now,
      Progress progress) {
    List<StrategyRef> strategies = forecasts.compared();
    if (strategies.isEmpty()) {
      throw new RoutingException(
          RoutingException.Code.NO_STRATEGY, "There is no strategy for the role Forecaster.");
    }
    BacktestRule rule = BacktestRule.of(panel, wanted);
    Season season = Season.of(panel, rule.span());
    BacktestSample sample = BacktestSample.of(panel, categories, judged);
    BacktestFigures figures =
        new PanelBacktest(forecasts)
            .run(
                sample.judged(),
                sample.learned(),
                strategies,
                rule.origins(),
                task(rule.origins().horizon(), season.length(), JUDGED_LEVELS, request, now),
                categories,
                progress);
    BacktestScores scores = new BacktestScores(strategies, figures, rule.origins().horizon());
    List<StrategyRef> order = scores.order();
    Champions champions = new Champions(order, scores, figures);
    progress.report(0, 0, "Forecasting " + panel.seriesList().size() + " series");
    RankedForecast ranked =
        RankedForecast.of(
            forecasts,
            order,
            series -> champions.of(categories.getOrDefault(series, AccuracyScore.ALL)),
            panel,
            panel.seriesList(),
            task(request.horizonWeeks(), season.length(), LEVELS, request, now),
            progress);
    List<Reason> reasons = new ArrayList<>();
    reasons.add(season.reason());
    rule.reason().ifPresent(reasons::add);
    sample.reason().ifPresent(reasons::add);
    reasons.addAll(scores.reasons());
    champions.list().stream()
        .map(Champion::reason)
        .filter(reason -> reason.code().equals("forecast.champion.better"))
        .forEach(reasons::add);
    reasons.addAll(ranked.reasons());
    if (ranked.inOrder().isEmpty()) {
      throw new RoutingException(
          RoutingException.Code.ALL_FAILED,
          "No series could be forecast: " + reasons.stream().map(Reason::text).toList());
    }
    Provenance provenance =
        provenance(panel, request, season.length(), now, order.get(0))
            .option("backtest", rule.origins())
            .build();
    ForecastRun run =
        new ForecastRun(
            id,
            new DemandForecast(panel.grid(), firstStep(panel), ranked.inOrder(), provenance),
            scores.list(),
            ranked.chosen(),
            reasons);
    List<AccuracyScore> all = new ArrayList<>();
    figures.groups().forEach(group -> all.addAll(scores.of(group)));
    BacktestReport report =
        new BacktestReport(
            id, all, champions.list(), choices(panel, categories, champions, ranked), reasons);
    return new Outcome(
        run,
        new RunNotes(
            report,
            request,
            season.length(),
            false,
            Panels.fingerprints(panel),
            RunNotes.references(figures, champions)));
  }

  static int firstStep(Panel panel) {
    return panel.seriesList().stream().mapToInt(Series::untilStep).max().orElse(0);
  }

  static Provenance.Builder provenance(
      Panel panel, ForecastRequest request, int season, Instant now, StrategyRef strategy) {
    return Provenance.builder(now, strategy.strategy(), strategy.version())
        .option("horizonWeeks", request.horizonWeeks())
        .option("items", request.items())
        .option("includeSimulated", request.includeSimulated())
        .option("season", season)
        .seed(request.seed())
        .inputFingerprint(Panels.fingerprint(panel));
  }

  static ForecastTask task(
      int horizon, int season, double[] levels, ForecastRequest request, Instant now) {
    return new ForecastTask(horizon, season, levels, true, request.seed(), now);
  }

  private static List<SeriesChoice> choices(
      Panel panel, Map<String, String> categories, Champions champions, RankedForecast ranked) {
    List<SeriesChoice> choices = new ArrayList<>();
    for (Series series : panel.seriesList()) {
      String strategy = ranked.chosen().get(series.id());
      if (strategy != null) {
        String group = categories.getOrDefault(series.id(), AccuracyScore.ALL);
        Champion champion = champions.champion(group);
        String why = ranked.refused().getOrDefault(series.id(), champion.strategy() + " failed");
        Reason reason =
            strategy.equals(champion.strategy())
                ? champion.reason()
                : Reason.of(
                    "forecast.choice.next-best",
                    "%s forecasts it, being the next best: %s.".formatted(strategy, why),
                    strategy,
                    why);
        choices.add(new SeriesChoice(series.id(), group, strategy, reason));
      }
    }
    return choices;
  }
}

package souk.demand.core;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import souk.demand.api.DemandForecast;
import souk.demand.api.ForecastRequest;
import souk.demand.api.ForecastRun;
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
 * One run: backtest every strategy on the same origins, choose the one with the smallest WAPE,
 * forecast with it; a series it refuses goes to the next best.
 */
final class WarehouseRun {
  static final double[] LEVELS = {0.1, 0.25, 0.5, 0.75, 0.9};

  private final RoutedForecasts forecasts;
  private final RollingOrigins wanted;

  WarehouseRun(RoutedForecasts forecasts, RollingOrigins wanted) {
    this.forecasts = forecasts;
    this.wanted = wanted;
  }

  ForecastRun run(String id, Panel panel, ForecastRequest request, Instant now, Progress progress) {
    List<StrategyRef> strategies = forecasts.strategies();
    if (strategies.isEmpty()) {
      throw new RoutingException(
          RoutingException.Code.NO_STRATEGY, "There is no strategy for the role Forecaster.");
    }
    BacktestRule rule = BacktestRule.of(panel, wanted);
    Season season = Season.of(panel, rule.span());
    PanelBacktest.Figures figures =
        new PanelBacktest(forecasts)
            .run(
                panel,
                strategies,
                rule.origins(),
                task(rule.origins().horizon(), season, request, now),
                progress);
    BacktestScores scores = new BacktestScores(strategies, figures, rule.origins().horizon());
    List<StrategyRef> order = scores.order();
    progress.report(0, 0, "Forecasting " + panel.seriesList().size() + " series");
    RankedForecast ranked =
        RankedForecast.of(
            forecasts, order, panel, task(request.horizonWeeks(), season, request, now), progress);
    List<Reason> reasons = new ArrayList<>();
    reasons.add(season.reason());
    rule.reason().ifPresent(reasons::add);
    reasons.addAll(scores.reasons());
    reasons.addAll(ranked.reasons());
    if (ranked.inOrder().isEmpty()) {
      throw new RoutingException(
          RoutingException.Code.ALL_FAILED,
          "No series could be forecast: " + reasons.stream().map(Reason::text).toList());
    }
    int firstStep = panel.seriesList().stream().mapToInt(Series::untilStep).max().orElse(0);
    Provenance provenance =
        Provenance.builder(now, order.get(0).strategy(), order.get(0).version())
            .option("horizonWeeks", request.horizonWeeks())
            .option("items", request.items())
            .option("includeSimulated", request.includeSimulated())
            .option("season", season.length())
            .option("backtest", rule.origins())
            .seed(request.seed())
            .inputFingerprint(Panels.fingerprint(panel))
            .build();
    return new ForecastRun(
        id,
        new DemandForecast(panel.grid(), firstStep, ranked.inOrder(), provenance),
        scores.list(),
        ranked.chosen(),
        reasons);
  }

  private static ForecastTask task(
      int horizon, Season season, ForecastRequest request, Instant now) {
    return new ForecastTask(horizon, season.length(), LEVELS, true, request.seed(), now);
  }
}

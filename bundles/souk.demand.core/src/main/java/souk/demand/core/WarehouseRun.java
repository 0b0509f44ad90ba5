package souk.demand.core;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import souk.demand.api.BacktestScore;
import souk.demand.api.DemandForecast;
import souk.demand.api.ForecastRequest;
import souk.demand.api.ForecastRun;
import souk.demand.api.SeriesForecast;
import souk.demand.lib.backtest.Accuracy;
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

  private static final double TINY = 1e-9;

  private final RoutedForecasts forecasts;
  private final RollingOrigins wanted;

  WarehouseRun(RoutedForecasts forecasts, RollingOrigins wanted) {
    this.forecasts = forecasts;
    this.wanted = wanted;
  }

  ForecastRun run(String id, Panel panel, ForecastRequest request, Instant now, Progress progress) {
    BacktestRule rule = BacktestRule.of(panel, wanted);
    Season season = Season.of(panel, rule.span());
    ForecastTask task = task(request.horizonWeeks(), season, request, now);
    ForecastTask backtestTask = task(rule.origins().horizon(), season, request, now);
    List<StrategyRef> strategies = forecasts.strategies();
    if (strategies.isEmpty()) {
      throw new RoutingException(
          RoutingException.Code.NO_STRATEGY, "There is no strategy for the role Forecaster.");
    }
    List<Reason> reasons = new ArrayList<>();
    reasons.add(season.reason());
    rule.reason().ifPresent(reasons::add);
    PanelBacktest.Figures figures =
        new PanelBacktest(forecasts).run(panel, strategies, rule.origins(), backtestTask, progress);
    figures
        .failures()
        .forEach(
            (strategy, message) ->
                reasons.add(
                    Reason.of(
                        "forecast.strategy-failed",
                        "Strategy %s failed in the backtest: %s"
                            .formatted(strategy.strategy(), message),
                        strategy.strategy(),
                        message)));
    List<BacktestScore> scores = scores(figures, strategies, rule.origins().horizon());
    List<StrategyRef> order = order(strategies, scores, figures);
    if (!scores.isEmpty()) {
      BacktestScore best = scores.get(0);
      reasons.add(
          Reason.of(
              "forecast.choice.backtest",
              String.format(
                  Locale.ROOT,
                  "%s forecasts all series: WAPE %.3f, %.0f %% of seasonal naive, on %d series at %d origins.",
                  best.strategy(),
                  best.wape(),
                  100 * best.wapeRatio(),
                  best.series(),
                  best.origins()),
              best.strategy(),
              best.wape(),
              best.wapeRatio(),
              best.series(),
              best.origins()));
    }
    Map<String, SeriesForecast> answers = new LinkedHashMap<>();
    Map<String, String> chosen = new LinkedHashMap<>();
    Map<String, String> refused = new LinkedHashMap<>();
    progress.report(0, 0, "Forecasting " + panel.seriesList().size() + " series");
    for (StrategyRef strategy : order) {
      List<Series> open =
          panel.seriesList().stream().filter(s -> !answers.containsKey(s.id())).toList();
      if (open.isEmpty()) {
        break;
      }
      try {
        RoutedForecasts.Answer answer =
            forecasts.forecast(strategy, Panels.of(panel, open), task, progress);
        answers.putAll(answer.bySeries());
        answer
            .bySeries()
            .keySet()
            .forEach(series -> chosen.put(series, StrategyNames.label(strategy, strategies)));
        refused.putAll(answer.refused());
      } catch (RoutingException e) {
        reasons.add(
            Reason.of(
                "forecast.strategy-failed",
                "Strategy %s failed: %s".formatted(strategy.strategy(), e.getMessage()),
                strategy.strategy(),
                e.getMessage()));
      }
    }
    List<SeriesForecast> inOrder = new ArrayList<>();
    int firstStep = 0;
    for (Series series : panel.seriesList()) {
      firstStep = Math.max(firstStep, series.untilStep());
      if (answers.containsKey(series.id())) {
        inOrder.add(answers.get(series.id()));
      } else {
        String why = refused.getOrDefault(series.id(), "no strategy answered");
        reasons.add(
            Reason.of(
                "forecast.not-forecast",
                "Series %s was not forecast: %s".formatted(series.id(), why),
                series.id(),
                why));
      }
    }
    if (inOrder.isEmpty()) {
      throw new RoutingException(
          RoutingException.Code.ALL_FAILED, "No series could be forecast: " + reasons);
    }
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
        new DemandForecast(panel.grid(), firstStep, inOrder, provenance),
        scores,
        chosen,
        reasons);
  }

  private static ForecastTask task(
      int horizon, Season season, ForecastRequest request, Instant now) {
    return new ForecastTask(horizon, season.length(), LEVELS, true, request.seed(), now);
  }

  private static List<BacktestScore> scores(
      PanelBacktest.Figures figures, List<StrategyRef> strategies, int horizon) {
    List<BacktestScore> scores = new ArrayList<>();
    figures
        .byStrategy()
        .forEach(
            (strategy, accuracy) -> {
              if (accuracy.forecasts() > 0 && !Double.isNaN(accuracy.wape())) {
                scores.add(
                    score(StrategyNames.label(strategy, strategies), accuracy, figures, horizon));
              }
            });
    scores.sort(Comparator.comparingDouble(BacktestScore::wape));
    return scores;
  }

  private static BacktestScore score(
      String strategy, Accuracy accuracy, PanelBacktest.Figures figures, int horizon) {
    return new BacktestScore(
        strategy,
        figures.series(),
        figures.origins(),
        horizon,
        Double.isNaN(accuracy.mase()) ? 0 : accuracy.mase(),
        accuracy.smape(),
        accuracy.wape(),
        accuracy.bias(),
        accuracy.pinball(),
        accuracy.coverage80(),
        (accuracy.wape() + TINY) / (figures.yardstick().wape() + TINY));
  }

  /** Best first; strategies without a score behind, in the router's order; failed ones last. */
  private static List<StrategyRef> order(
      List<StrategyRef> strategies, List<BacktestScore> scores, PanelBacktest.Figures figures) {
    List<String> ranked = scores.stream().map(BacktestScore::strategy).toList();
    List<StrategyRef> order = new ArrayList<>(strategies);
    order.sort(
        Comparator.comparingInt(
            strategy -> {
              int rank = ranked.indexOf(StrategyNames.label(strategy, strategies));
              int behind = figures.failures().containsKey(strategy) ? 2_000 : 1_000;
              return rank >= 0 ? rank : behind;
            }));
    return order;
  }
}

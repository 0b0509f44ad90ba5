package souk.demand.core;

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
  private final RollingOrigins rule;

  WarehouseRun(RoutedForecasts forecasts, RollingOrigins rule) {
    this.forecasts = forecasts;
    this.rule = rule;
  }

  ForecastRun run(
      String id, Panel panel, ForecastRequest request, java.time.Instant now, Progress progress) {
    int backtestSteps = rule.horizon() + (rule.origins() - 1) * rule.step();
    Season season = Season.of(panel, backtestSteps);
    ForecastTask task =
        new ForecastTask(
            request.horizonWeeks(), season.length(), LEVELS, true, request.seed(), now);
    List<StrategyRef> strategies = forecasts.strategies();
    if (strategies.isEmpty()) {
      throw new RoutingException(
          RoutingException.Code.NO_STRATEGY, "There is no strategy for the role Forecaster.");
    }
    List<Reason> reasons = new ArrayList<>();
    reasons.add(season.reason());
    PanelBacktest.Figures figures =
        new PanelBacktest(forecasts).run(panel, strategies, rule, task, progress);
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
    List<BacktestScore> scores = scores(figures);
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
        answer.bySeries().keySet().forEach(series -> chosen.put(series, strategy.strategy()));
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
            .option("backtest", rule)
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

  private List<BacktestScore> scores(PanelBacktest.Figures figures) {
    List<BacktestScore> scores = new ArrayList<>();
    figures
        .byStrategy()
        .forEach(
            (strategy, accuracy) -> {
              if (accuracy.forecasts() > 0 && !Double.isNaN(accuracy.wape())) {
                scores.add(score(strategy, accuracy, figures));
              }
            });
    scores.sort(Comparator.comparingDouble(BacktestScore::wape));
    return scores;
  }

  private BacktestScore score(
      StrategyRef strategy, Accuracy accuracy, PanelBacktest.Figures figures) {
    return new BacktestScore(
        strategy.strategy(),
        figures.series(),
        figures.origins(),
        rule.horizon(),
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
              int rank = ranked.indexOf(strategy.strategy());
              int behind = figures.failures().containsKey(strategy) ? 2_000 : 1_000;
              return rank >= 0 ? rank : behind;
            }));
    return order;
  }
}

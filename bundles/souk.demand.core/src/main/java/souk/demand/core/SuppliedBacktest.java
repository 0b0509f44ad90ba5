package souk.demand.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import souk.demand.api.AccuracyScore;
import souk.demand.api.BacktestPlan;
import souk.demand.api.BacktestReport;
import souk.demand.api.SeriesChoice;
import souk.demand.lib.backtest.RollingOrigins;
import souk.demand.spi.ForecastTask;
import souk.kernel.api.Progress;
import souk.kernel.api.StrategyRef;
import souk.model.Panel;
import souk.model.Reason;
import souk.model.Series;

/** Compares strategies on a panel that the caller supplies; nothing is kept. */
final class SuppliedBacktest {
  private final RoutedForecasts forecasts;

  SuppliedBacktest(RoutedForecasts forecasts) {
    this.forecasts = forecasts;
  }

  BacktestReport run(Panel panel, ForecastTask task, BacktestPlan plan, Progress progress) {
    List<StrategyRef> all = forecasts.strategies();
    List<StrategyRef> strategies =
        plan.strategies().isEmpty()
            ? all
            : plan.strategies().stream().map(id -> StrategyNames.find(all, id)).toList();
    if (strategies.isEmpty() || panel.seriesList().isEmpty()) {
      throw new IllegalArgumentException(
          "A backtest needs a strategy and a series, but got %d and %d."
              .formatted(strategies.size(), panel.seriesList().size()));
    }
    BacktestRule rule =
        BacktestRule.of(
            panel,
            new RollingOrigins(
                plan.origins(), task.horizon(), plan.step(), plan.minimumTraining()));
    int horizon = rule.origins().horizon();
    ForecastTask judged =
        new ForecastTask(
            horizon,
            task.seasonLength(),
            DoubleStream.concat(
                    DoubleStream.of(task.levels()), DoubleStream.of(WarehouseRun.JUDGED_LEVELS))
                .sorted()
                .distinct()
                .toArray(),
            task.nonNegative(),
            task.seed(),
            task.now());
    BacktestFigures figures =
        new PanelBacktest(forecasts)
            .run(panel, strategies, rule.origins(), judged, plan.groups(), progress);
    BacktestScores scores = new BacktestScores(strategies, figures, horizon);
    Champions champions = new Champions(scores.order(), scores, figures);
    List<Reason> reasons = new ArrayList<>();
    rule.reason().ifPresent(reasons::add);
    reasons.addAll(scores.reasons());
    List<AccuracyScore> judgments = new ArrayList<>();
    figures.groups().forEach(group -> judgments.addAll(scores.of(group)));
    return new BacktestReport(
        "", judgments, champions.list(), choices(panel, plan.groups(), champions), reasons);
  }

  private static List<SeriesChoice> choices(
      Panel panel, Map<String, String> groups, Champions champions) {
    List<SeriesChoice> choices = new ArrayList<>();
    for (Series series : panel.seriesList()) {
      String group = groups.getOrDefault(series.id(), AccuracyScore.ALL);
      var champion = champions.champion(group);
      choices.add(new SeriesChoice(series.id(), group, champion.strategy(), champion.reason()));
    }
    return choices;
  }
}

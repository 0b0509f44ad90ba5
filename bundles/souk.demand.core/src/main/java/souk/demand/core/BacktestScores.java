package souk.demand.core;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import souk.demand.api.AccuracyScore;
import souk.demand.api.BacktestScore;
import souk.demand.api.Measure;
import souk.demand.lib.backtest.Accuracy;
import souk.kernel.api.StrategyRef;
import souk.model.Reason;

/** Ranks strategies by the figures of a backtest. */
final class BacktestScores {
  private static final double TINY = 1e-9;

  private final List<StrategyRef> strategies;
  private final BacktestFigures figures;
  private final int horizon;
  private final List<BacktestScore> scores = new ArrayList<>();

  BacktestScores(List<StrategyRef> strategies, BacktestFigures figures, int horizon) {
    this.strategies = strategies;
    this.figures = figures;
    this.horizon = horizon;
    figures
        .accuracies(AccuracyScore.ALL)
        .forEach(
            (strategy, accuracy) -> {
              if (isJudged(accuracy)) {
                scores.add(score(StrategyNames.label(strategy, strategies), accuracy));
              }
            });
    scores.sort(Comparator.comparingDouble(BacktestScore::wape));
  }

  private static boolean isJudged(Accuracy accuracy) {
    return accuracy.forecasts() > 0 && !Double.isNaN(accuracy.wape());
  }

  private BacktestScore score(String strategy, Accuracy accuracy) {
    return new BacktestScore(
        strategy,
        figures.series(AccuracyScore.ALL),
        figures.origins(AccuracyScore.ALL),
        horizon,
        Double.isNaN(accuracy.mase()) ? 0 : accuracy.mase(),
        accuracy.smape(),
        accuracy.wape(),
        accuracy.bias(),
        accuracy.pinball(),
        accuracy.coverage80(),
        (accuracy.wape() + TINY) / (figures.yardstick(AccuracyScore.ALL).wape() + TINY));
  }

  /** Smallest WAPE first. */
  List<BacktestScore> list() {
    return List.copyOf(scores);
  }

  /** All measures of one group, smallest WAPE first. */
  List<AccuracyScore> of(String group) {
    List<AccuracyScore> all = new ArrayList<>();
    for (Map.Entry<StrategyRef, Accuracy> entry : figures.accuracies(group).entrySet()) {
      Accuracy accuracy = entry.getValue();
      if (isJudged(accuracy)) {
        all.add(
            AccuracyScore.builder(StrategyNames.label(entry.getKey(), strategies), group)
                .judged(figures.series(group), figures.origins(group), horizon)
                .refused(figures.refused(group, entry.getKey()))
                .value(Measure.SMAPE, accuracy.smape())
                .value(Measure.MASE, accuracy.mase())
                .value(Measure.RMSSE, accuracy.rmsse())
                .value(Measure.WAPE, accuracy.wape())
                .value(Measure.BIAS, accuracy.bias())
                .value(Measure.PINBALL, accuracy.pinball())
                .value(Measure.COVERAGE80, accuracy.coverage80())
                .value(Measure.MSIS, accuracy.msis())
                .build());
      }
    }
    all.sort(
        Comparator.comparingDouble(
            score -> score.value(Measure.WAPE).orElse(Double.POSITIVE_INFINITY)));
    return all;
  }

  /** Best first; strategies without a score behind, in the router's order; failed ones last. */
  List<StrategyRef> order() {
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

  /** Who failed, and who won by how much. */
  List<Reason> reasons() {
    List<Reason> reasons = new ArrayList<>();
    figures
        .failures()
        .forEach((strategy, message) -> reasons.add(StrategyNames.failed(strategy, message)));
    if (!scores.isEmpty()) {
      BacktestScore best = scores.get(0);
      reasons.add(
          Reason.of(
              "forecast.choice.backtest",
              String.format(
                  Locale.ROOT,
                  "%s forecasts all series: WAPE %.3f, %.0f %% of seasonal naive, on %d series at"
                      + " %d origins.",
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
    return reasons;
  }
}

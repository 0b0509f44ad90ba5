package souk.demand.core;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import souk.demand.api.BacktestScore;
import souk.demand.lib.backtest.Accuracy;
import souk.kernel.api.StrategyRef;
import souk.model.Reason;

/** Ranks strategies by the figures of a backtest. */
final class BacktestScores {
  private static final double TINY = 1e-9;

  private final List<StrategyRef> strategies;
  private final PanelBacktest.Figures figures;
  private final List<BacktestScore> scores = new ArrayList<>();

  BacktestScores(List<StrategyRef> strategies, PanelBacktest.Figures figures, int horizon) {
    this.strategies = strategies;
    this.figures = figures;
    figures
        .byStrategy()
        .forEach(
            (strategy, accuracy) -> {
              if (accuracy.forecasts() > 0 && !Double.isNaN(accuracy.wape())) {
                scores.add(score(StrategyNames.label(strategy, strategies), accuracy, horizon));
              }
            });
    scores.sort(Comparator.comparingDouble(BacktestScore::wape));
  }

  private BacktestScore score(String strategy, Accuracy accuracy, int horizon) {
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

  /** Smallest WAPE first. */
  List<BacktestScore> list() {
    return List.copyOf(scores);
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

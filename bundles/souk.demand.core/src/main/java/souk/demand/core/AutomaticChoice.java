package souk.demand.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import souk.demand.lib.backtest.Accuracy;
import souk.demand.lib.backtest.RollingOrigins;
import souk.demand.spi.ForecastTask;
import souk.kernel.api.Progress;
import souk.kernel.api.StrategyRef;
import souk.model.Panel;
import souk.model.Reason;
import souk.model.Series;

/**
 * Chooses one strategy for a supplied panel by a hold-out inside its history: the last horizon of
 * up to {@value #SAMPLE} evenly spaced series. The selected strategy stays unless another has a
 * mean absolute scaled error at least one percent smaller over at least {@value #ENOUGH} forecasts;
 * fewer tell too little.
 */
final class AutomaticChoice {
  private static final int SAMPLE = 200;
  private static final int ENOUGH = 20;
  private static final double MARGIN = 0.99;

  /** A strategy and why. */
  record Choice(StrategyRef strategy, Reason reason) {}

  private final PanelBacktest backtest;

  AutomaticChoice(PanelBacktest backtest) {
    this.backtest = backtest;
  }

  Choice choose(Panel panel, List<StrategyRef> strategies, ForecastTask task, Progress progress) {
    StrategyRef selected = strategies.get(0);
    int minimum = Math.max(8, 2 * task.seasonLength() + 1);
    List<Series> enoughList =
        panel.seriesList().stream().filter(s -> s.length() >= minimum + task.horizon()).toList();
    if (enoughList.size() < ENOUGH || strategies.size() == 1) {
      return new Choice(
          selected,
          Reason.of(
              "forecast.choice.selected",
              "%s is the selected strategy; %d series long enough for a hold-out (%d observations) are too few for a comparison, %d are needed."
                  .formatted(
                      selected.strategy(), enoughList.size(), minimum + task.horizon(), ENOUGH),
              selected.strategy(),
              enoughList.size(),
              ENOUGH));
    }
    List<Series> sample = new ArrayList<>();
    int take = Math.min(SAMPLE, enoughList.size());
    for (int i = 0; i < take; i++) {
      sample.add(enoughList.get((int) ((long) i * enoughList.size() / take)));
    }
    Map<StrategyRef, Accuracy> figures =
        backtest
            .run(
                Panels.of(panel, sample),
                strategies,
                new RollingOrigins(1, task.horizon(), 1, minimum),
                task,
                progress)
            .byStrategy();
    StrategyRef best = selected;
    double smallest = mase(figures, selected) * MARGIN;
    for (StrategyRef strategy : strategies) {
      if (mase(figures, strategy) < smallest) {
        best = strategy;
        smallest = mase(figures, strategy);
      }
    }
    return new Choice(
        best,
        Reason.of(
            "forecast.choice.hold-out",
            String.format(
                Locale.ROOT,
                "%s has a mean absolute scaled error of %.3f on the held-out end of %d series.",
                best.strategy(),
                mase(figures, best),
                sample.size()),
            best.strategy(),
            mase(figures, best),
            sample.size()));
  }

  private static double mase(Map<StrategyRef, Accuracy> figures, StrategyRef strategy) {
    Accuracy accuracy = figures.get(strategy);
    return accuracy == null || Double.isNaN(accuracy.mase()) ? Double.MAX_VALUE : accuracy.mase();
  }
}

package souk.demand.core;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import souk.demand.api.AccuracyScore;
import souk.demand.lib.backtest.RollingOrigins;
import souk.demand.spi.ForecastTask;
import souk.kernel.api.Progress;
import souk.kernel.api.StrategyRef;
import souk.model.Panel;
import souk.model.Reason;
import souk.model.Series;

/**
 * Chooses one strategy for a supplied panel by a hold-out inside its history: the last horizon of
 * up to {@value #SAMPLE} evenly spaced series. The selected strategy stays unless another's scaled
 * error is smaller by more than {@value #STANDARD_ERRORS} standard errors of the paired difference
 * over at least {@value #ENOUGH} forecasts; less than that is luck. A strategy that learns across
 * series learns from more than the sample.
 */
final class AutomaticChoice {
  private static final int SAMPLE = 200;
  private static final int ENOUGH = 20;
  private static final double STANDARD_ERRORS = 2;

  /** A strategy and why. */
  record Choice(StrategyRef strategy, Reason reason) {}

  private final PanelBacktest backtest;

  AutomaticChoice(PanelBacktest backtest) {
    this.backtest = backtest;
  }

  Choice choose(Panel panel, List<StrategyRef> strategies, ForecastTask task, Progress progress) {
    StrategyRef selected = strategies.get(0);
    int minimum = Math.max(8, 2 * task.seasonLength() + 1);
    List<Series> enough =
        panel.seriesList().stream().filter(s -> s.length() >= minimum + task.horizon()).toList();
    if (enough.size() < ENOUGH || strategies.size() == 1) {
      return new Choice(
          selected,
          Reason.of(
              "forecast.choice.selected",
              ("%s is the selected strategy; %d series long enough for a hold-out (%d observations)"
                      + " are too few for a comparison, %d are needed.")
                  .formatted(selected.strategy(), enough.size(), minimum + task.horizon(), ENOUGH),
              selected.strategy(),
              enough.size(),
              ENOUGH));
    }
    List<Series> judged = BacktestSample.evenly(enough, SAMPLE);
    Map<StrategyRef, List<Double>> errors =
        backtest
            .run(
                Panels.of(panel, judged),
                Panels.of(panel, BacktestSample.learned(enough, judged)),
                strategies,
                new RollingOrigins(1, task.horizon(), 1, minimum),
                task,
                Map.of(),
                progress)
            .scaledErrors(AccuracyScore.ALL);
    return judge(selected, errors);
  }

  static Choice judge(StrategyRef selected, Map<StrategyRef, List<Double>> errors) {
    if (errors.isEmpty()) {
      return new Choice(
          selected,
          Reason.of(
              "forecast.choice.hold-out-failed",
              "%s is the selected strategy; every strategy failed in the hold-out."
                  .formatted(selected.strategy()),
              selected.strategy()));
    }
    StrategyRef best = clearlyBest(selected, errors);
    List<Double> bestErrors = Objects.requireNonNull(errors.get(best));
    return new Choice(
        best,
        Reason.of(
            "forecast.choice.hold-out",
            String.format(
                Locale.ROOT,
                "%s has a mean absolute scaled error of %.3f on the held-out end of %d series;"
                    + " no other is better by more than chance.",
                best.strategy(),
                mean(bestErrors),
                bestErrors.size()),
            best.strategy(),
            mean(bestErrors),
            bestErrors.size()));
  }

  /**
   * The selected strategy, the first one if that failed, or one that is better by more than luck.
   */
  static StrategyRef clearlyBest(StrategyRef selected, Map<StrategyRef, List<Double>> errors) {
    if (errors.isEmpty()) {
      return selected;
    }
    StrategyRef best = errors.containsKey(selected) ? selected : errors.keySet().iterator().next();
    List<Double> reference = Objects.requireNonNull(errors.get(best));
    List<Double> bestErrors = reference;
    for (Map.Entry<StrategyRef, List<Double>> entry : errors.entrySet()) {
      if (mean(entry.getValue()) < mean(bestErrors)
          && isClearlyBetter(entry.getValue(), reference)) {
        best = entry.getKey();
        bestErrors = entry.getValue();
      }
    }
    return best;
  }

  private static boolean isClearlyBetter(List<Double> errors, List<Double> reference) {
    int n = errors.size();
    if (n < ENOUGH) {
      return false;
    }
    double gain = mean(reference) - mean(errors);
    double squares = 0;
    for (int i = 0; i < n; i++) {
      double distance = reference.get(i) - errors.get(i) - gain;
      squares += distance * distance;
    }
    return gain > STANDARD_ERRORS * StrictMath.sqrt(squares / (n - 1) / n);
  }

  private static double mean(List<Double> errors) {
    return errors.stream().mapToDouble(Double::doubleValue).average().orElse(0);
  }
}

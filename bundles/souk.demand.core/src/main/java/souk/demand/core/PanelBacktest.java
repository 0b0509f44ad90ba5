package souk.demand.core;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import souk.demand.api.SeriesForecast;
import souk.demand.lib.backtest.AccuracyTally;
import souk.demand.lib.backtest.RollingOrigins;
import souk.demand.lib.forecast.ForecastRequest;
import souk.demand.lib.naive.SeasonalNaive;
import souk.demand.spi.ForecastTask;
import souk.kernel.api.Progress;
import souk.kernel.api.RoutingException;
import souk.kernel.api.StrategyRef;
import souk.model.Panel;
import souk.model.Series;

/**
 * Rolling-origin backtest of several strategies on one panel. All are judged on the same series and
 * origins: one that any of them refuses is left out for all. The yardstick, seasonal naive, is
 * computed here, so that it is there even if its strategy is not. Forecasts are judged at once and
 * dropped, so that memory does not grow with strategies times horizon.
 */
final class PanelBacktest {
  private final RoutedForecasts forecasts;

  PanelBacktest(RoutedForecasts forecasts) {
    this.forecasts = forecasts;
  }

  /**
   * Runs.
   *
   * @param task its horizon is that of the backtest
   * @param groups category per series id; may be empty
   */
  BacktestFigures run(
      Panel panel,
      List<StrategyRef> strategies,
      RollingOrigins rule,
      ForecastTask task,
      Map<String, String> groups,
      Progress progress) {
    return run(panel, panel, strategies, rule, task, groups, progress);
  }

  /**
   * Runs; strategies that learn across series learn from more of them than are judged.
   *
   * @param panel what is judged
   * @param wide all that may be learned from, the panel itself included
   * @param task its horizon is that of the backtest
   * @param groups category per series id; may be empty
   */
  BacktestFigures run(
      Panel panel,
      Panel wide,
      List<StrategyRef> strategies,
      RollingOrigins rule,
      ForecastTask task,
      Map<String, String> groups,
      Progress progress) {
    BacktestFigures figures = new BacktestFigures(strategies, groups);
    int done = 0;
    int total = rule.origins() * strategies.size();
    for (int back = rule.origins() - 1; back >= 0; back--) {
      Map<String, double[]> actual = new LinkedHashMap<>();
      Panel training = training(panel, rule, back, actual);
      Panel learned = wide == panel ? training : training(wide, rule, back, new HashMap<>());
      Map<StrategyRef, Map<String, Judged>> judged = new LinkedHashMap<>();
      Set<String> common = new LinkedHashSet<>(actual.keySet());
      for (StrategyRef strategy : strategies) {
        String what = "Backtest of " + strategy.strategy();
        Progress part = new PartOfProgress(progress, done++, total, what);
        part.report(0, 1, "");
        progress.throwIfCancelled();
        if (figures.failures().containsKey(strategy) || actual.isEmpty()) {
          continue;
        }
        try {
          Panel given = forecasts.catalog().of(strategy).wholePanel() ? learned : training;
          RoutedForecasts.Answer answer = forecasts.forecast(strategy, given, task, part);
          answer.refused().keySet().retainAll(actual.keySet());
          figures.refused(strategy, answer.refused().keySet());
          common.retainAll(answer.bySeries().keySet());
          judged.put(strategy, judge(training, actual, answer.bySeries(), task));
          part.report(1, 1, "");
        } catch (RoutingException e) {
          figures.failures().put(strategy, e.getMessage());
        }
      }
      figures.open(task.horizon());
      for (Series series : training.seriesList()) {
        if (common.contains(series.id())) {
          double[] future = Objects.requireNonNull(actual.get(series.id()));
          figures.add(series.id(), judged, yardstick(series, future, task));
        }
      }
    }
    return figures;
  }

  private static Panel training(
      Panel panel, RollingOrigins rule, int back, Map<String, double[]> actual) {
    List<Series> heads = new ArrayList<>();
    for (Series series : panel.seriesList()) {
      int cut = series.length() - rule.horizon() - back * rule.step();
      if (cut >= rule.minimumTraining()) {
        heads.add(series.head(cut));
        actual.put(series.id(), Arrays.copyOfRange(series.values(), cut, cut + rule.horizon()));
      }
    }
    return Panels.of(panel, heads);
  }

  private static Map<String, Judged> judge(
      Panel training,
      Map<String, double[]> actual,
      Map<String, SeriesForecast> forecasts,
      ForecastTask task) {
    Map<String, Judged> judged = new LinkedHashMap<>();
    for (Series series : training.seriesList()) {
      SeriesForecast forecast = forecasts.get(series.id());
      if (forecast != null) {
        double[] future = Objects.requireNonNull(actual.get(series.id()));
        judged.put(
            series.id(), Judged.of(LibForecasts.of(forecast), series.values(), future, task));
      }
    }
    return judged;
  }

  private static AccuracyTally yardstick(Series series, double[] actual, ForecastTask task) {
    AccuracyTally tally = new AccuracyTally();
    ForecastRequest request = LibForecasts.request(task);
    double[] history = series.values();
    if (new SeasonalNaive().forecast(history, request)
        instanceof souk.demand.lib.forecast.SeriesForecast naive) {
      tally.add(actual, naive, history, Judged.season(history, task));
    }
    return tally;
  }

  /**
   * One forecast, judged.
   *
   * @param tally its figures
   * @param scaled absolute error per step over the scale of MASE; empty without a scale
   */
  record Judged(AccuracyTally tally, double[] scaled) {
    static Judged of(
        souk.demand.lib.forecast.SeriesForecast forecast,
        double[] history,
        double[] actual,
        ForecastTask task) {
      AccuracyTally tally = new AccuracyTally();
      tally.add(actual, forecast, history, season(history, task));
      double scale = AccuracyTally.scale(history, season(history, task));
      double[] scaled = new double[scale > 0 ? actual.length : 0];
      for (int h = 0; h < scaled.length; h++) {
        scaled[h] = StrictMath.abs(forecast.mean(h) - actual[h]) / scale;
      }
      return new Judged(tally, scaled);
    }

    static int season(double[] history, ForecastTask task) {
      return SeasonalNaive.usableSeason(history.length, task.seasonLength());
    }
  }
}

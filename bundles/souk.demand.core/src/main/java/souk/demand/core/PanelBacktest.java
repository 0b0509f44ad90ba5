package souk.demand.core;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import souk.demand.api.SeriesForecast;
import souk.demand.lib.backtest.Accuracy;
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
 * computed here, so that it is there even if its strategy is not.
 */
final class PanelBacktest {
  /**
   * Figures.
   *
   * @param byStrategy accuracy per strategy, in the order given; a strategy that failed is missing
   * @param scaledErrors mean absolute scaled error of each judged forecast per strategy, in the
   *     same order for all; forecasts without a scale are left out for all
   * @param failures message per strategy that failed
   * @param yardstick accuracy of seasonal naive
   * @param series number of series judged
   * @param origins number of origins at which at least one series was judged
   */
  record Figures(
      Map<StrategyRef, Accuracy> byStrategy,
      Map<StrategyRef, List<Double>> scaledErrors,
      Map<StrategyRef, String> failures,
      Accuracy yardstick,
      int series,
      int origins) {}

  private final RoutedForecasts forecasts;

  PanelBacktest(RoutedForecasts forecasts) {
    this.forecasts = forecasts;
  }

  /**
   * Runs.
   *
   * @param task its horizon is that of the backtest
   */
  Figures run(
      Panel panel,
      List<StrategyRef> strategies,
      RollingOrigins rule,
      ForecastTask task,
      Progress progress) {
    Map<StrategyRef, AccuracyTally> tallies = new LinkedHashMap<>();
    strategies.forEach(strategy -> tallies.put(strategy, new AccuracyTally()));
    Map<StrategyRef, List<Double>> errors = new LinkedHashMap<>();
    strategies.forEach(strategy -> errors.put(strategy, new ArrayList<>()));
    Map<StrategyRef, String> failures = new LinkedHashMap<>();
    AccuracyTally yardstick = new AccuracyTally();
    Set<String> judged = new LinkedHashSet<>();
    int origins = 0;
    int done = 0;
    int total = rule.origins() * strategies.size();
    for (int back = rule.origins() - 1; back >= 0; back--) {
      Map<String, Series> whole = new LinkedHashMap<>();
      Panel training = training(panel, rule, back, whole);
      Map<StrategyRef, Map<String, SeriesForecast>> answers = new LinkedHashMap<>();
      Set<String> common = new LinkedHashSet<>(whole.keySet());
      for (StrategyRef strategy : strategies) {
        progress.report(++done, total, "Backtest of " + strategy.strategy());
        progress.throwIfCancelled();
        if (failures.containsKey(strategy) || whole.isEmpty()) {
          continue;
        }
        try {
          Map<String, SeriesForecast> bySeries =
              forecasts.forecast(strategy, training, task, progress).bySeries();
          common.retainAll(bySeries.keySet());
          answers.put(strategy, bySeries);
        } catch (RoutingException e) {
          failures.put(strategy, e.getMessage());
        }
      }
      for (Series series : training.seriesList()) {
        if (common.contains(series.id())) {
          judge(
              series,
              Objects.requireNonNull(whole.get(series.id())),
              answers,
              tallies,
              errors,
              yardstick,
              task);
          judged.add(series.id());
        }
      }
      origins += common.isEmpty() ? 0 : 1;
    }
    Map<StrategyRef, Accuracy> accuracies = new LinkedHashMap<>();
    tallies.forEach(
        (strategy, tally) -> {
          if (!failures.containsKey(strategy)) {
            accuracies.put(strategy, tally.accuracy());
          }
        });
    failures.keySet().forEach(errors::remove);
    return new Figures(accuracies, errors, failures, yardstick.accuracy(), judged.size(), origins);
  }

  private static Panel training(
      Panel panel, RollingOrigins rule, int back, Map<String, Series> whole) {
    List<Series> heads = new ArrayList<>();
    for (Series series : panel.seriesList()) {
      int cut = series.length() - rule.horizon() - back * rule.step();
      if (cut >= rule.minimumTraining()) {
        heads.add(series.head(cut));
        whole.put(series.id(), series);
      }
    }
    return Panels.of(panel, heads);
  }

  private static void judge(
      Series training,
      Series whole,
      Map<StrategyRef, Map<String, SeriesForecast>> answers,
      Map<StrategyRef, AccuracyTally> tallies,
      Map<StrategyRef, List<Double>> errors,
      AccuracyTally yardstick,
      ForecastTask task) {
    int cut = training.length();
    double[] actual = Arrays.copyOfRange(whole.values(), cut, cut + task.horizon());
    List<Double> levels = Arrays.stream(task.levels()).boxed().toList();
    double[] history = training.values();
    double scale =
        AccuracyTally.scale(history, SeasonalNaive.usableSeason(cut, task.seasonLength()));
    answers.forEach(
        (strategy, bySeries) -> {
          SeriesForecast forecast = Objects.requireNonNull(bySeries.get(training.id()));
          double[][] quantiles = new double[levels.size()][];
          Arrays.setAll(quantiles, forecast::quantile);
          Objects.requireNonNull(tallies.get(strategy))
              .add(actual, forecast.mean(), levels, quantiles, scale);
          if (scale > 0) {
            Objects.requireNonNull(errors.get(strategy))
                .add(scaledError(actual, forecast.mean(), scale));
          }
        });
    ForecastRequest request =
        new ForecastRequest(
            task.seasonLength(), task.horizon(), levels, task.nonNegative(), task.seed());
    if (new SeasonalNaive().forecast(history, request)
        instanceof souk.demand.lib.forecast.SeriesForecast naive) {
      yardstick.add(actual, naive.mean(), levels, naive.quantiles(), scale);
    }
  }

  private static double scaledError(double[] actual, double[] mean, double scale) {
    double sum = 0;
    for (int h = 0; h < actual.length; h++) {
      sum += StrictMath.abs(mean[h] - actual[h]);
    }
    return sum / actual.length / scale;
  }
}

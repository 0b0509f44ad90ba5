package souk.demand.core;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import souk.demand.api.AccuracyScore;
import souk.demand.lib.backtest.Accuracy;
import souk.demand.lib.backtest.AccuracyTally;
import souk.kernel.api.StrategyRef;

/** What a backtest adds up, per strategy and group of series. Not safe for use by many threads. */
final class BacktestFigures {
  private static final class Group {
    private final Map<StrategyRef, AccuracyTally> tallies = new LinkedHashMap<>();
    private final Map<StrategyRef, List<Double>> errors = new LinkedHashMap<>();
    private final Map<StrategyRef, List<double[]>> steps = new LinkedHashMap<>();
    private final AccuracyTally yardstick = new AccuracyTally();
    private final Set<String> series = new HashSet<>();
    private int origins;
    private int lastOrigin = -1;
  }

  private final Map<String, String> groups;
  private final Map<String, Group> byGroup = new LinkedHashMap<>();
  private final Map<StrategyRef, Set<String>> refused = new LinkedHashMap<>();
  private final Map<StrategyRef, String> failures = new LinkedHashMap<>();
  private final List<StrategyRef> strategies;
  private int origin = -1;
  private int horizon;

  BacktestFigures(List<StrategyRef> strategies, Map<String, String> groups) {
    this.strategies = strategies;
    this.groups = groups;
    group(AccuracyScore.ALL);
  }

  private Group group(String name) {
    return byGroup.computeIfAbsent(
        name,
        n -> {
          Group group = new Group();
          for (StrategyRef strategy : strategies) {
            group.tallies.put(strategy, new AccuracyTally());
            group.errors.put(strategy, new ArrayList<>());
            group.steps.put(strategy, new ArrayList<>());
          }
          return group;
        });
  }

  /** Begins an origin. */
  void open(int steps) {
    origin++;
    horizon = steps;
  }

  /** Adds what all strategies forecast for one series at the open origin. */
  void add(
      String seriesId,
      Map<StrategyRef, Map<String, PanelBacktest.Judged>> judged,
      AccuracyTally yardstick) {
    add(group(AccuracyScore.ALL), seriesId, judged, yardstick);
    String name = groups.getOrDefault(seriesId, AccuracyScore.ALL);
    if (!name.equals(AccuracyScore.ALL)) {
      add(group(name), seriesId, judged, yardstick);
    }
  }

  private void add(
      Group group,
      String seriesId,
      Map<StrategyRef, Map<String, PanelBacktest.Judged>> judged,
      AccuracyTally yardstick) {
    group.series.add(seriesId);
    group.yardstick.add(yardstick);
    if (group.lastOrigin != origin) {
      group.lastOrigin = origin;
      group.origins++;
      group.steps.values().forEach(list -> list.add(new double[horizon + 1]));
    }
    judged.forEach(
        (strategy, bySeries) -> {
          PanelBacktest.Judged one = Objects.requireNonNull(bySeries.get(seriesId));
          Objects.requireNonNull(group.tallies.get(strategy)).add(one.tally());
          if (one.scaled().length > 0) {
            List<double[]> steps = Objects.requireNonNull(group.steps.get(strategy));
            double[] sums = steps.get(steps.size() - 1);
            double sum = 0;
            for (int h = 0; h < horizon; h++) {
              sums[h] += one.scaled()[h];
              sum += one.scaled()[h] / horizon;
            }
            sums[horizon]++;
            Objects.requireNonNull(group.errors.get(strategy)).add(sum);
          }
        });
  }

  void refused(StrategyRef strategy, Set<String> series) {
    refused.computeIfAbsent(strategy, s -> new HashSet<>()).addAll(series);
  }

  /** Message per strategy that failed. */
  Map<StrategyRef, String> failures() {
    return failures;
  }

  /** The group of all series first. */
  Set<String> groups() {
    return byGroup.keySet();
  }

  /** Accuracy per strategy that did not fail, in the order given. */
  Map<StrategyRef, Accuracy> accuracies(String group) {
    Map<StrategyRef, Accuracy> accuracies = new LinkedHashMap<>();
    group(group)
        .tallies
        .forEach(
            (strategy, tally) -> {
              if (!failures.containsKey(strategy)) {
                accuracies.put(strategy, tally.accuracy());
              }
            });
    return accuracies;
  }

  /**
   * Mean absolute scaled error of each judged forecast per strategy that did not fail, in the same
   * order for all; forecasts without a scale are left out for all.
   */
  Map<StrategyRef, List<Double>> scaledErrors(String group) {
    Map<StrategyRef, List<Double>> errors = new LinkedHashMap<>(group(group).errors);
    failures.keySet().forEach(errors::remove);
    return errors;
  }

  /** Mean absolute scaled error over the series of a group, per origin and step. */
  List<Double> stepErrors(String group, StrategyRef strategy) {
    List<Double> means = new ArrayList<>();
    for (double[] sums : group(group).steps.getOrDefault(strategy, List.of())) {
      for (int h = 0; h + 1 < sums.length && sums[sums.length - 1] > 0; h++) {
        means.add(sums[h] / sums[sums.length - 1]);
      }
    }
    return means;
  }

  /** Accuracy of seasonal naive. */
  Accuracy yardstick(String group) {
    return group(group).yardstick.accuracy();
  }

  /** Number of series judged. */
  int series(String group) {
    return group(group).series.size();
  }

  /** Number of origins at which at least one series was judged. */
  int origins(String group) {
    return group(group).origins;
  }

  /** Series of a group that a strategy refused at some origin. */
  int refused(String group, StrategyRef strategy) {
    return (int)
        refused.getOrDefault(strategy, Set.of()).stream()
            .filter(
                series ->
                    group.equals(AccuracyScore.ALL)
                        || group.equals(groups.getOrDefault(series, AccuracyScore.ALL)))
            .count();
  }
}

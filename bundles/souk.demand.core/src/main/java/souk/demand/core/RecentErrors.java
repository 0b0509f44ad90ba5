package souk.demand.core;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import souk.demand.api.AccuracyScore;
import souk.demand.api.DemandForecast;
import souk.demand.api.SeriesForecast;
import souk.demand.lib.backtest.AccuracyTally;
import souk.demand.lib.naive.SeasonalNaive;
import souk.model.Panel;
import souk.model.Series;

/** Scaled errors of steps that have come since they were forecast. Not safe for many threads. */
final class RecentErrors {
  private final int season;
  private final Map<String, String> groups;
  private final Map<String, SortedMap<LocalDate, double[]>> sums = new HashMap<>();
  private final Map<String, Set<String>> series = new HashMap<>();

  RecentErrors(int season, Map<String, String> groups) {
    this.season = season;
    this.groups = groups;
  }

  /**
   * Judges a forecast.
   *
   * @param until first day that a later forecast answers for
   */
  void add(DemandForecast forecast, Optional<LocalDate> until, Panel panel) {
    Map<String, SeriesForecast> byId = new HashMap<>();
    forecast.seriesList().forEach(one -> byId.put(one.seriesId(), one));
    LocalDate first = forecast.grid().dateOf(forecast.firstStep());
    int origin = (int) panel.grid().frequency().stepsBetween(panel.grid().origin(), first);
    for (Series sold : panel.seriesList()) {
      SeriesForecast said = byId.get(sold.id());
      int cut = origin - sold.firstStep();
      if (said == null || cut < 2 || cut >= sold.length()) {
        continue;
      }
      double[] history = sold.head(cut).values();
      double scale = AccuracyTally.scale(history, SeasonalNaive.usableSeason(cut, season));
      double[] mean = said.mean();
      for (int h = 0; scale > 0 && h < mean.length && cut + h < sold.length(); h++) {
        LocalDate day = panel.grid().dateOf(origin + h);
        if (until.isEmpty() || day.isBefore(until.get())) {
          double error = StrictMath.abs(mean[h] - sold.value(cut + h)) / scale;
          add(AccuracyScore.ALL, sold.id(), day, error);
          String group = groups.getOrDefault(sold.id(), AccuracyScore.ALL);
          if (!group.equals(AccuracyScore.ALL)) {
            add(group, sold.id(), day, error);
          }
        }
      }
    }
  }

  private void add(String group, String id, LocalDate day, double error) {
    double[] sum =
        sums.computeIfAbsent(group, g -> new TreeMap<>()).computeIfAbsent(day, d -> new double[2]);
    sum[0] += error;
    sum[1]++;
    series.computeIfAbsent(group, g -> new HashSet<>()).add(id);
  }

  /** Mean scaled error over the series of a group, per step that has come, oldest first. */
  List<Double> of(String group) {
    List<Double> means = new ArrayList<>();
    sums.getOrDefault(group, new TreeMap<>()).values().forEach(s -> means.add(s[0] / s[1]));
    return means;
  }

  int series(String group) {
    return series.getOrDefault(group, Set.of()).size();
  }
}

package souk.demand.core;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import souk.demand.api.AccuracyScore;
import souk.model.Panel;
import souk.model.Reason;
import souk.model.Series;

/**
 * The series on which strategies are judged, where judging all would take too long: drawn evenly,
 * each category as often as its share. Strategies that learn across series learn from more.
 *
 * @param judged what is judged
 * @param learned what may be learned from, the judged included
 * @param reason how many were drawn, if not all were
 */
record BacktestSample(Panel judged, Panel learned, Optional<Reason> reason) {
  private static final int MOST_VALUES = 1_000_000;

  /**
   * @param categories per series id; may be empty
   * @param most series that are judged
   */
  static BacktestSample of(Panel panel, Map<String, String> categories, int most) {
    List<Series> all = panel.seriesList();
    if (all.size() <= most) {
      return new BacktestSample(panel, panel, Optional.empty());
    }
    List<Series> byCategory = new ArrayList<>(all);
    byCategory.sort(
        Comparator.comparing(series -> categories.getOrDefault(series.id(), AccuracyScore.ALL)));
    List<Series> judged = evenly(byCategory, most);
    return new BacktestSample(
        Panels.of(panel, judged),
        Panels.of(panel, learned(all, judged)),
        Optional.of(
            Reason.of(
                "forecast.backtest.sampled",
                "Strategies are judged on %d of %d series, drawn evenly from all categories."
                    .formatted(judged.size(), all.size()),
                judged.size(),
                all.size())));
  }

  static List<Series> evenly(List<Series> all, int most) {
    List<Series> sample = new ArrayList<>();
    int take = Math.min(most, all.size());
    for (int i = 0; i < take; i++) {
      sample.add(all.get((int) ((long) i * all.size() / take)));
    }
    return sample;
  }

  /** The judged series and as many others as may be afforded. */
  static List<Series> learned(List<Series> all, List<Series> judged) {
    long values = Math.max(1, all.stream().mapToLong(Series::length).sum());
    int most = (int) Math.min(all.size(), MOST_VALUES * (long) all.size() / values);
    Map<String, Series> learned = new LinkedHashMap<>();
    judged.forEach(series -> learned.put(series.id(), series));
    evenly(all, most).forEach(series -> learned.put(series.id(), series));
    return List.copyOf(learned.values());
  }
}

package souk.demand.core;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import souk.demand.lib.season.PeriodDetection;
import souk.model.Frequency;
import souk.model.Panel;
import souk.model.Series;

/** The season that most series of a panel show, each voting for its shortest. */
final class SeasonVote {
  private static final int SAMPLE = 100;

  private SeasonVote() {}

  /** In steps; 1 if at least half of the series show none or another one. */
  static int of(Panel panel) {
    List<Series> all = panel.seriesList();
    int take = Math.min(SAMPLE, all.size());
    Frequency frequency = panel.grid().frequency();
    int longest = frequency == Frequency.YEAR ? 12 : frequency.stepsPerYear() + 1;
    Map<Integer, Integer> votes = new TreeMap<>();
    for (int i = 0; i < take; i++) {
      Series series = all.get((int) ((long) i * all.size() / take));
      List<Integer> periods = PeriodDetection.of(unit(series), longest);
      if (!periods.isEmpty()) {
        votes.merge(periods.get(0), 1, Integer::sum);
      }
    }
    return votes.entrySet().stream()
        .filter(vote -> 2 * vote.getValue() > take)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(1);
  }

  /** Values in units of the largest, so that squares stay within range. */
  private static double[] unit(Series series) {
    double[] values = series.values();
    double largest = 0;
    for (double value : values) {
      largest = StrictMath.max(largest, StrictMath.abs(value));
    }
    for (int t = 0; largest > 0 && t < values.length; t++) {
      values[t] /= largest;
    }
    return values;
  }
}

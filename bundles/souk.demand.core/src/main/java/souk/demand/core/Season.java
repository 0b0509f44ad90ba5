package souk.demand.core;

import java.util.List;
import souk.model.Frequency;
import souk.model.Panel;
import souk.model.Reason;
import souk.model.Series;

/**
 * The season a panel supports: a year of weeks, months or quarters, a week of days; none if the
 * typical series does not hold two of them before the first origin of the backtest.
 *
 * @param length in steps, 1 for none
 * @param reason what was decided, with figures
 */
record Season(int length, Reason reason) {
  static Season of(Panel panel, int stepsForBacktest) {
    Frequency frequency = panel.grid().frequency();
    int wanted = frequency == Frequency.DAY ? 7 : frequency.stepsPerYear();
    List<Integer> lengths = panel.seriesList().stream().map(Series::length).sorted().toList();
    int typical = lengths.isEmpty() ? 0 : lengths.get(lengths.size() / 2);
    int needed = 2 * wanted + stepsForBacktest;
    String steps = frequency.name().toLowerCase(java.util.Locale.ROOT) + "s";
    if (wanted > 1 && typical >= needed) {
      return new Season(
          wanted,
          Reason.of(
              "forecast.season.used",
              "The season is %d %s; the median series has %d.".formatted(wanted, steps, typical),
              wanted,
              typical));
    }
    return new Season(
        1,
        Reason.of(
            "forecast.season.none",
            ("No yearly season: it needs %d %s (two seasons of %d and %d to backtest), the median"
                    + " series has %d. Seasonal naive therefore repeats the last value.")
                .formatted(needed, steps, wanted, stepsForBacktest, typical),
            needed,
            wanted,
            stepsForBacktest,
            typical));
  }
}

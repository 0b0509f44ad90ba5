package souk.demand.core;

import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;
import souk.demand.lib.calendar.Country;
import souk.demand.lib.calendar.Holidays;
import souk.model.Panel;
import souk.model.Series;
import souk.model.TimeGrid;

/** Public holidays of a country as a covariate that is known in advance. Immutable. */
final class HolidayColumns {
  /** Name of the covariate: public holidays within the step. */
  static final String NAME = "holidays";

  private final Country country;

  /**
   * @throws IllegalArgumentException if the country is not known; names those that are
   */
  HolidayColumns(String country) {
    this.country = Country.of(country.strip());
  }

  /**
   * The panel with the holidays of history and horizon.
   *
   * @throws IllegalArgumentException if a year lies beyond what is known
   */
  Panel addTo(Panel panel, int horizon) {
    int first = panel.seriesList().stream().mapToInt(Series::firstStep).min().orElse(0);
    int until = panel.seriesList().stream().mapToInt(Series::untilStep).max().orElse(0) + horizon;
    double[] counts = counts(panel.grid(), first, until);
    Panel.Builder builder = Panels.copy(panel);
    for (Series series : panel.seriesList()) {
      builder.covariate(NAME, new Series(series.id(), first, counts));
    }
    return builder.build();
  }

  private double[] counts(TimeGrid grid, int first, int until) {
    Holidays holidays = new Holidays(country);
    SortedMap<LocalDate, String> days = new TreeMap<>();
    LocalDate end = grid.dateOf(until);
    for (int year = grid.dateOf(first).getYear(); year <= end.minusDays(1).getYear(); year++) {
      days.putAll(holidays.in(year));
    }
    double[] counts = new double[until - first];
    for (int t = 0; t < counts.length; t++) {
      counts[t] = days.subMap(grid.dateOf(first + t), grid.dateOf(first + t + 1)).size();
    }
    return counts;
  }
}

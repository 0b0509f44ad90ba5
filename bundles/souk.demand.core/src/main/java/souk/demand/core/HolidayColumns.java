package souk.demand.core;

import java.util.List;
import java.util.Map;
import java.util.Set;
import souk.demand.lib.calendar.CalendarCovariates;
import souk.demand.lib.calendar.Country;
import souk.demand.lib.calendar.Paydays;
import souk.model.Panel;
import souk.model.Series;

/**
 * The calendar of a country as covariates that are known in advance: public holidays within the
 * step; in China days off by decree and weekend days worked in exchange. Immutable.
 */
final class HolidayColumns {
  private final CalendarCovariates calendar;

  /**
   * @throws IllegalArgumentException if the country is not known; names those that are
   */
  HolidayColumns(String country) {
    this.calendar =
        new CalendarCovariates(Country.of(country.strip()), new Paydays(Set.of()), List.of());
  }

  /**
   * The panel with the calendar of history and horizon.
   *
   * @throws IllegalArgumentException if a year lies beyond what is known
   */
  Panel addTo(Panel panel, int horizon) {
    int first = panel.seriesList().stream().mapToInt(Series::firstStep).min().orElse(0);
    int until = panel.seriesList().stream().mapToInt(Series::untilStep).max().orElse(0) + horizon;
    Map<String, double[]> columns = calendar.of(panel.grid(), first, until - first);
    Panel.Builder builder = Panels.copy(panel);
    for (Series series : panel.seriesList()) {
      columns.forEach(
          (name, values) -> builder.covariate(name, new Series(series.id(), first, values)));
    }
    return builder.build();
  }
}

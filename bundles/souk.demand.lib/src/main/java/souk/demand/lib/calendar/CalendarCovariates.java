package souk.demand.lib.calendar;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import souk.demand.lib.calendar.CalendarTable.DayRange;
import souk.model.TimeGrid;

/**
 * The calendar as columns that are known in advance, for any forecaster that reads covariates: days
 * off, workdays in exchange, paydays and school holidays within each step. A column that would be
 * zero throughout is left out. Immutable.
 */
public final class CalendarCovariates {
  /** Public holidays within the step; in China all days off by decree. */
  public static final String HOLIDAYS = "holidays";

  /** Weekend days worked in exchange within the step; China only. */
  public static final String EXCHANGED = "exchange-workdays";

  /** Paydays within the step. */
  public static final String PAYDAYS = "paydays";

  /** Days of school holidays within the step. */
  public static final String SCHOOL = "school-holidays";

  private final Country country;
  private final Paydays paydays;
  private final List<DayRange> school;
  private final ChinaWorkdays china = new ChinaWorkdays();

  public CalendarCovariates(Country country, Paydays paydays, List<DayRange> school) {
    this.country = country;
    this.paydays = paydays;
    this.school = List.copyOf(school);
  }

  /**
   * Values by name.
   *
   * @throws IllegalArgumentException if a year lies beyond what is known
   */
  public Map<String, double[]> of(TimeGrid grid, int firstStep, int steps) {
    LocalDate begin = grid.dateOf(firstStep);
    LocalDate end = grid.dateOf(firstStep + steps);
    Holidays holidays = new Holidays(country);
    Set<LocalDate> free = new HashSet<>();
    for (int year = begin.getYear(); year <= end.minusDays(1).getYear(); year++) {
      free.addAll(holidays.in(year).keySet());
    }
    Set<LocalDate> closed = new HashSet<>(free);
    if (country == Country.CN) {
      closed.addAll(china.off());
    }
    Set<LocalDate> paid = new HashSet<>();
    for (LocalDate month = begin.withDayOfMonth(1); month.isBefore(end.plusMonths(1)); ) {
      paid.addAll(paydays.in(month.getYear(), month.getMonthValue(), closed));
      month = month.plusMonths(1);
    }
    Map<String, double[]> columns = new LinkedHashMap<>();
    for (String name : List.of(HOLIDAYS, EXCHANGED, PAYDAYS, SCHOOL)) {
      columns.put(name, new double[steps]);
    }
    for (int t = 0; t < steps; t++) {
      LocalDate until = grid.dateOf(firstStep + t + 1);
      for (LocalDate day = grid.dateOf(firstStep + t); day.isBefore(until); day = day.plusDays(1)) {
        boolean isChina = country == Country.CN;
        count(columns, HOLIDAYS, t, free.contains(day) || (isChina && china.isOff(day)));
        count(columns, EXCHANGED, t, isChina && china.isWorkedInExchange(day));
        count(columns, PAYDAYS, t, paid.contains(day));
        count(columns, SCHOOL, t, isSchoolFree(day));
      }
    }
    columns.values().removeIf(CalendarCovariates::isZero);
    return columns;
  }

  private boolean isSchoolFree(LocalDate day) {
    return school.stream().anyMatch(range -> range.contains(day));
  }

  private static void count(Map<String, double[]> columns, String name, int t, boolean isIt) {
    double[] column = columns.get(name);
    if (column != null && isIt) {
      column[t]++;
    }
  }

  private static boolean isZero(double[] column) {
    for (double value : column) {
      if (value != 0) {
        return false;
      }
    }
    return true;
  }
}

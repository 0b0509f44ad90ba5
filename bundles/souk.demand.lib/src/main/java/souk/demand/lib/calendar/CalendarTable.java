package souk.demand.lib.calendar;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import souk.model.Frequency;
import souk.model.TimeGrid;

/**
 * Calendar figures of the steps of a grid, for models: place in the year, weekday, holidays, days
 * to and from the nearest great ones, exchange workdays, paydays, school holidays.
 */
public final class CalendarTable {
  private static final int FAR = 60;
  private static final int[] COUNTED = {3, 4, 5, 6};

  private final TimeGrid grid;
  private final Holidays holidays;
  private final Country country;
  private final Paydays paydays;
  private final List<DayRange> school;

  /** Days, both included. */
  public record DayRange(LocalDate from, LocalDate until) {
    boolean contains(LocalDate day) {
      return !day.isBefore(from) && !day.isAfter(until);
    }
  }

  /**
   * @param school school holidays of the region; they are local, so they are given, not known
   */
  public CalendarTable(TimeGrid grid, Country country, Paydays paydays, List<DayRange> school) {
    this.grid = grid;
    this.country = country;
    this.holidays = new Holidays(country);
    this.paydays = paydays;
    this.school = List.copyOf(school);
  }

  /** Which figures act on sales in proportion: days off, exchange workdays, paydays, school. */
  public static int[] counted() {
    return COUNTED.clone();
  }

  /** Figures × steps from {@code firstStep} on; NaN where a year is not known. */
  public float[][] of(int firstStep, int steps) {
    ChinaWorkdays china = new ChinaWorkdays();
    SortedMap<LocalDate, String> known = new TreeMap<>();
    LocalDate begin = grid.dateOf(firstStep);
    LocalDate end = grid.dateOf(firstStep + steps);
    for (int year = begin.getYear() - 1; year <= end.getYear() + 1; year++) {
      if (year >= holidays.firstYear() && year <= holidays.lastYear()) {
        known.putAll(holidays.in(year));
      }
    }
    List<float[]> columns = new ArrayList<>();
    for (int c = 0; c < 8 + great().size(); c++) {
      columns.add(new float[steps]);
    }
    Set<LocalDate> closed = new TreeSet<>(known.keySet());
    if (country == Country.CN) {
      closed.addAll(china.off());
    }
    for (int i = 0; i < steps; i++) {
      LocalDate from = grid.dateOf(firstStep + i);
      LocalDate until = grid.dateOf(firstStep + i + 1);
      fill(columns, i, from, until, known, closed, china);
    }
    return columns.toArray(new float[0][]);
  }

  private void fill(
      List<float[]> columns,
      int i,
      LocalDate from,
      LocalDate until,
      SortedMap<LocalDate, String> known,
      Set<LocalDate> closed,
      ChinaWorkdays china) {
    int exchange = 0;
    int off = 0;
    int free = 0;
    int days = 0;
    Set<LocalDate> paid = new TreeSet<>();
    for (LocalDate day = from; day.isBefore(until); day = day.plusDays(1)) {
      boolean isChina = country == Country.CN;
      exchange += isChina && china.isWorkedInExchange(day) ? 1 : 0;
      off += known.containsKey(day) || (isChina && china.isOff(day)) ? 1 : 0;
      LocalDate asked = day;
      free += school.stream().anyMatch(range -> range.contains(asked)) ? 1 : 0;
      days++;
    }
    LocalDate month = from.withDayOfMonth(1);
    while (month.isBefore(until.plusMonths(1))) {
      paid.addAll(paydays.in(month.getYear(), month.getMonthValue(), closed));
      month = month.plusMonths(1);
    }
    boolean covered =
        from.getYear() >= holidays.firstYear() && from.getYear() <= holidays.lastYear();
    int c = 0;
    columns.get(c++)[i] = from.getDayOfYear();
    columns.get(c++)[i] =
        grid.frequency() == Frequency.DAY ? from.getDayOfWeek().getValue() : Float.NaN;
    columns.get(c++)[i] = from.getDayOfMonth();
    columns.get(c++)[i] = covered ? off : Float.NaN;
    columns.get(c++)[i] = exchange;
    columns.get(c++)[i] = paid.stream().filter(d -> !d.isBefore(from) && d.isBefore(until)).count();
    columns.get(c++)[i] = free / (float) Math.max(1, days);
    columns.get(c++)[i] = distance(from, new ArrayList<>(known.keySet()));
    for (String name : great()) {
      List<LocalDate> dates = new ArrayList<>();
      for (int year = from.getYear() - 1; year <= from.getYear() + 1; year++) {
        dates.addAll(great(name, year));
      }
      columns.get(c++)[i] = distance(from, dates);
    }
  }

  /** Names of the days whose distance matters most in retail. */
  private List<String> great() {
    return switch (country) {
      case CN -> List.of("11-11", "@spring", "@autumn");
      case KR -> List.of("12-25", "@seollal", "@chuseok");
      case IN -> List.of("12-25", "@diwali", "@holi");
      case JP -> List.of("12-25", "01-01", "05-05");
      case US -> List.of("12-25", "easter", "11-thu#4");
      case CA -> List.of("12-25", "easter", "10-mon#2");
      default -> List.of("12-25", "easter");
    };
  }

  private static List<LocalDate> great(String name, int year) {
    return HolidayRule.parse(name + " = great").in(year).stream()
        .map(HolidayRule.Day::date)
        .toList();
  }

  /** Days to the nearest date, negative before it, at most {@value #FAR} either way. */
  private static float distance(LocalDate day, List<LocalDate> dates) {
    long nearest = FAR;
    for (LocalDate date : dates) {
      long days = ChronoUnit.DAYS.between(date, day);
      if (Math.abs(days) < Math.abs(nearest)) {
        nearest = days;
      }
    }
    return nearest;
  }
}

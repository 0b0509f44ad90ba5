package souk.demand.lib.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Public holidays of a country, nationwide as a rule. Computed from rules; days that follow the
 * moon come from tables and end in {@value MovingDays#UNTIL}. Immutable.
 */
public final class Holidays {
  private final Country country;
  private final List<HolidayRule> rules;

  public Holidays(Country country) {
    this.country = country;
    this.rules = country.rules();
  }

  /** First year in which every holiday is known. */
  public int firstYear() {
    return needsTable() ? MovingDays.FROM : 1980;
  }

  /** Last year in which every holiday is known. */
  public int lastYear() {
    return needsTable() ? MovingDays.UNTIL : 2099;
  }

  private boolean needsTable() {
    return rules.stream().anyMatch(HolidayRule::needsTable);
  }

  /**
   * The holidays of a year by date; two on one day are joined by a slash.
   *
   * @throws IllegalArgumentException if the year lies beyond what is known
   */
  public SortedMap<LocalDate, String> in(int year) {
    if (year < firstYear() || year > lastYear()) {
      throw new IllegalArgumentException(
          "The holidays of %s are known from %d to %d, but %d was asked."
              .formatted(country, firstYear(), lastYear(), year));
    }
    SortedMap<LocalDate, String> days = new TreeMap<>();
    for (int y = Math.max(firstYear(), year - 1); y <= Math.min(lastYear(), year + 1); y++) {
      for (HolidayRule rule : rules) {
        for (HolidayRule.Day day : rule.in(y)) {
          days.merge(day.date(), day.name(), Holidays::joined);
        }
      }
    }
    if (country == Country.JP) {
      substitute(days);
    }
    return days.subMap(LocalDate.of(year, 1, 1), LocalDate.of(year + 1, 1, 1));
  }

  private static String joined(String a, String b) {
    return a.contains(b) ? a : a + " / " + b;
  }

  /** In Japan a holiday on Sunday is made up for, and a day between two holidays is one, too. */
  private static void substitute(SortedMap<LocalDate, String> days) {
    List<LocalDate> holidays = new ArrayList<>(days.keySet());
    for (LocalDate day : holidays) {
      if (day.getDayOfWeek() == DayOfWeek.SUNDAY) {
        LocalDate free = day;
        while (holidays.contains(free)) {
          free = free.plusDays(1);
        }
        days.putIfAbsent(free, "Substitute Holiday");
      }
    }
    for (LocalDate day : holidays) {
      LocalDate between = day.plusDays(1);
      if (holidays.contains(day.plusDays(2))
          && between.getDayOfWeek() != DayOfWeek.SUNDAY
          && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
        days.putIfAbsent(between, "National Holiday");
      }
    }
  }
}

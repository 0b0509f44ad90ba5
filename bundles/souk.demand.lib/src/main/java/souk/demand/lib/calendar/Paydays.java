package souk.demand.lib.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;

/**
 * Days on which wages arrive: days of the month, moved back to the working day before. Immutable.
 */
public final class Paydays {
  private final Set<Integer> daysOfMonth;

  /**
   * @param daysOfMonth 1 to 31; a month that has no such day is paid on its last
   */
  public Paydays(Set<Integer> daysOfMonth) {
    for (int day : daysOfMonth) {
      if (day < 1 || day > 31) {
        throw new IllegalArgumentException(
            "A payday is a day of the month from 1 to 31, not %d.".formatted(day));
      }
    }
    this.daysOfMonth = Set.copyOf(daysOfMonth);
  }

  /** The paydays of a month. */
  public Set<LocalDate> in(int year, int month, Set<LocalDate> holidays) {
    LocalDate first = LocalDate.of(year, month, 1);
    Set<LocalDate> days = new TreeSet<>();
    for (int wanted : daysOfMonth) {
      LocalDate day = first.withDayOfMonth(Math.min(wanted, first.lengthOfMonth()));
      while (day.getDayOfWeek() == DayOfWeek.SATURDAY
          || day.getDayOfWeek() == DayOfWeek.SUNDAY
          || holidays.contains(day)) {
        day = day.minusDays(1);
      }
      days.add(day);
    }
    return days;
  }
}

package souk.demand.lib.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One holiday as a line {@code WHEN [FROM..UNTIL] [%N] [MOVE] = NAME}.
 *
 * <p>WHEN is {@code 12-25}, {@code 11-thu#4} (fourth Thursday; −1 is the last), {@code 05-24<mon}
 * (Monday on or before), {@code 06-20>sat} (Saturday on or after), {@code easter-2}, {@code
 * @spring+1} (a {@link MovingDays moving day}), {@code equinox-spring}, {@code equinox-autumn} or
 * {@code qingming}. {@code %5} keeps years divisible by five. MOVE says what happens on weekdays:
 * {@code ~sat+2,sun+1} adds an observed day, {@code !sun+1} moves the holiday.
 *
 * @param when the day
 * @param from first year
 * @param until last year
 * @param every keeps years divisible by this
 * @param move what happens on weekdays, or empty
 * @param name of the holiday in its own country
 */
record HolidayRule(String when, int from, int until, int every, String move, String name) {
  private static final Pattern NTH = Pattern.compile("(\\d\\d)-([a-z]{3})#(-?\\d)");
  private static final Pattern NEAR = Pattern.compile("(\\d\\d-\\d\\d)([<>])([a-z]{3})");
  private static final Pattern SHIFTED = Pattern.compile("(@?[a-z]+?)([+-]\\d+)?");
  private static final Pattern YEARS = Pattern.compile("(\\d*)\\.\\.(\\d*)");

  /** A day and what it is called. */
  record Day(LocalDate date, String name) {}

  static HolidayRule parse(String line) {
    int at = line.indexOf(" = ");
    String[] words = line.substring(0, at).strip().split(" ", -1);
    int from = 0;
    int until = 9999;
    int every = 1;
    String move = "";
    for (int w = 1; w < words.length; w++) {
      Matcher years = YEARS.matcher(words[w]);
      if (years.matches()) {
        from = years.group(1).isEmpty() ? 0 : Integer.parseInt(years.group(1));
        until = years.group(2).isEmpty() ? 9999 : Integer.parseInt(years.group(2));
      } else if (words[w].charAt(0) == '%') {
        every = Integer.parseInt(words[w].substring(1));
      } else {
        move = words[w];
      }
    }
    return new HolidayRule(words[0], from, until, every, move, line.substring(at + 3).strip());
  }

  /** Whether the days of a year come from a table, so that other years are unknown. */
  boolean needsTable() {
    return when.charAt(0) == '@';
  }

  /** The days of one year. */
  List<Day> in(int year) {
    List<Day> days = new ArrayList<>();
    if (year < from || year > until || year % every != 0) {
      return days;
    }
    for (LocalDate date : dates(year)) {
      LocalDate moved = moved(date);
      if (moved.equals(date) || move.charAt(0) == '~') {
        days.add(new Day(date, name));
      }
      if (!moved.equals(date)) {
        days.add(new Day(moved, name + " (observed)"));
      }
    }
    return days;
  }

  private LocalDate moved(LocalDate date) {
    if (!move.isEmpty()) {
      for (String part : move.substring(1).split(",", -1)) {
        if (date.getDayOfWeek() == weekday(part.substring(0, 3))) {
          return date.plusDays(Integer.parseInt(part.substring(3)));
        }
      }
    }
    return date;
  }

  private List<LocalDate> dates(int year) {
    Matcher nth = NTH.matcher(when);
    if (nth.matches()) {
      LocalDate first = LocalDate.of(year, Integer.parseInt(nth.group(1)), 1);
      return List.of(
          first.with(
              TemporalAdjusters.dayOfWeekInMonth(
                  Integer.parseInt(nth.group(3)), weekday(nth.group(2)))));
    }
    Matcher near = NEAR.matcher(when);
    if (near.matches()) {
      LocalDate day = fixed(year, near.group(1));
      return List.of(
          day.with(
              near.group(2).equals("<")
                  ? TemporalAdjusters.previousOrSame(weekday(near.group(3)))
                  : TemporalAdjusters.nextOrSame(weekday(near.group(3)))));
    }
    if (Character.isDigit(when.charAt(0))) {
      return List.of(fixed(year, when));
    }
    return switch (when) {
      case "equinox-spring" -> List.of(LocalDate.of(year, 3, equinox(year, 20.8431)));
      case "equinox-autumn" -> List.of(LocalDate.of(year, 9, equinox(year, 23.2488)));
      case "qingming" -> List.of(LocalDate.of(year, 4, qingming(year)));
      default -> shifted(year);
    };
  }

  private List<LocalDate> shifted(int year) {
    Matcher shifted = SHIFTED.matcher(when);
    if (!shifted.matches()) {
      throw new IllegalArgumentException("The rule %s = %s is unknown.".formatted(when, name));
    }
    int days = shifted.group(2) == null ? 0 : Integer.parseInt(shifted.group(2));
    String what = shifted.group(1);
    List<LocalDate> bases =
        needsTable()
            ? MovingDays.of(what.substring(1)).getOrDefault(year, List.of())
            : List.of(Easter.sunday(year));
    return bases.stream().map(base -> base.plusDays(days)).toList();
  }

  private static LocalDate fixed(int year, String monthAndDay) {
    return LocalDate.parse(year + "-" + monthAndDay);
  }

  /** Day of the equinox in Japan, good for 1980 to 2099. */
  private static int equinox(int year, double base) {
    return (int) (base + 0.242194 * (year - 1980) - Math.floorDiv(year - 1980, 4));
  }

  /** Day of April on which the solar term Qingming begins, good for 2000 to 2099. */
  private static int qingming(int year) {
    return (int) ((year - 2000) * 0.2422 + 4.81) - Math.floorDiv(year - 2000, 4);
  }

  private static DayOfWeek weekday(String three) {
    for (DayOfWeek day : DayOfWeek.values()) {
      if (day.name().toLowerCase(Locale.ROOT).startsWith(three)) {
        return day;
      }
    }
    throw new IllegalArgumentException("There is no weekday %s.".formatted(three));
  }
}

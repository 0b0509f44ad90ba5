package souk.cli;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongFunction;
import java.util.function.LongUnaryOperator;

/** The equal steps on which the times of a file lie: what a step is, and where each time stands. */
final class TimeScale {
  private static final long DAY = 86_400;
  private static final int WORKDAYS = 5;
  private static final int FEW = 10;

  private final String unit;
  private final LongUnaryOperator place;
  private final LongFunction<LocalDate> date;
  private final LongFunction<String> words;
  private long step = 1;
  private long first;

  private TimeScale(
      String unit,
      LongUnaryOperator place,
      LongFunction<LocalDate> date,
      LongFunction<String> words) {
    this.unit = unit;
    this.place = place;
    this.date = date;
    this.words = words;
  }

  /** Finds the scale of all series, whose lines are sorted. */
  static TimeScale of(TimeForm form, List<SeriesRows> all) {
    TimeScale scale =
        switch (form) {
          case NUMBER -> ofNumbers(all);
          case DAY -> ofDays(all, time -> time);
          case SECOND ->
              every(all, time -> Math.floorMod(time, DAY) == 0)
                  ? ofDays(all, time -> Math.floorDiv(time, DAY))
                  : new TimeScale("second", time -> time, null, TimeScale::instant);
          case MONTH -> months(time -> time);
          case QUARTER -> months(time -> time * 3);
          case WEEK -> weeks(time -> time);
          case TEXT -> throw new IllegalArgumentException("Texts have no scale.");
        };
    scale.measure(all);
    return scale;
  }

  private interface Test {
    boolean holds(long time);
  }

  private static boolean every(List<SeriesRows> all, Test test) {
    for (SeriesRows rows : all) {
      for (int row = 0; row < rows.size(); row++) {
        if (!test.holds(rows.time(row))) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean valid(LongUnaryOperator reading, long number) {
    return read(reading, number).isPresent();
  }

  private static OptionalLong read(LongUnaryOperator reading, long number) {
    try {
      return OptionalLong.of(reading.applyAsLong(number));
    } catch (DateTimeException none) {
      return OptionalLong.empty();
    }
  }

  private static TimeScale ofNumbers(List<SeriesRows> all) {
    LongUnaryOperator day =
        n -> LocalDate.of((int) (n / 10_000), (int) (n / 100 % 100), (int) (n % 100)).toEpochDay();
    LongUnaryOperator month = n -> TimeForm.month((int) (n / 100), (int) (n % 100));
    LongUnaryOperator week = n -> TimeForm.week((int) (n / 100), (int) (n % 100));
    if (every(all, n -> n >= 19_000_101 && n <= 22_991_231 && valid(day, n))) {
      return ofDays(all, day);
    }
    boolean six = every(all, n -> n >= 190_001 && n <= 229_953);
    if (six && every(all, n -> valid(month, n))) {
      return months(month);
    }
    if (six && every(all, n -> valid(week, n))) {
      return weeks(week);
    }
    return new TimeScale("number", time -> time, null, Long::toString);
  }

  private static TimeScale ofDays(List<SeriesRows> all, LongUnaryOperator day) {
    LongFunction<LocalDate> date = time -> LocalDate.ofEpochDay(day.applyAsLong(time));
    if (leastDistance(all, day) >= 28
        && (every(all, t -> date.apply(t).getDayOfMonth() == date.apply(first(all)).getDayOfMonth())
            || every(all, t -> date.apply(t).plusDays(1).getDayOfMonth() == 1))) {
      return months(t -> TimeForm.month(date.apply(t).getYear(), date.apply(t).getMonthValue()));
    }
    LongUnaryOperator afterMonday = t -> Math.floorMod(day.applyAsLong(t) + 3, 7L);
    if (all.stream().mapToLong(SeriesRows::size).sum() > FEW
        && leastDistance(all, day) == 1
        && every(all, t -> afterMonday.applyAsLong(t) < WORKDAYS)) {
      return new TimeScale(
          "workday",
          t -> Math.floorDiv(day.applyAsLong(t) + 3, 7L) * WORKDAYS + afterMonday.applyAsLong(t),
          null,
          n ->
              LocalDate.ofEpochDay(Math.floorDiv(n, 5L) * 7 - 3 + Math.floorMod(n, 5L)).toString());
    }
    return new TimeScale(
        "day", day, LocalDate::ofEpochDay, n -> LocalDate.ofEpochDay(n).toString());
  }

  private static TimeScale months(LongUnaryOperator month) {
    return new TimeScale(
        "month", month, TimeForm::ofMonth, n -> TimeForm.ofMonth(n).toString().substring(0, 7));
  }

  private static TimeScale weeks(LongUnaryOperator week) {
    return new TimeScale("week", week, TimeForm::ofWeek, n -> TimeForm.ofWeek(n).toString());
  }

  private static long first(List<SeriesRows> all) {
    return all.get(0).time(0);
  }

  private static String instant(long second) {
    return LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC).toString();
  }

  private static long leastDistance(List<SeriesRows> all, LongUnaryOperator place) {
    long least = Long.MAX_VALUE;
    for (SeriesRows rows : all) {
      for (int row = 1; row < rows.size(); row++) {
        long distance = place.applyAsLong(rows.time(row)) - place.applyAsLong(rows.time(row - 1));
        least = distance > 0 ? Math.min(least, distance) : least;
      }
    }
    return least;
  }

  /** The step is the greatest that all distances are whole multiples of. */
  private void measure(List<SeriesRows> all) {
    long common = 0;
    first = Long.MAX_VALUE;
    for (SeriesRows rows : all) {
      for (int row = 0; row < rows.size(); row++) {
        long here = place.applyAsLong(rows.time(row));
        first = Math.min(first, here);
        if (row > 0) {
          common = greatestCommon(common, here - place.applyAsLong(rows.time(row - 1)));
        }
      }
    }
    step = Math.max(1, common);
  }

  private static long greatestCommon(long a, long b) {
    while (b != 0) {
      long rest = a % b;
      a = b;
      b = rest;
    }
    return Math.abs(a);
  }

  /** Steps after the first time of the file, rounded down. */
  long stepOf(long time) {
    return Math.floorDiv(place.applyAsLong(time) - first, step);
  }

  /** What a step is called, for messages. */
  String words(long steps) {
    return words.apply(first + steps * step);
  }

  /** The step in words, for example {@code 7 day}. */
  String unit() {
    return step == 1 ? unit : step + " " + unit;
  }

  /** The step as the platform knows it, if it does. */
  Optional<String> frequency() {
    return switch (unit + step) {
      case "day1" -> Optional.of("DAY");
      case "day7", "week1" -> Optional.of("WEEK");
      case "month1" -> Optional.of("MONTH");
      case "month3" -> Optional.of("QUARTER");
      case "month12" -> Optional.of("YEAR");
      default -> Optional.empty();
    };
  }

  /** First day of the first step, if steps are days or longer. */
  Optional<LocalDate> origin() {
    return date == null ? Optional.empty() : Optional.of(date.apply(first));
  }
}

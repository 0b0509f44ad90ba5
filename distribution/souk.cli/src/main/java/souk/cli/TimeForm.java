package souk.cli;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How times are written; each becomes a number that grows by one from step to step of the form. */
enum TimeForm {
  /** A whole number, also such as 20240531 or 202405. */
  NUMBER("([+-]?\\d{1,18})") {
    @Override
    long number(Matcher m) {
      return Long.parseLong(m.group(1));
    }
  },
  /** 2024-05-31 or 2024/5/31: days. */
  DAY("(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})") {
    @Override
    long number(Matcher m) {
      return LocalDate.of(part(m, 1), part(m, 3), part(m, 4)).toEpochDay();
    }
  },
  /** 2024-05-31T13:00: seconds. */
  SECOND("(\\d{4}-\\d{2}-\\d{2})[T ](\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?)Z?") {
    @Override
    long number(Matcher m) {
      return LocalDateTime.parse(m.group(1) + "T" + m.group(2)).toEpochSecond(ZoneOffset.UTC);
    }
  },
  /** 2024-05: months. */
  MONTH("(\\d{4})[-/.](\\d{1,2})") {
    @Override
    long number(Matcher m) {
      return month(part(m, 1), part(m, 2));
    }
  },
  /** 2024-Q2: quarters. */
  QUARTER("(\\d{4})[- ]?[Qq]([1-4])") {
    @Override
    long number(Matcher m) {
      return part(m, 1) * 4L + part(m, 2) - 1;
    }
  },
  /** 2024-W07: weeks. */
  WEEK("(\\d{4})[- ]?[Ww](\\d{1,2})") {
    @Override
    long number(Matcher m) {
      return week(part(m, 1), part(m, 2));
    }
  },
  /** Anything else: the lines of a series are in order, none is missing. */
  TEXT("(.+)") {
    @Override
    long number(Matcher m) {
      long hash = 1_125_899_906_842_597L;
      for (int i = 0; i < m.group(1).length(); i++) {
        hash = 31 * hash + m.group(1).charAt(i);
      }
      return hash;
    }
  };

  private final Pattern pattern;

  TimeForm(String pattern) {
    this.pattern = Pattern.compile(pattern);
  }

  abstract long number(Matcher m);

  static int part(Matcher m, int group) {
    return Integer.parseInt(m.group(group));
  }

  static TimeForm of(String text) {
    for (TimeForm form : values()) {
      // Not TEXT for 2024-02-30: what looks like a day must be one.
      if (form.pattern.matcher(text).matches()) {
        return form;
      }
    }
    return TEXT;
  }

  OptionalLong number(String text) {
    Matcher m = pattern.matcher(text);
    if (!m.matches()) {
      return OptionalLong.empty();
    }
    try {
      return OptionalLong.of(number(m));
    } catch (DateTimeException none) {
      return OptionalLong.empty();
    }
  }

  static long month(int year, int month) {
    return YearMonth.of(year, month).getYear() * 12L + month - 1;
  }

  static LocalDate ofMonth(long number) {
    return LocalDate.of((int) Math.floorDiv(number, 12L), (int) Math.floorMod(number, 12L) + 1, 1);
  }

  /** Weeks from Monday to Sunday, as ISO 8601 counts them. */
  static long week(int year, int week) {
    LocalDate within = LocalDate.of(year, 1, 4);
    long most = IsoFields.WEEK_OF_WEEK_BASED_YEAR.rangeRefinedBy(within).getMaximum();
    if (week < 1 || week > most) {
      throw new DateTimeException("There is no week " + week + " in " + year + ".");
    }
    return Math.floorDiv(within.toEpochDay() + 3, 7L) + week - 1;
  }

  static LocalDate ofWeek(long number) {
    return LocalDate.ofEpochDay(number * 7 - 3);
  }
}

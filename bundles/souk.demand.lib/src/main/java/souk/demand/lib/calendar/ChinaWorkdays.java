package souk.demand.lib.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;

/**
 * Days off in China and weekend days worked in exchange for them, 2007 to 2026. Source: notices of
 * the State Council as collected by NateScarlet/holiday-cn (MIT). Immutable.
 */
public final class ChinaWorkdays {
  private static final String[] TABLE = {
    "2006  | 1230-1231",
    "2007 0101-0103 0218-0224 0501-0507 1001-1007 1230-1231 | 0217 0225 0428-0429 "
        + "0929-0930 1229",
    "2008 0101 0206-0212 0404-0406 0501-0503 0607-0609 0913-0915 0929-1005 | "
        + "0202-0203 0504 0927-0928",
    "2009 0101-0103 0125-0131 0404-0406 0501-0503 0528-0530 1001-1008 | 0104 0124 "
        + "0201 0531 0927 1010",
    "2010 0101-0103 0213-0219 0403-0405 0501-0503 0614-0616 0922-0924 1001-1007 | "
        + "0220-0221 0612-0613 0919 0925-0926 1009",
    "2011 0101-0103 0202-0208 0403-0405 0430-0502 0604-0606 0910-0912 1001-1007 | "
        + "0130 0212 0402 1008-1009 1231",
    "2012 0101-0103 0122-0128 0402-0404 0429-0501 0622-0624 0930-1007 | 0121 0129 "
        + "0331-0401 0428 0929",
    "2013 0101-0103 0209-0215 0404-0406 0429-0501 0610-0612 0919-0921 1001-1007 | "
        + "0105-0106 0216-0217 0407 0427-0428 0608-0609 0922 0929 1012",
    "2014 0101 0131-0206 0405 0407 0501-0503 0602 0908 1001-1007 | 0126 0208 0504 " + "0928 1011",
    "2015 0101-0103 0218-0224 0405-0406 0501 0620 0622 0903-0905 0927 1001-1007 | "
        + "0104 0215 0228 0906 1010",
    "2016 0101 0207-0213 0404 0501-0502 0609-0611 0915-0917 1001-1007 | 0206 0214 "
        + "0612 0918 1008-1009",
    "2017 0101-0102 0127-0202 0402-0404 0501 0528-0530 1001-1008 | 0122 0204 0401 " + "0527 0930",
    "2018 0101 0215-0221 0405-0407 0429-0501 0618 0924 1001-1007 1230-1231 | 0211 "
        + "0224 0408 0428 0929-0930 1229",
    "2019 0101 0204-0210 0405 0501-0504 0607 0913 1001-1007 | 0202-0203 0428 0505 " + "0929 1012",
    "2020 0101 0124-0202 0404-0406 0501-0505 0625-0627 1001-1008 | 0119 0203 0426 "
        + "0509 0628 0927 1010",
    "2021 0101-0103 0211-0217 0403-0405 0501-0505 0612-0614 0919-0921 1001-1007 | "
        + "0207 0220 0425 0508 0918 0926 1009",
    "2022 0101-0103 0131-0206 0403-0405 0430-0504 0603-0605 0910-0912 1001-1007 "
        + "1231 | 0129-0130 0402 0424 0507 1008-1009",
    "2023 0101-0102 0121-0127 0405 0429-0503 0622-0624 0929-1006 | 0128-0129 0423 "
        + "0506 0625 1007-1008",
    "2024 0101 0210-0217 0404-0406 0501-0505 0610 0915-0917 1001-1007 | 0204 0218 "
        + "0407 0428 0511 0914 0929 1012",
    "2025 0101 0128-0204 0404-0406 0501-0505 0531-0602 1001-1008 | 0126 0208 0427 " + "0928 1011",
    "2026 0101-0103 0215-0223 0404-0406 0501-0505 0619-0621 0925-0927 1001-1007 | "
        + "0104 0214 0228 0509 0920 1010",
  };

  private final Set<LocalDate> off = new HashSet<>();
  private final Set<LocalDate> worked = new HashSet<>();
  private final int lastYear;

  /** Reads the table. */
  public ChinaWorkdays() {
    int last = 0;
    for (String line : TABLE) {
      int year = Integer.parseInt(line.substring(0, 4));
      String[] halves = line.substring(5).split("\\|", -1);
      add(year, halves[0], off);
      add(year, halves[1], worked);
      last = Math.max(last, year);
    }
    lastYear = last;
  }

  private static void add(int year, String text, Set<LocalDate> days) {
    for (String word : text.strip().split(" ", -1)) {
      if (!word.isEmpty()) {
        LocalDate until = day(year, word.substring(word.length() - 4));
        for (LocalDate d = day(year, word.substring(0, 4)); !d.isAfter(until); d = d.plusDays(1)) {
          days.add(d);
        }
      }
    }
  }

  private static LocalDate day(int year, String monthAndDay) {
    return LocalDate.of(
        year,
        Integer.parseInt(monthAndDay.substring(0, 2)),
        Integer.parseInt(monthAndDay.substring(2)));
  }

  /** Last year the State Council has spoken of. */
  public int lastYear() {
    return lastYear;
  }

  /** Whether the day is a holiday by notice. */
  public boolean isOff(LocalDate day) {
    return off.contains(day);
  }

  /** All holidays by notice. */
  Set<LocalDate> off() {
    return Collections.unmodifiableSet(off);
  }

  /** Whether the day is a weekend day that is worked in exchange. */
  public boolean isWorkedInExchange(LocalDate day) {
    return worked.contains(day);
  }

  /** Whether offices work on the day; beyond the table weekdays do. */
  public boolean isWorkday(LocalDate day) {
    boolean weekend =
        day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    return worked.contains(day) || (!weekend && !off.contains(day));
  }
}

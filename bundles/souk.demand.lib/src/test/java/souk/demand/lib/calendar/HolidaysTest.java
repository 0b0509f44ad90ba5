package souk.demand.lib.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import souk.model.Frequency;
import souk.model.TimeGrid;

class HolidaysTest {
  @ParameterizedTest
  @CsvSource({
    "1961, 1961-04-02", "2000, 2000-04-23", "2008, 2008-03-23", "2011, 2011-04-24",
    "2024, 2024-03-31", "2025, 2025-04-20", "2038, 2038-04-25", "2076, 2076-04-19"
  })
  void easterFallsOnKnownDays(int year, LocalDate expected) {
    assertEquals(expected, Easter.sunday(year));
  }

  @ParameterizedTest
  @CsvSource({
    "AU, 2025-01-27", "BR, 2024-05-30", "CA, 2024-05-20", "CN, 2024-02-10", "CN, 2009-01-26",
    "CN, 2025-10-06", "CN, 2026-06-19", "CN, 2024-04-04", "DE, 2024-05-09", "ES, 2024-12-09",
    "FR, 2025-06-09", "GB, 2020-05-08", "GB, 2022-06-02", "IN, 2024-11-01", "IT, 2024-04-01",
    "JP, 2024-09-23", "JP, 2015-09-22", "JP, 2021-07-23", "KR, 2024-09-17", "KR, 2025-01-29",
    "MX, 2024-03-18", "NL, 2014-04-26", "NL, 2025-05-05", "PL, 2018-11-12", "SE, 2024-06-21",
    "SE, 2024-11-02", "US, 2024-11-28", "US, 2021-12-31", "US, 2023-06-19"
  })
  void daysEverybodyKnowsAreHolidays(Country country, LocalDate day) {
    assertTrue(new Holidays(country).in(day.getYear()).containsKey(day), country + " " + day);
  }

  @ParameterizedTest
  @CsvSource({
    "ES, 2024-12-08",
    "NL, 2024-05-05",
    "PL, 2010-01-06",
    "US, 2020-06-19",
    "JP, 2020-12-23",
    "GB, 2022-05-30",
    "DE, 2018-10-31",
    "CN, 2024-04-05"
  })
  void daysThatAreNoneAreNone(Country country, LocalDate day) {
    assertFalse(new Holidays(country).in(day.getYear()).containsKey(day), country + " " + day);
  }

  @Test
  void yearsBeyondATableAreRefusedWithFigures() {
    String message =
        assertThrows(IllegalArgumentException.class, () -> new Holidays(Country.CN).in(2031))
            .getMessage();
    assertTrue(message.contains("2009") && message.contains("2030"), message);
    assertEquals(2099, new Holidays(Country.DE).lastYear());
  }

  @Test
  void exchangeWorkdaysOfChina() {
    ChinaWorkdays china = new ChinaWorkdays();
    assertTrue(china.isWorkedInExchange(LocalDate.of(2024, 2, 4)));
    assertTrue(china.isWorkday(LocalDate.of(2025, 1, 26)));
    assertTrue(china.isOff(LocalDate.of(2025, 2, 4)));
    assertFalse(china.isWorkday(LocalDate.of(2024, 10, 3)));
    assertTrue(china.isWorkday(LocalDate.of(2023, 10, 7)));
    assertFalse(china.isWorkday(LocalDate.of(2023, 10, 14)));
    assertEquals(2026, china.lastYear());
    Holidays days = new Holidays(Country.CN);
    for (int year = 2009; year <= 2026; year++) {
      days.in(year).keySet().forEach(day -> assertTrue(china.isOff(day), day + " is worked"));
    }
  }

  @Test
  void paydaysMoveBackToWorkingDays() {
    Set<LocalDate> paid =
        new Paydays(Set.of(15, 31)).in(2024, 6, Set.of(LocalDate.of(2024, 6, 14)));
    assertEquals(Set.of(LocalDate.of(2024, 6, 13), LocalDate.of(2024, 6, 28)), paid);
  }

  /** 1 September 2024 is a Sunday; banks are closed from 10 to 17 February 2024 in China. */
  @Test
  void wagesOfTheNextMonthAndBeforeLongHolidaysFallIntoTheWeekOfThePayment() {
    TimeGrid august = new TimeGrid(LocalDate.of(2024, 8, 26), Frequency.WEEK);
    Paydays first = new Paydays(Set.of(1));
    assertEquals(1, new CalendarTable(august, Country.US, first, List.of()).of(0, 1)[5][0]);
    assertEquals(
        1, new CalendarCovariates(Country.US, first, List.of()).of(august, 0, 1).get("paydays")[0]);
    TimeGrid february = new TimeGrid(LocalDate.of(2024, 2, 5), Frequency.WEEK);
    Paydays middle = new Paydays(Set.of(15));
    assertEquals(1, new CalendarTable(february, Country.CN, middle, List.of()).of(0, 1)[5][0]);
    assertEquals(
        1,
        new CalendarCovariates(Country.CN, middle, List.of()).of(february, 0, 1).get("paydays")[0]);
  }

  @Test
  void theTableCountsWhatFallsIntoAWeek() {
    TimeGrid weeks = new TimeGrid(LocalDate.of(2024, 1, 29), Frequency.WEEK);
    float[][] table =
        new CalendarTable(
                weeks,
                Country.CN,
                new Paydays(Set.of(10)),
                List.of(
                    new CalendarTable.DayRange(
                        LocalDate.of(2024, 2, 10), LocalDate.of(2024, 2, 25))))
            .of(0, 4);
    assertEquals(1, table[4][0], "the Sunday of 4 February is worked");
    assertEquals(2, table[3][1], "10 and 11 February are holidays");
    assertEquals(1, table[5][1], "the 10th is a payday, paid on the 9th");
    assertEquals(2 / 7f, table[6][1], 1e-6f);
    assertEquals(-5, table[9][1], "five days before Spring Festival");
    assertEquals(2, table[9][2]);
  }

  /** The published list of 17 countries, but for what is known to be wrong or regional in it. */
  @Test
  void agreesWithThePublishedList() throws IOException {
    Path file =
        Path.of(System.getProperty("souk.data.dir", "../../../shared/data"))
            .resolve("holidays/holidays_by_country.csv.gz");
    assumeTrue(Files.exists(file), file + " is not there, so the list is not compared.");
    Map<String, Set<LocalDate>> published = new TreeMap<>();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      reader
          .lines()
          .skip(1)
          .filter(line -> !line.contains(",Sunday,"))
          .forEach(
              line -> {
                String[] cells = line.split(",");
                published
                    .computeIfAbsent(cells[cells.length - 2], c -> new TreeSet<>())
                    .add(LocalDate.parse(cells[0]));
              });
    }
    assertEquals(17, published.size());
    Map<String, Integer> known = Map.of("ES", 3, "MX", 4, "CN", 22);
    published.forEach(
        (country, days) -> {
          Set<LocalDate> computed = new HashSet<>();
          for (int year = 2009; year <= 2030; year++) {
            computed.addAll(new Holidays(Country.of(country)).in(year).keySet());
          }
          Set<LocalDate> different = new TreeSet<>(computed);
          different.removeAll(days);
          days.stream().filter(day -> !computed.contains(day)).forEach(different::add);
          assertEquals(known.getOrDefault(country, 0), different.size(), country + different);
        });
  }
}

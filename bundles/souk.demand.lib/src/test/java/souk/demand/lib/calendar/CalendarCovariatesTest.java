package souk.demand.lib.calendar;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import souk.demand.lib.calendar.CalendarTable.DayRange;
import souk.model.Frequency;
import souk.model.TimeGrid;

class CalendarCovariatesTest {
  private static final Paydays NONE = new Paydays(Set.of());

  /** Around National Day 2025: 1 to 8 October off, 28 September and 11 October worked. */
  @Test
  void nationalDayOfChinaWithItsExchangeWorkdays() {
    TimeGrid days = new TimeGrid(LocalDate.of(2025, 9, 27), Frequency.DAY);
    Map<String, double[]> columns =
        new CalendarCovariates(
                Country.CN,
                new Paydays(Set.of(10)),
                List.of(new DayRange(LocalDate.of(2025, 10, 1), LocalDate.of(2025, 10, 3))))
            .of(days, 0, 16);
    assertArrayEquals(
        new double[] {0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0},
        columns.get(CalendarCovariates.HOLIDAYS));
    assertArrayEquals(
        new double[] {0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0},
        columns.get(CalendarCovariates.EXCHANGED));
    assertEquals(1, columns.get(CalendarCovariates.PAYDAYS)[13], "Friday 10 October");
    assertEquals(1, columns.get(CalendarCovariates.SCHOOL)[6]);
    assertEquals(0, columns.get(CalendarCovariates.SCHOOL)[7]);
  }

  @Test
  void weeksCountDaysAndEmptyColumnsAreLeftOut() {
    TimeGrid weeks = new TimeGrid(LocalDate.of(2024, 12, 16), Frequency.WEEK);
    Map<String, double[]> columns =
        new CalendarCovariates(Country.DE, NONE, List.of()).of(weeks, 0, 3);
    assertEquals(Set.of(CalendarCovariates.HOLIDAYS), columns.keySet());
    assertArrayEquals(new double[] {0, 2, 1}, columns.get(CalendarCovariates.HOLIDAYS));
  }

  @Test
  void everyCountryHasAColumnInEveryYear() {
    TimeGrid weeks = new TimeGrid(LocalDate.of(2021, 1, 4), Frequency.WEEK);
    for (Country country : Country.values()) {
      double[] holidays =
          new CalendarCovariates(country, NONE, List.of())
              .of(weeks, 0, 104)
              .get(CalendarCovariates.HOLIDAYS);
      double sum = java.util.Arrays.stream(holidays).sum();
      assertTrue(sum >= 10 && sum <= 80, country + " has " + sum);
    }
  }
}

package souk.demand.pooled;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import souk.demand.api.DemandForecast;
import souk.demand.lib.calendar.ChinaWorkdays;
import souk.demand.spi.ForecastTask;
import souk.model.Frequency;
import souk.model.Panel;
import souk.model.Series;
import souk.model.TimeGrid;

/** What the calendar plants in daily sales of canteens in China comes back in the forecast. */
class CalendarEffectsTest {
  private static final LocalDate FIRST = LocalDate.of(2021, 1, 1);
  private static final LocalDate FORECAST = LocalDate.of(2025, 9, 10);
  private static final int HORIZON = 35;
  private static final int SERIES = 16;
  private static final double PAYDAY = 1.8;
  private static final double SCHOOL = 0.5;
  private static final double REST_DAY = 0.4;

  private final ChinaWorkdays china = new ChinaWorkdays();

  /** Half the sales on days off, more on the payday, fewer in school holidays. */
  private double factor(LocalDate day) {
    boolean isWeekend = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY).contains(day.getDayOfWeek());
    boolean isWorked = china.isWorkedInExchange(day) || (!isWeekend && !china.isOff(day));
    double factor = isWorked ? 1 : REST_DAY;
    factor *= day.equals(payday(day)) ? PAYDAY : 1;
    boolean isSchoolFree = day.getMonthValue() == 7 || day.getMonthValue() == 8;
    return factor * (isSchoolFree ? SCHOOL : 1);
  }

  /** The 15th, or the working day before. */
  private LocalDate payday(LocalDate day) {
    LocalDate paid = day.withDayOfMonth(15);
    while (paid.getDayOfWeek().getValue() > 5 || china.isOff(paid)) {
      paid = paid.minusDays(1);
    }
    return paid;
  }

  private Panel panel() {
    Panel.Builder builder = Panel.builder(new TimeGrid(FIRST, Frequency.DAY));
    int days = (int) (FORECAST.toEpochDay() - FIRST.toEpochDay());
    for (int i = 0; i < SERIES; i++) {
      double[] units = new double[days];
      for (int t = 0; t < days; t++) {
        units[t] = Math.rint((40 + 3 * i) * factor(FIRST.plusDays(t)) + (t * 31 + i * 17) % 5 - 2);
      }
      builder.add(new Series("canteen " + i, 0, units));
    }
    return builder.build();
  }

  private static String[] holidays() {
    return new String[] {
      "2021-07-01..2021-08-31",
      "2022-07-01..2022-08-31",
      "2023-07-01..2023-08-31",
      "2024-07-01..2024-08-31",
      "2025-07-01..2025-08-31"
    };
  }

  /** Mean forecast of a day, in units of the level of each series. */
  private static double at(DemandForecast forecast, LocalDate day) {
    int h = (int) (day.toEpochDay() - FORECAST.toEpochDay());
    double sum = 0;
    for (int i = 0; i < SERIES; i++) {
      sum += forecast.seriesList().get(i).mean()[h] / (40 + 3 * i) / SERIES;
    }
    return sum;
  }

  @Tag("slow")
  @Test
  void exchangeWorkdaysAndHolidaysReachTheForecast() {
    ForecastTask task =
        new ForecastTask(HORIZON, 7, new double[] {0.1, 0.9}, true, 1, Instant.EPOCH);
    Panel panel = panel();
    DemandForecast told =
        Fixture.forecaster(
                Map.of(
                    "trees",
                    150,
                    "rows",
                    25_000,
                    "country",
                    "CN",
                    "paydays",
                    new int[] {15},
                    "school",
                    holidays()))
            .forecast(panel, task);
    DemandForecast blind =
        Fixture.forecaster(Map.of("trees", 150, "rows", 25_000)).forecast(panel, task);
    LocalDate exchanged = LocalDate.of(2025, 9, 28);
    assertTrue(china.isWorkedInExchange(exchanged), "the planted day");
    double sunday = Math.abs(at(told, exchanged) - 1);
    double blindSunday = Math.abs(at(blind, exchanged) - 1);
    double nationalDay = at(told, LocalDate.of(2025, 10, 2));
    double errors = 0;
    double errorsBlind = 0;
    for (int h = 0; h < HORIZON; h++) {
      LocalDate day = FORECAST.plusDays(h);
      errors += Math.abs(at(told, day) - factor(day)) / HORIZON;
      errorsBlind += Math.abs(at(blind, day) - factor(day)) / HORIZON;
    }
    double paid = at(told, LocalDate.of(2025, 9, 15));
    double all = errors;
    double blindAll = errorsBlind;
    assertAll(
        () -> assertTrue(sunday < 0.2 && sunday < blindSunday, sunday + ", " + blindSunday),
        () -> assertEquals(REST_DAY, nationalDay, 0.15, "National Day"),
        () -> assertEquals(PAYDAY, paid, 0.1 * PAYDAY, "the payday"),
        () -> assertTrue(all < 0.5 * blindAll, all + " against " + blindAll));
  }

  /** Holidays of a week that a caller gives as a covariate, the same for every series, are used. */
  @Test
  void aCovariateThatAllSeriesShareIsAFeature() {
    Panel.Builder builder = Panel.builder(new TimeGrid(LocalDate.of(2024, 1, 1), Frequency.WEEK));
    for (int i = 0; i < 30; i++) {
      double[] units = new double[100];
      double[] free = new double[104];
      for (int t = 0; t < free.length; t++) {
        free[t] = t == 102 ? 2 : t % 7 == 3 ? 2 : t % 5 == 1 ? 1 : 0;
        if (t < units.length) {
          units[t] = Math.rint((20 + i) * (1 + free[t]) + (t * 31 + i * 17) % 5 - 2);
        }
      }
      builder.add(new Series("s" + i, 0, units));
      builder.covariate("holidays", new Series("s" + i, 0, free));
    }
    DemandForecast forecast =
        Fixture.forecaster(Map.of())
            .forecast(
                builder.build(), new ForecastTask(4, 1, new double[0], true, 1, Instant.EPOCH));
    double[] mean = forecast.seriesList().get(10).mean();
    assertAll(
        () -> assertEquals(30, mean[0], 3, Arrays.toString(mean)),
        () -> assertEquals(90, mean[2], 9, Arrays.toString(mean)),
        () -> assertEquals(List.of(), forecast.seriesList().get(10).notes()));
  }
}

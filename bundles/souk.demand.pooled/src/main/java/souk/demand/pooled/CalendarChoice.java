package souk.demand.pooled;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import souk.demand.lib.calendar.CalendarTable;
import souk.demand.lib.calendar.CalendarTable.DayRange;
import souk.demand.lib.calendar.Country;
import souk.demand.lib.calendar.Paydays;
import souk.model.Frequency;
import souk.model.TimeGrid;

/** The calendar a forecaster was configured with. Immutable. */
final class CalendarChoice {
  private final Optional<Country> country;
  private final Paydays paydays;
  private final List<DayRange> school;
  private final String days;

  /**
   * @param country ISO code, or empty for none
   * @param school ranges such as {@code 2025-07-15..2025-08-26}
   */
  CalendarChoice(String country, int[] paydays, String[] school) {
    this.country = country.isBlank() ? Optional.empty() : Optional.of(Country.of(country.strip()));
    this.days = Arrays.toString(Arrays.stream(paydays).sorted().toArray());
    this.paydays = new Paydays(Arrays.stream(paydays).boxed().collect(Collectors.toSet()));
    List<DayRange> ranges = new ArrayList<>();
    for (String text : school) {
      if (!text.isBlank()) {
        ranges.add(range(text.strip()));
      }
    }
    this.school = List.copyOf(ranges);
  }

  private static DayRange range(String text) {
    String[] ends = text.split("\\.\\.", -1);
    try {
      LocalDate from = LocalDate.parse(ends[0]);
      LocalDate until = LocalDate.parse(ends[ends.length - 1]);
      if (ends.length <= 2 && !until.isBefore(from)) {
        return new DayRange(from, until);
      }
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(notARange(text), e);
    }
    throw new IllegalArgumentException(notARange(text));
  }

  private static String notARange(String text) {
    return "School holidays are given as 2025-07-15..2025-08-26, but one is %s.".formatted(text);
  }

  /** All of it, for comparisons. */
  String key() {
    return country.map(Country::name).orElse("-") + days + school;
  }

  /** Which of the figures act on sales in proportion. */
  IntStream counted() {
    return country.isPresent() ? IntStream.of(CalendarTable.counted()) : IntStream.empty();
  }

  /** Calendar figures × steps. */
  float[][] of(TimeGrid grid, int firstStep, int steps) {
    if (country.isPresent()) {
      return new CalendarTable(grid, country.get(), paydays, school).of(firstStep, steps);
    }
    float[][] plain = new float[2][steps];
    for (int t = 0; t < steps; t++) {
      LocalDate day = grid.dateOf(firstStep + t);
      plain[0][t] = day.getDayOfYear();
      plain[1][t] = grid.frequency() == Frequency.DAY ? day.getDayOfWeek().getValue() : Float.NaN;
    }
    return plain;
  }

  @Override
  public String toString() {
    Set<LocalDate> free = school.stream().map(DayRange::from).collect(Collectors.toSet());
    return country.map(Country::name).orElse("no country")
        + (free.isEmpty() ? "" : ", %d school holidays".formatted(free.size()));
  }
}

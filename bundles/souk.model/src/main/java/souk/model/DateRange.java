package souk.model;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Days from {@code from} (inclusive) to {@code until} (exclusive).
 *
 * @param from first day
 * @param until day after the last
 */
public record DateRange(LocalDate from, LocalDate until) {
  public DateRange {
    if (until.isBefore(from)) {
      throw new IllegalArgumentException(
          "A range must not end before it starts, but got %s to %s.%nMaybe the two were exchanged."
              .formatted(from, until));
    }
  }

  public long days() {
    return ChronoUnit.DAYS.between(from, until);
  }

  public boolean contains(LocalDate day) {
    return !day.isBefore(from) && day.isBefore(until);
  }
}

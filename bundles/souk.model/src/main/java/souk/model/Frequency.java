package souk.model;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** The step of a time grid, with the usual number of steps in a year. */
public enum Frequency {
  DAY(ChronoUnit.DAYS, 365),
  WEEK(ChronoUnit.WEEKS, 52),
  MONTH(ChronoUnit.MONTHS, 12),
  QUARTER(ChronoUnit.MONTHS, 4),
  YEAR(ChronoUnit.YEARS, 1);

  private final ChronoUnit unit;
  private final int stepsPerYear;

  Frequency(ChronoUnit unit, int stepsPerYear) {
    this.unit = unit;
    this.stepsPerYear = stepsPerYear;
  }

  public int stepsPerYear() {
    return stepsPerYear;
  }

  /** The first day of the step {@code steps} after the one that starts at {@code origin}. */
  public LocalDate plus(LocalDate origin, long steps) {
    return origin.plus(this == QUARTER ? Math.multiplyExact(3L, steps) : steps, unit);
  }

  /** Whole steps from {@code origin} to {@code day}; negative if {@code day} is earlier. */
  public long stepsBetween(LocalDate origin, LocalDate day) {
    long between =
        switch (this) {
          case DAY -> ChronoUnit.DAYS.between(origin, day);
          case WEEK -> Math.floorDiv(ChronoUnit.DAYS.between(origin, day), 7L);
          default -> unit.between(origin, day);
        };
    return this == QUARTER ? Math.floorDiv(between, 3L) : between;
  }
}

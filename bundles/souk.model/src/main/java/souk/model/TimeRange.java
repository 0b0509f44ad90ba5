package souk.model;

import java.time.Instant;

/**
 * Instants from {@code from} (inclusive) to {@code until} (exclusive).
 *
 * @param from first instant
 * @param until first instant after the range
 */
public record TimeRange(Instant from, Instant until) {
  public TimeRange {
    if (until.isBefore(from)) {
      throw new IllegalArgumentException(
          "A range must not end before it starts, but got %s to %s.%nMaybe the two were exchanged."
              .formatted(from, until));
    }
  }

  public boolean contains(Instant instant) {
    return !instant.isBefore(from) && instant.isBefore(until);
  }
}

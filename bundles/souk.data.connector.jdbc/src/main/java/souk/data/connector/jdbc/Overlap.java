package souk.data.connector.jdbc;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import souk.data.api.LoadException;

/**
 * How far before its last position a reading begins again. A transaction that was still open then
 * commits rows below that position later; the overlap must be longer than the longest of them.
 *
 * @param numbers for a cursor that counts
 * @param time for a cursor that is a point in time
 */
record Overlap(BigDecimal numbers, Duration time) {
  private static final BigDecimal DEFAULT_NUMBERS = BigDecimal.valueOf(1_000);
  private static final Duration DEFAULT_TIME = Duration.ofMinutes(10);

  /**
   * @param text a whole number, a duration such as {@code PT10M}, or null for the defaults
   * @throws LoadException if it is neither
   */
  static Overlap of(@Nullable String text) {
    if (text == null) {
      return new Overlap(DEFAULT_NUMBERS, DEFAULT_TIME);
    }
    if (text.matches("[0-9]{1,15}")) {
      return new Overlap(new BigDecimal(text), DEFAULT_TIME);
    }
    return duration(text)
        .map(d -> new Overlap(DEFAULT_NUMBERS, d))
        .orElseThrow(
            () ->
                Target.wrong(
                    "overlap", text, "a whole number, or a duration up to P30D such as PT10M"));
  }

  private static Optional<Duration> duration(String text) {
    try {
      return Optional.of(Duration.parse(text))
          .filter(d -> !d.isNegative() && d.compareTo(Duration.ofDays(30)) <= 0);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}

package souk.data.connector.jdbc;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;

/** Points in time as the mapping reads them unless told otherwise. */
final class Times {
  private static final DateTimeFormatter LOCAL =
      new DateTimeFormatterBuilder()
          .appendPattern("uuuu-MM-dd HH:mm:ss")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
          .toFormatter(Locale.ROOT);

  private Times() {}

  /** Of a local time or an instant; the latter ends with Z. */
  static String text(Object value) {
    return value instanceof Instant instant
        ? LOCAL.format(LocalDateTime.ofInstant(instant, ZoneOffset.UTC)) + "Z"
        : LOCAL.format((LocalDateTime) value);
  }
}

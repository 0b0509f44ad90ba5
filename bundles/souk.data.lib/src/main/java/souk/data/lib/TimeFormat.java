package souk.data.lib;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads local times by a pattern, strictly: 29 February only exists in leap years. Keeps the last
 * text it read, because lines of one order share it; so an instance serves one thread.
 */
final class TimeFormat {
  private static final String UNSTATED = "uuuu-MM-dd HH:mm:ss";
  private final DateTimeFormatter formatter;
  private final boolean iso;
  private final String pattern;
  private final ZoneId zone;
  private final LocalDate earliest;
  private final LocalDate latest;
  private @Nullable String lastText;
  private Parsed last = new Parsed(Instant.EPOCH, LocalDate.EPOCH, false);

  /**
   * A point in time.
   *
   * @param instant in UTC
   * @param day business day in the zone of the store
   * @param shifted true if the local time does not exist there, because clocks were put forward
   */
  record Parsed(Instant instant, LocalDate day, boolean shifted) {}

  /**
   * @param pattern empty for {@code uuuu-MM-dd HH:mm:ss}, where the T of ISO 8601, a fraction of a
   *     second and an offset may stand too
   */
  TimeFormat(String pattern, Locale locale, ZoneId zone, LocalDate earliest, LocalDate latest) {
    this.pattern = pattern.isEmpty() ? UNSTATED : pattern;
    this.iso = pattern.isEmpty();
    this.zone = zone;
    this.earliest = earliest;
    this.latest = latest;
    DateTimeFormatter form =
        iso ? isoForm() : DateTimeFormatter.ofPattern(withProlepticYear(pattern), locale);
    this.formatter = form.withResolverStyle(ResolverStyle.STRICT);
  }

  private static DateTimeFormatter isoForm() {
    return new DateTimeFormatterBuilder()
        .appendPattern(UNSTATED)
        .optionalStart()
        .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true)
        .optionalEnd()
        .optionalStart()
        .appendOffsetId()
        .toFormatter(Locale.ROOT);
  }

  private String plain(String text) {
    String stripped = text.strip();
    return iso && stripped.length() > 10 && stripped.charAt(10) == 'T'
        ? stripped.substring(0, 10) + ' ' + stripped.substring(11)
        : stripped;
  }

  Parsed parse(String column, String text) throws RowFaultException {
    if (text.equals(lastText)) {
      return last;
    }
    Parsed parsed;
    try {
      parsed = resolve(formatter.parse(plain(text)));
    } catch (DateTimeException e) {
      throw new RowFaultException(
          new RowFault(
              column,
              text,
              "row.not-a-date",
              "Not a date and time of the form %s. Correct the value, or the pattern in the mapping."
                  .formatted(pattern)));
    }
    if (parsed.day.isBefore(earliest) || parsed.day.isAfter(latest)) {
      throw new RowFaultException(
          new RowFault(
              column,
              text,
              "row.date-out-of-range",
              "The day lies outside %s to %s. Correct it, or set rules.earliest and rules.latest in the mapping."
                  .formatted(earliest, latest)));
    }
    lastText = text;
    last = parsed;
    return parsed;
  }

  private Parsed resolve(TemporalAccessor fields) {
    LocalDate date = LocalDate.from(fields);
    LocalTime time = fields.query(TemporalQueries.localTime());
    LocalDateTime local = date.atTime(time == null ? LocalTime.MIDNIGHT : time);
    if (fields.isSupported(ChronoField.OFFSET_SECONDS)) {
      Instant instant = OffsetDateTime.from(fields).toInstant();
      return new Parsed(instant, instant.atZone(zone).toLocalDate(), false);
    }
    ZonedDateTime zoned = local.atZone(zone);
    return new Parsed(
        zoned.toInstant(), date, time != null && !zoned.toLocalDateTime().equals(local));
  }

  /** Lets people write yyyy; a year of era cannot be resolved strictly without an era. */
  private static String withProlepticYear(String pattern) {
    StringBuilder out = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      quoted ^= c == '\'';
      out.append(!quoted && c == 'y' ? 'u' : c);
    }
    return out.toString();
  }
}

package souk.data.connector.jdbc;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import souk.data.api.LoadException;

/**
 * The largest value of the cursor that was read. Values in the future are left out: one wrong clock
 * in the source would otherwise hide everything that comes before that time. For use by one thread.
 */
final class Position {
  private static final Duration FARTHEST_ZONE = Duration.ofHours(14);
  private final Cell kind;
  private final Instant now;
  private @Nullable Object largest;

  /**
   * @param kind of the cursor column
   * @param now values later than this do not count
   * @param from where an earlier reading ended
   * @throws LoadException if the column cannot be a cursor, or was of another kind earlier
   */
  Position(String column, Cell kind, Instant now, Optional<String> from) {
    this.kind = kind;
    this.now = now;
    if (kind != Cell.NUMBER
        && kind != Cell.DAY
        && kind != Cell.LOCAL_TIME
        && kind != Cell.INSTANT) {
      throw new LoadException(
          "jdbc.wrong-cursor",
          "The cursor column \"%s\" is neither a whole or decimal number nor a date or timestamp.%nMaybe use the column of the serial number, or of the last change."
              .formatted(column));
    }
    this.largest = from.map(text -> parsed(column, text)).orElse(null);
  }

  void see(@Nullable Object value) {
    if (value != null && !isText(value) && !inFuture(value) && isLarger(value)) {
      largest = value;
    }
  }

  Optional<String> text() {
    return Optional.ofNullable(largest).map(value -> kind.name() + " " + value);
  }

  /** True if there is a position to read from. */
  boolean isKnown() {
    return largest != null;
  }

  /** Sets a parameter to the position less the overlap. */
  void bind(PreparedStatement statement, int index, Overlap overlap) throws SQLException {
    if (largest instanceof BigDecimal number) {
      statement.setBigDecimal(index, number.subtract(overlap.numbers()));
    } else if (largest instanceof LocalDate day) {
      statement.setObject(index, day.minusDays(Math.max(1, overlap.time().toDays())));
    } else if (largest instanceof LocalDateTime local) {
      statement.setObject(index, local.minus(overlap.time()));
    } else if (largest instanceof Instant instant) {
      statement.setObject(index, instant.minus(overlap.time()).atOffset(ZoneOffset.UTC));
    }
  }

  private static boolean isText(Object value) {
    return value instanceof String;
  }

  private boolean inFuture(Object value) {
    if (value instanceof Instant instant) {
      return instant.isAfter(now);
    }
    LocalDateTime farthest = LocalDateTime.ofInstant(now.plus(FARTHEST_ZONE), ZoneOffset.UTC);
    return (value instanceof LocalDateTime local && local.isAfter(farthest))
        || (value instanceof LocalDate day && day.isAfter(farthest.toLocalDate()));
  }

  @SuppressWarnings("unchecked")
  private boolean isLarger(Object value) {
    return largest == null || ((Comparable<Object>) value).compareTo(largest) > 0;
  }

  private Object parsed(String column, String text) {
    String prefix = kind.name() + " ";
    try {
      if (text.startsWith(prefix)) {
        String value = text.substring(prefix.length());
        return switch (kind) {
          case NUMBER -> new BigDecimal(value);
          case DAY -> LocalDate.parse(value);
          case LOCAL_TIME -> LocalDateTime.parse(value);
          default -> Instant.parse(value);
        };
      }
    } catch (DateTimeException | NumberFormatException e) {
      throw new LoadException("jdbc.cursor-changed", unreadable(column, text), e);
    }
    throw new LoadException("jdbc.cursor-changed", unreadable(column, text));
  }

  private static String unreadable(String column, String text) {
    return "The last position \"%s\" does not fit the cursor column \"%s\" any more.%nMaybe its type was changed in the source: change the mapping, for example its description, to read from the beginning."
        .formatted(text, column);
  }
}

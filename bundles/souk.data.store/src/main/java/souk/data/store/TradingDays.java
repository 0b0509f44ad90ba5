package souk.data.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import souk.model.DateRange;

/**
 * The days with sales, and from them the complete weeks: a week at either end counts if none of the
 * weekdays on which the shop usually sells lies outside the data.
 */
record TradingDays(LocalDate first, LocalDate last, Map<DayOfWeek, Long> daysByWeekday) {
  static Optional<TradingDays> read(Connection connection) throws SQLException {
    Map<DayOfWeek, Long> counts = new EnumMap<>(DayOfWeek.class);
    LocalDate first = LocalDate.MAX;
    LocalDate last = LocalDate.MIN;
    try (PreparedStatement statement =
            connection.prepareStatement(
                "SELECT isodow(business_day), count(DISTINCT business_day), min(business_day),"
                    + " max(business_day) FROM demand_line GROUP BY 1");
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        counts.put(DayOfWeek.of(rows.getInt(1)), rows.getLong(2));
        LocalDate low = rows.getObject(3, LocalDate.class);
        LocalDate high = rows.getObject(4, LocalDate.class);
        first = low.isBefore(first) ? low : first;
        last = high.isAfter(last) ? high : last;
      }
    }
    return counts.isEmpty() ? Optional.empty() : Optional.of(new TradingDays(first, last, counts));
  }

  /** True if the shop sells on this weekday in at least half of the weeks. */
  boolean usual(DayOfWeek weekday) {
    double weeks = (ChronoUnit.DAYS.between(first, last) + 1) / 7.0;
    return daysByWeekday.getOrDefault(weekday, 0L) >= 0.5 * weeks;
  }

  /** From the Monday of the first complete week to the Monday after the last; may be empty. */
  DateRange completeWeeks() {
    LocalDate from = first.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    for (LocalDate day = from; day.isBefore(first); day = day.plusDays(1)) {
      if (usual(day.getDayOfWeek())) {
        from = from.plusWeeks(1);
        break;
      }
    }
    LocalDate until = last.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
    for (LocalDate day = last.plusDays(1); day.isBefore(until); day = day.plusDays(1)) {
      if (usual(day.getDayOfWeek())) {
        until = until.minusWeeks(1);
        break;
      }
    }
    return new DateRange(from, until.isBefore(from) ? from : until);
  }

  /** Usual trading days between the first and the last day without any sale, oldest first. */
  List<LocalDate> closedDays(Connection connection) throws SQLException {
    Set<LocalDate> open = new HashSet<>();
    try (PreparedStatement statement =
            connection.prepareStatement("SELECT DISTINCT business_day FROM demand_line");
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        open.add(rows.getObject(1, LocalDate.class));
      }
    }
    return first
        .datesUntil(last)
        .filter(day -> usual(day.getDayOfWeek()) && !open.contains(day))
        .toList();
  }

  DateRange days() {
    return new DateRange(first, last.plusDays(1));
  }
}

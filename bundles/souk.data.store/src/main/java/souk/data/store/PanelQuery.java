package souk.data.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import souk.data.api.SalesHistory;
import souk.data.api.SalesQuery;
import souk.model.DateRange;
import souk.model.Frequency;
import souk.model.Panel;
import souk.model.Series;
import souk.model.TimeGrid;

/** Reads a panel of units and mean prices from the warehouse. For use once. */
final class PanelQuery {
  private final Connection connection;
  private final Frequency frequency;
  private final SalesQuery query;
  private final double minorPerMajor;
  private final Map<String, Sales> salesBySku = new TreeMap<>();
  private final TreeSet<LocalDate> simulatedSteps = new TreeSet<>();

  PanelQuery(Connection connection, Frequency frequency, SalesQuery query, int currencyDigits) {
    this.connection = connection;
    this.frequency = frequency;
    this.query = query;
    this.minorPerMajor = Math.pow(10, currencyDigits);
  }

  /** Sums of one article by step of the grid. */
  private static final class Sales {
    private final List<double[]> rows = new ArrayList<>();
    private double revenue;
    private int first = Integer.MAX_VALUE;
    private int stepsWithSales;

    void add(int step, double units, double amount) {
      rows.add(new double[] {step, units, amount});
      revenue += amount;
      first = Math.min(first, step);
      stepsWithSales += units > 0 ? 1 : 0;
    }
  }

  Panel run() throws SQLException {
    Optional<TradingDays> trading = TradingDays.read(connection);
    if (trading.isEmpty()) {
      return Panel.builder(new TimeGrid(LocalDate.EPOCH, frequency)).build();
    }
    DateRange observed = observedRange(trading.get());
    TimeGrid grid = new TimeGrid(observed.from(), frequency);
    read(PanelSql.observed(frequency), observed, grid);
    int until = Math.toIntExact(frequency.stepsBetween(observed.from(), observed.until()));
    if (query.includeSimulated() && frequency == Frequency.WEEK) {
      until = Math.max(until, readSimulated(observed, grid));
    }
    return panel(grid, until);
  }

  private DateRange observedRange(TradingDays trading) {
    DateRange all = frequency == Frequency.WEEK ? trading.completeWeeks() : trading.days();
    if (query.range().isEmpty()) {
      return all;
    }
    DateRange wanted = wholeSteps(query.range().get());
    LocalDate from = later(all.from(), wanted.from());
    LocalDate until = earlier(all.until(), wanted.until());
    return new DateRange(from, later(from, until));
  }

  /** Weeks that lie in the range as a whole. */
  private DateRange wholeSteps(DateRange range) {
    if (frequency == Frequency.DAY) {
      return range;
    }
    LocalDate from = range.from().with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
    LocalDate until = range.until().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    return new DateRange(from, later(from, until));
  }

  private int readSimulated(DateRange observed, TimeGrid grid) throws SQLException {
    LocalDate until =
        query.range().map(r -> wholeSteps(r).until()).orElse(LocalDate.of(9999, 1, 1));
    if (!until.isAfter(observed.until())) {
      return 0;
    }
    read(PanelSql.simulated(), new DateRange(observed.until(), until), grid);
    if (simulatedSteps.isEmpty()) {
      return 0;
    }
    return Math.toIntExact(frequency.stepsBetween(grid.origin(), simulatedSteps.last())) + 1;
  }

  private void read(String sql, DateRange range, TimeGrid grid) throws SQLException {
    try (PreparedStatement statement = Sql.prepare(connection, sql, range.from(), range.until());
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        LocalDate day = rows.getObject(2, LocalDate.class);
        int step = Math.toIntExact(frequency.stepsBetween(grid.origin(), day));
        salesBySku
            .computeIfAbsent(rows.getString(1), sku -> new Sales())
            .add(step, rows.getDouble(3), rows.getDouble(4));
        simulatedSteps.add(day);
      }
    }
  }

  private Panel panel(TimeGrid grid, int until) {
    int minSteps = frequency == Frequency.WEEK ? query.minWeeksWithSales() : 0;
    Panel.Builder panel = Panel.builder(grid);
    salesBySku.entrySet().stream()
        .filter(e -> e.getValue().stepsWithSales >= minSteps)
        .sorted(
            Comparator.<Map.Entry<String, Sales>>comparingDouble(e -> -e.getValue().revenue)
                .thenComparing(Map.Entry::getKey))
        .limit(query.topItems())
        .forEach(e -> add(panel, e.getKey(), e.getValue(), until));
    return panel.build();
  }

  private void add(Panel.Builder panel, String sku, Sales sales, int until) {
    int length = until - sales.first;
    double[] units = new double[length];
    double[] price = new double[length];
    for (double[] row : sales.rows) {
      int index = (int) row[0] - sales.first;
      units[index] = row[1];
      price[index] = row[1] > 0 ? row[2] / row[1] / minorPerMajor : 0;
    }
    for (int i = 1; i < length; i++) {
      price[i] = price[i] > 0 ? price[i] : price[i - 1];
    }
    panel.add(new Series(sku, sales.first, units));
    panel.covariate(SalesHistory.PRICE, new Series(sku, sales.first, price));
  }

  private static LocalDate later(LocalDate a, LocalDate b) {
    return a.isAfter(b) ? a : b;
  }

  private static LocalDate earlier(LocalDate a, LocalDate b) {
    return a.isBefore(b) ? a : b;
  }
}

package souk.data.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import souk.data.api.Item;
import souk.data.api.SalesHistory;
import souk.data.api.SalesQuery;
import souk.data.api.SalesSummary;
import souk.data.api.SimulatedWeek;
import souk.model.Frequency;
import souk.model.Money;
import souk.model.Panel;
import souk.model.PurchaseLog;
import souk.model.Sku;

/** Sales as the warehouse has them. Safe for use by many threads. */
@Component(service = SalesHistory.class)
public final class WarehouseSalesHistory implements SalesHistory {
  private static final String SUMMARY =
      """
      SELECT (SELECT count(*) FROM sales_order WHERE NOT is_return),
        count(*), count(DISTINCT nullif(customer_key, '')),
        count(DISTINCT sku) FILTER (WHERE is_article), min(business_day), max(business_day),
        sum(amount_minor)
      FROM order_line
      """;
  private final DuckDbWarehouse warehouse;
  private final Clock clock;

  @Activate
  public WarehouseSalesHistory(@Reference DuckDbWarehouse warehouse) {
    this(warehouse, Clock.systemUTC());
  }

  WarehouseSalesHistory(DuckDbWarehouse warehouse, Clock clock) {
    this.warehouse = warehouse;
    this.clock = clock;
  }

  @Override
  public Optional<SalesSummary> summary() {
    return warehouse.read(
        connection -> {
          Optional<Currency> currency = currency(connection);
          return currency.isEmpty()
              ? Optional.empty()
              : Optional.of(summary(connection, currency.get()));
        });
  }

  @Override
  public Optional<Currency> currency() {
    return warehouse.read(WarehouseSalesHistory::currency);
  }

  @Override
  public Panel weekly(SalesQuery query) {
    return panel(Frequency.WEEK, query);
  }

  @Override
  public Panel daily(SalesQuery query) {
    return panel(Frequency.DAY, query);
  }

  @Override
  public PurchaseLog purchases(SalesQuery query) {
    return warehouse.read(connection -> new PurchaseQuery(connection, query).run());
  }

  @Override
  public List<Item> items(SalesQuery query) {
    return warehouse.read(
        connection -> {
          Optional<Currency> currency = currency(connection);
          return currency.isEmpty()
              ? List.<Item>of()
              : new ItemQuery(connection, query).items(currency.get());
        });
  }

  @Override
  public Optional<Item> item(Sku sku) {
    return warehouse.read(
        connection -> {
          Optional<Currency> currency = currency(connection);
          return currency.isEmpty()
              ? Optional.<Item>empty()
              : new ItemQuery(connection, SalesQuery.all()).item(sku, currency.get());
        });
  }

  @Override
  public void addSimulated(String runId, Collection<SimulatedWeek> weeks) {
    LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    weeks.forEach(WarehouseSalesHistory::check);
    warehouse.write(
        connection -> {
          Sql.update(connection, "DELETE FROM simulated_week WHERE run_id = ?", runId);
          try (DuckDBAppender rows =
              connection.unwrap(DuckDBConnection.class).createAppender("main", "simulated_week")) {
            for (SimulatedWeek week : weeks) {
              rows.beginRow()
                  .append(runId)
                  .append(now)
                  .append(week.sku().value())
                  .append(week.weekStart())
                  .append(week.units())
                  .append(week.meanPriceMinor())
                  .endRow();
            }
          }
          return weeks.size();
        });
  }

  private Panel panel(Frequency frequency, SalesQuery query) {
    return warehouse.read(
        connection -> {
          int digits = currency(connection).map(Money::digits).orElse(2);
          return new PanelQuery(connection, frequency, query, digits).run();
        });
  }

  private static void check(SimulatedWeek week) {
    boolean sound =
        week.weekStart().getDayOfWeek() == java.time.DayOfWeek.MONDAY
            && week.units() >= 0
            && Double.isFinite(week.units())
            && week.meanPriceMinor() >= 0
            && Double.isFinite(week.meanPriceMinor());
    if (!sound) {
      throw new IllegalArgumentException(
          "A simulated week must start on a Monday and have finite figures of at least 0, but got %s."
              .formatted(week));
    }
  }

  private static Optional<Currency> currency(Connection connection) throws SQLException {
    return Sql.text(connection, "SELECT currency FROM sales_order LIMIT 1")
        .map(Currency::getInstance);
  }

  private static SalesSummary summary(Connection connection, Currency currency)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(SUMMARY);
        ResultSet row = statement.executeQuery()) {
      row.next();
      return new SalesSummary(
          row.getLong(1),
          row.getLong(2),
          row.getLong(3),
          row.getLong(4),
          row.getObject(5, LocalDate.class),
          row.getObject(6, LocalDate.class),
          Money.ofMinor(row.getLong(7), currency));
    }
  }
}

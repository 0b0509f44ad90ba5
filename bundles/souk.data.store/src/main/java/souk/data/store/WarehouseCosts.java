package souk.data.store;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import souk.data.api.Costs;
import souk.data.api.UnitCost;
import souk.model.Money;
import souk.model.Sku;

/**
 * Unit costs as loaded, else an assumed share of the price. Keeps the loaded costs in memory until
 * the warehouse changes. Safe for use by many threads.
 */
@Component(service = Costs.class, configurationPid = "souk.data.store.costs")
@Designate(ocd = WarehouseCosts.Config.class)
public final class WarehouseCosts implements Costs {
  /** Configuration. */
  @ObjectClassDefinition(
      name = "Souk costs",
      description = "What is assumed where the retailer gave no unit cost.")
  public @interface Config {
    @AttributeDefinition(
        name = "Assumed unit cost as a share of the price",
        description =
            "Greater than 0 and less than 1. Every margin computed from it is shown as an assumption.",
        min = "0.0001",
        max = "0.9999")
    double assumedUnitCostShare() default 0.6;
  }

  /**
   * Costs valid on a day.
   *
   * @param revision of the warehouse when they were read
   * @param day on which they are valid
   * @param bySku loaded costs
   */
  private record Book(long revision, LocalDate day, Map<String, Money> bySku) {}

  private final DuckDbWarehouse warehouse;
  private final Clock clock;
  private final double assumedShare;
  private final BigDecimal share;
  private volatile Book book = new Book(-1, LocalDate.EPOCH, Map.of());

  @Activate
  public WarehouseCosts(@Reference DuckDbWarehouse warehouse, Config config) {
    this(warehouse, config.assumedUnitCostShare(), Clock.systemUTC());
  }

  WarehouseCosts(DuckDbWarehouse warehouse, double assumedShare, Clock clock) {
    if (!(assumedShare > 0 && assumedShare < 1)) {
      throw new IllegalArgumentException(
          "The assumed unit cost must be a share greater than 0 and less than 1, but is %s.%nMaybe it was given in percent."
              .formatted(assumedShare));
    }
    this.warehouse = warehouse;
    this.assumedShare = assumedShare;
    this.share = BigDecimal.valueOf(assumedShare);
    this.clock = clock;
  }

  @Override
  public UnitCost unitCost(Sku sku, Money reference) {
    Money loaded = current().bySku.get(sku.value());
    if (loaded != null && loaded.currency().equals(reference.currency())) {
      return new UnitCost(loaded, false);
    }
    return new UnitCost(reference.times(share), true);
  }

  @Override
  public double assumedShare() {
    return assumedShare;
  }

  private Book current() {
    Book known = book;
    long revision = warehouse.revision();
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    if (known.revision != revision || !known.day.equals(today)) {
      known = new Book(revision, today, warehouse.read(c -> read(c, today)));
      book = known;
    }
    return known;
  }

  private static Map<String, Money> read(Connection connection, LocalDate today)
      throws SQLException {
    Map<String, Money> costs = new HashMap<>();
    try (PreparedStatement statement =
            Sql.prepare(
                connection,
                """
                SELECT sku, arg_max(unit_cost, valid_from), any_value(currency) FROM cost
                WHERE valid_from <= ? GROUP BY sku
                """,
                today);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        costs.put(
            rows.getString(1),
            Money.of(rows.getBigDecimal(2), Currency.getInstance(rows.getString(3))));
      }
    }
    return costs;
  }
}

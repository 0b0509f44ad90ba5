package souk.data.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import souk.data.api.ErasedPart;
import souk.data.api.ErasedPart.Treatment;
import souk.data.spi.CustomerData;
import souk.model.CustomerKey;

/**
 * What the warehouse keeps about customers. Orders and their lines stay for demand and books, but
 * as those of somebody unknown.
 */
@Component(service = CustomerData.class)
public final class WarehouseCustomers implements CustomerData {
  private static final String REDACT =
      "UPDATE quarantine SET value = %s, reason_text = %s, raw = %s"
          + " WHERE regexp_matches(value, ?) OR regexp_matches(reason_text, ?)"
          + " OR regexp_matches(raw, ?)";

  private final DuckDbWarehouse warehouse;
  private final ErasureKey key;
  private final Clock clock;

  @Activate
  public WarehouseCustomers(BundleContext context, @Reference DuckDbWarehouse warehouse) {
    this(warehouse, new ErasureKey(StateFolder.of(context)), Clock.systemUTC());
  }

  WarehouseCustomers(DuckDbWarehouse warehouse, ErasureKey key, Clock clock) {
    this.warehouse = warehouse;
    this.key = key;
    this.clock = clock;
  }

  @Override
  public String keeper() {
    return "warehouse";
  }

  @Override
  public List<ErasedPart> erase(CustomerKey customer) {
    String id = customer.value();
    return warehouse.write(
        connection -> {
          remember(connection, key.hash().of(id));
          return List.of(
              part(
                  "customer",
                  Treatment.DELETED,
                  Sql.update(connection, "DELETE FROM customer WHERE customer_key = ?", id)),
              part(
                  "score",
                  Treatment.DELETED,
                  Sql.update(connection, "DELETE FROM score WHERE customer_id = ?", id)),
              part("sales_order", Treatment.ANONYMISED, unknown(connection, "sales_order", id)),
              part("order_line", Treatment.ANONYMISED, unknown(connection, "order_line", id)),
              part("quarantine", Treatment.ANONYMISED, redact(connection, id)));
        });
  }

  private ErasedPart part(String place, Treatment treatment, long entries) {
    return new ErasedPart(keeper(), place, entries, treatment);
  }

  private static long unknown(Connection connection, String table, String id) throws SQLException {
    return Sql.update(
        connection, "UPDATE " + table + " SET customer_key = '' WHERE customer_key = ?", id);
  }

  private void remember(Connection connection, String subject) throws SQLException {
    Sql.update(
        connection,
        "INSERT INTO erased_customer SELECT ?, CAST(? AS TIMESTAMP)"
            + " WHERE NOT EXISTS (SELECT 1 FROM erased_customer WHERE subject = ?)",
        subject,
        Timestamp.from(clock.instant()),
        subject);
  }

  /** Twice, since two ids beside each other share the character between them. */
  private static long redact(Connection connection, String id) throws SQLException {
    String pattern = "(^|[^\\pL\\pN])" + quoted(id) + "($|[^\\pL\\pN])";
    String twice =
        "regexp_replace(regexp_replace(%1$s, ?, '\\1"
            + ErasedCustomers.GONE
            + "\\2', 'g'), ?, '\\1"
            + ErasedCustomers.GONE
            + "\\2', 'g')";
    return Sql.update(
        connection,
        REDACT.formatted(
            twice.formatted("value"), twice.formatted("reason_text"), twice.formatted("raw")),
        pattern,
        pattern,
        pattern,
        pattern,
        pattern,
        pattern,
        pattern,
        pattern,
        pattern);
  }

  /** An id as a pattern that matches itself alone. */
  private static String quoted(String id) {
    StringBuilder pattern = new StringBuilder();
    id.chars()
        .forEach(
            c -> {
              if (c < 128 && !Character.isLetterOrDigit(c)) {
                pattern.append('\\');
              }
              pattern.append((char) c);
            });
    return pattern.toString();
  }
}

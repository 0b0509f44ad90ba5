package souk.data.store;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Finds sales that the same customer cancelled in full (same article, quantity and price) within
 * two days: orders that were typed wrongly. Each return is matched with the latest such sale before
 * it.
 */
final class CancelledSales {
  private static final String RETURNED =
      """
      CREATE TEMP TABLE line_returned AS
      SELECT customer_key, sku, -quantity AS quantity, unit_price, ordered_at FROM order_line
      WHERE kind = 'RETURN' AND quantity < 0 AND customer_key <> ''
      """;

  /** In a step of its own: the engine has no statistics of rows that are not committed yet. */
  private static final String CANDIDATES =
      """
      CREATE TEMP TABLE line_candidate AS
      SELECT l.customer_key, l.sku, l.quantity, l.unit_price, l.ordered_at, l.order_no,
        l.line_digest, l.occurrence
      FROM order_line l SEMI JOIN line_returned r
        ON r.customer_key = l.customer_key AND r.sku = l.sku AND r.quantity = l.quantity
          AND r.unit_price = l.unit_price
      WHERE l.kind = 'SALE' AND l.quantity > 0
      """;

  private static final String MATCHES =
      """
      INSERT INTO cancelled_sale
      SELECT DISTINCT s.order_no, s.line_digest, s.occurrence
      FROM line_returned r ASOF JOIN line_candidate s
        ON r.customer_key = s.customer_key AND r.sku = s.sku AND r.quantity = s.quantity
          AND r.unit_price = s.unit_price AND r.ordered_at >= s.ordered_at
      WHERE r.ordered_at - s.ordered_at <= INTERVAL 2 DAYS
      """;

  /** Lines that became anonymous by an erasure are not matched again: what was found stays. */
  private static final String NOT_ANONYMOUS =
      """
      DELETE FROM cancelled_sale WHERE (order_no, line_digest, occurrence) NOT IN (
        SELECT (l.order_no, l.line_digest, l.occurrence) FROM order_line l
        WHERE l.customer_key = '' AND l.kind = 'SALE'
          AND l.order_no IN (SELECT order_no FROM cancelled_sale))
      """;

  private CancelledSales() {}

  /** Writes the table anew, within the transaction of a load. */
  static void refresh(Connection connection) throws SQLException {
    Sql.execute(connection, RETURNED);
    Sql.execute(connection, CANDIDATES);
    boolean erased = Sql.count(connection, "SELECT count(*) FROM erased_customer") > 0;
    Sql.update(connection, erased ? NOT_ANONYMOUS : "DELETE FROM cancelled_sale");
    Sql.update(connection, MATCHES);
  }
}

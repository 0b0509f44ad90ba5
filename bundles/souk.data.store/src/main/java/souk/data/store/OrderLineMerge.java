package souk.data.store;

import java.sql.Connection;
import java.sql.SQLException;
import souk.data.lib.Mapping;

/**
 * Moves staged order lines into the domain tables. A line is recognised by its order, the digest of
 * its content and its number among identical lines of that order, so a line that comes again
 * changes nothing. An order that comes again with other lines replaces the earlier one.
 */
final class OrderLineMerge {
  private static final String EMPTY =
      """
      CREATE TEMP TABLE line_numbered AS
      SELECT s.*, CAST(NULL AS INTEGER) AS known_order, 0 AS occurrence FROM line_stage s LIMIT 0
      """;
  private static final String NUMBERED =
      """
      INSERT INTO line_numbered
      SELECT s.*, o.order_no,
        row_number() OVER (
          PARTITION BY s.store_id, s.order_id, s.line_digest ORDER BY s.row_number)
      FROM line_stage s
      LEFT JOIN (
        SELECT order_no, store_id, order_id FROM sales_order
        WHERE source = ? AND hash(store_id, order_id) % CAST(:portions AS UBIGINT) = :portion) o
        ON o.store_id = s.store_id AND o.order_id = s.order_id
      WHERE hash(s.store_id, s.order_id) % CAST(:portions AS UBIGINT) = :portion
      """;
  private static final String FRESH =
      """
      CREATE TEMP TABLE line_fresh AS SELECT * FROM line_numbered WHERE known_order IS NULL
      """;
  private static final String FRESH_OF_KNOWN =
      """
      INSERT INTO line_fresh
      SELECT n.* FROM (SELECT * FROM line_numbered WHERE known_order % :portions = :portion) n
      ANTI JOIN (
        SELECT order_no, line_digest, occurrence FROM order_line WHERE order_no % :portions = :portion) l
        ON l.order_no = n.known_order AND l.line_digest = n.line_digest
          AND l.occurrence = n.occurrence
      """;
  private static final String ALL_FRESH =
      "CREATE TEMP VIEW line_fresh AS SELECT * FROM line_numbered";
  private static final String SUPERSEDE =
      """
      DELETE FROM order_line l
      WHERE l.order_no % :portions = :portion AND l.order_no IN (
          SELECT known_order FROM line_numbered WHERE known_order % :portions = :portion)
        AND NOT EXISTS (
          SELECT 1 FROM line_numbered n
          WHERE n.known_order % :portions = :portion AND n.known_order = l.order_no
            AND n.line_digest = l.line_digest AND n.occurrence = l.occurrence)
      """;
  private static final String NO_ORDERS =
      """
      CREATE TEMP TABLE order_fresh (
        store_id VARCHAR, order_id VARCHAR, channel_id VARCHAR, customer_key VARCHAR,
        country VARCHAR, ordered_at TIMESTAMP, business_day DATE, is_return BOOLEAN)
      """;
  private static final String FRESH_ORDERS =
      """
      INSERT INTO order_fresh
      SELECT store_id, order_id, min(channel_id), max(customer_key), max(country),
        min(ordered_at), min(business_day), bool_and(kind = 'RETURN')
      FROM line_fresh
      WHERE known_order IS NULL AND hash(store_id, order_id) % CAST(:portions AS UBIGINT) = :portion
      GROUP BY store_id, order_id
      """;
  private static final String NEW_ORDERS =
      """
      INSERT INTO sales_order
      SELECT (SELECT coalesce(max(order_no), 0) FROM sales_order)
          + row_number() OVER (ORDER BY ordered_at, store_id, order_id),
        ?, store_id, order_id, channel_id, customer_key, country, ordered_at, business_day,
        is_return, ?, ?
      FROM order_fresh
      """;
  private static final String CHANGED_ORDERS =
      """
      UPDATE sales_order SET channel_id = c.channel_id, customer_key = c.customer_key,
        country = c.country, ordered_at = c.ordered_at, business_day = c.business_day,
        is_return = c.is_return, load_id = ?
      FROM (
        SELECT known_order, min(channel_id) AS channel_id, max(customer_key) AS customer_key,
          max(country) AS country, min(ordered_at) AS ordered_at,
          min(business_day) AS business_day, bool_and(kind = 'RETURN') AS is_return
        FROM line_numbered
        WHERE known_order % :portions = :portion
          AND known_order IN (SELECT known_order FROM line_fresh WHERE known_order % :portions = :portion)
        GROUP BY known_order) c
      WHERE sales_order.order_no = c.known_order
      """;
  private static final String LINES =
      """
      INSERT INTO order_line
      SELECT o.order_no, f.line_digest, f.occurrence, f.row_number, f.sku, f.kind, f.is_article,
        f.quantity, f.unit_price, f.amount_minor, f.ordered_at, f.business_day, f.customer_key,
        f.description <> '', ?
      FROM line_fresh f
      JOIN sales_order o ON o.source = ? AND o.store_id = f.store_id AND o.order_id = f.order_id
      WHERE hash(f.store_id, f.order_id) % CAST(:portions AS UBIGINT) = :portion
        AND hash(o.store_id, o.order_id) % CAST(:portions AS UBIGINT) = :portion
      """;
  private final Connection connection;
  private final Mapping mapping;
  private final String loadId;
  private boolean known;
  private long portions;
  private long staged;
  private long loaded;
  private long unchanged;
  private long identical;
  private long superseded;

  OrderLineMerge(Connection connection, Mapping mapping, String loadId) {
    this.connection = connection;
    this.mapping = mapping;
    this.loadId = loadId;
  }

  /** Works out in temporary tables what is new; before the transaction. */
  void prepare() throws SQLException {
    staged = Sql.count(connection, "SELECT count(*) FROM line_stage");
    portions = Portions.of(connection, staged);
    Sql.execute(connection, EMPTY);
    for (long p = 0; p < portions; p++) {
      Sql.update(connection, portion(NUMBERED, p), mapping.source());
    }
    Sql.execute(connection, "DROP TABLE line_stage");
    known = Sql.count(connection, "SELECT count(known_order) FROM line_numbered") > 0;
    Sql.execute(connection, known ? FRESH : ALL_FRESH);
    for (long p = 0; known && p < portions; p++) {
      Sql.update(connection, portion(FRESH_OF_KNOWN, p));
    }
    identical = Sql.count(connection, "SELECT count(*) FROM line_numbered WHERE occurrence > 1");
    Sql.execute(connection, NO_ORDERS);
    for (long p = 0; p < portions; p++) {
      Sql.update(connection, portion(FRESH_ORDERS, p));
    }
    LineDimensions.prepare(connection);
  }

  /** Brings it into the domain tables; within the transaction. */
  void run() throws SQLException {
    if (known && mapping.replaceOrders()) {
      for (long p = 0; p < portions; p++) {
        superseded += Sql.update(connection, portion(SUPERSEDE, p));
        Sql.update(connection, portion(CHANGED_ORDERS, p), loadId);
      }
    }
    Sql.update(
        connection, NEW_ORDERS, mapping.source(), mapping.currency().getCurrencyCode(), loadId);
    for (long p = 0; p < portions; p++) {
      loaded += Sql.update(connection, portion(LINES, p), loadId, mapping.source());
    }
    unchanged = staged - loaded;
    CancelledSales.refresh(connection);
    LineDimensions.write(connection, mapping, loadId);
  }

  private String portion(String sql, long number) {
    return sql.replace(":portions", Long.toString(portions))
        .replace(":portion", Long.toString(number));
  }

  long loaded() {
    return loaded;
  }

  long unchanged() {
    return unchanged;
  }

  long identical() {
    return identical;
  }

  /** Lines of earlier deliveries that this one no longer has. */
  long superseded() {
    return superseded;
  }
}

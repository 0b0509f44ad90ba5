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
  private static final String NUMBERED =
      """
      CREATE TEMP TABLE line_numbered AS
      SELECT s.*, o.order_no AS known_order,
        CAST(row_number() OVER (
          PARTITION BY s.store_id, s.order_id, s.line_digest ORDER BY s.row_number) AS INTEGER)
          AS occurrence
      FROM line_stage s
      LEFT JOIN (SELECT order_no, store_id, order_id FROM sales_order WHERE source = ?) o
        ON o.store_id = s.store_id AND o.order_id = s.order_id
      """;
  private static final String FRESH =
      """
      CREATE TEMP TABLE line_fresh AS
      SELECT n.* FROM line_numbered n
      ANTI JOIN order_line l
        ON l.order_no = n.known_order AND l.line_digest = n.line_digest
          AND l.occurrence = n.occurrence
      """;
  private static final String ALL_FRESH =
      "CREATE TEMP VIEW line_fresh AS SELECT * FROM line_numbered";
  private static final String SUPERSEDE =
      """
      DELETE FROM order_line l
      WHERE l.order_no IN (SELECT known_order FROM line_numbered WHERE known_order IS NOT NULL)
        AND NOT EXISTS (
          SELECT 1 FROM line_numbered n
          WHERE n.known_order = l.order_no AND n.line_digest = l.line_digest
            AND n.occurrence = l.occurrence)
      """;
  private static final String NEW_ORDERS =
      """
      INSERT INTO sales_order
      SELECT (SELECT coalesce(max(order_no), 0) FROM sales_order)
          + row_number() OVER (ORDER BY min(ordered_at), store_id, order_id),
        ?, store_id, order_id, min(channel_id), max(customer_key), max(country), min(ordered_at),
        min(business_day), bool_and(kind = 'RETURN'), ?, ?
      FROM line_fresh WHERE known_order IS NULL GROUP BY store_id, order_id
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
        WHERE known_order IN (SELECT known_order FROM line_fresh)
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
      """;
  private static final String DESCRIPTIONS =
      """
      CREATE TEMP TABLE product_fresh AS
      SELECT sku, coalesce(first(description ORDER BY named DESC, lines DESC, description), '')
          AS description, max(category) AS category, bool_and(is_article) AS is_article
      FROM (
        SELECT sku, description, max(category) AS category, bool_and(is_article) AS is_article,
          count(*) AS lines, description <> '' AND bool_or(kind = 'SALE') AS named
        FROM line_fresh GROUP BY sku, description)
      GROUP BY sku
      """;
  private static final String CHANGED_PRODUCTS =
      """
      UPDATE product SET
        description = CASE WHEN product.description = '' THEN f.description
          ELSE product.description END,
        category = CASE WHEN f.category = '' THEN product.category ELSE f.category END,
        is_article = f.is_article, load_id = ?
      FROM product_fresh f
      WHERE product.sku = f.sku AND (
        (product.description = '' AND f.description <> '')
        OR (f.category <> '' AND f.category <> product.category)
        OR f.is_article <> product.is_article)
      """;
  private static final String NEW_PRODUCTS =
      """
      INSERT INTO product SELECT sku, description, category, is_article, ? FROM product_fresh
      WHERE sku NOT IN (SELECT sku FROM product)
      """;
  private static final String NEW_CUSTOMERS =
      """
      INSERT INTO customer SELECT customer_key, arg_max(country, row_number), ? FROM line_fresh
      WHERE customer_key <> '' AND customer_key NOT IN (SELECT customer_key FROM customer)
      GROUP BY customer_key
      """;
  private static final String NEW_STORES =
      """
      INSERT INTO store SELECT DISTINCT store_id, ?, ? FROM line_fresh
      WHERE store_id NOT IN (SELECT store_id FROM store)
      """;
  private static final String NEW_CHANNELS =
      """
      INSERT INTO channel SELECT DISTINCT channel_id, ? FROM line_fresh
      WHERE channel_id NOT IN (SELECT channel_id FROM channel)
      """;
  private final Connection connection;
  private final Mapping mapping;
  private final String loadId;
  private long loaded;
  private long unchanged;
  private long identical;
  private long superseded;

  OrderLineMerge(Connection connection, Mapping mapping, String loadId) {
    this.connection = connection;
    this.mapping = mapping;
    this.loadId = loadId;
  }

  void run() throws SQLException {
    Sql.execute(connection, NUMBERED, mapping.source());
    boolean known = Sql.count(connection, "SELECT count(known_order) FROM line_numbered") > 0;
    Sql.execute(connection, known ? FRESH : ALL_FRESH);
    long staged = Sql.count(connection, "SELECT count(*) FROM line_numbered");
    identical = Sql.count(connection, "SELECT count(*) FROM line_numbered WHERE occurrence > 1");
    if (known && mapping.replaceOrders()) {
      superseded = Sql.update(connection, SUPERSEDE);
      Sql.update(connection, CHANGED_ORDERS, loadId);
    }
    Sql.update(
        connection, NEW_ORDERS, mapping.source(), mapping.currency().getCurrencyCode(), loadId);
    loaded = Sql.update(connection, LINES, loadId, mapping.source());
    unchanged = staged - loaded;
    CancelledSales.refresh(connection);
    Sql.execute(connection, DESCRIPTIONS);
    Sql.update(connection, CHANGED_PRODUCTS, loadId);
    Sql.update(connection, NEW_PRODUCTS, loadId);
    Sql.update(connection, NEW_CUSTOMERS, loadId);
    Sql.update(connection, NEW_STORES, mapping.zone().getId(), loadId);
    Sql.update(connection, NEW_CHANNELS, loadId);
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

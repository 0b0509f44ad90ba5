package souk.data.store;

import java.sql.Connection;
import java.sql.SQLException;
import souk.data.lib.Mapping;

/** What fresh order lines say about articles, customers, stores and channels. */
final class LineDimensions {
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

  private LineDimensions() {}

  /** Works out in a temporary table what the lines say about articles; before the transaction. */
  static void prepare(Connection connection) throws SQLException {
    Sql.execute(connection, DESCRIPTIONS);
  }

  /** Brings it into the domain tables; within the transaction. */
  static void write(Connection connection, Mapping mapping, String loadId) throws SQLException {
    Sql.update(connection, CHANGED_PRODUCTS, loadId);
    Sql.update(connection, NEW_PRODUCTS, loadId);
    Sql.update(connection, NEW_CUSTOMERS, loadId);
    Sql.update(connection, NEW_STORES, mapping.zone().getId(), loadId);
    Sql.update(connection, NEW_CHANNELS, loadId);
  }
}

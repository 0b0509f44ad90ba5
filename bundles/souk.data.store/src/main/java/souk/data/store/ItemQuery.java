package souk.data.store;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import souk.data.api.Item;
import souk.data.api.SalesQuery;
import souk.model.DateRange;
import souk.model.Money;
import souk.model.Sku;

/** Reads articles with their present price. For use once. */
final class ItemQuery {
  private static final DateRange EVER =
      new DateRange(LocalDate.of(1, 1, 1), LocalDate.of(9999, 1, 1));
  private static final String RANKED =
      """
      SELECT sku, sum(amount_minor) AS revenue,
        count(DISTINCT date_trunc('week', business_day)) AS weeks
      FROM demand_line WHERE business_day >= ? AND business_day < ?
      GROUP BY sku HAVING weeks >= ? ORDER BY revenue DESC, sku LIMIT ?
      """;

  /** Typical price: median of the prices on the lines of the last 8 weeks with sales. */
  private static final String ITEMS =
      """
      WITH chosen AS (%s), priced AS (
        SELECT sku, unit_price, dense_rank() OVER (
          PARTITION BY sku ORDER BY date_trunc('week', business_day) DESC) AS week_rank
        FROM demand_line WHERE sku IN (SELECT sku FROM chosen)
      ), typical AS (
        SELECT sku, quantile_disc(unit_price, 0.5) AS price
        FROM priced WHERE week_rank <= 8 GROUP BY sku)
      SELECT p.sku, p.description, p.category, t.price
      FROM chosen c JOIN product p ON p.sku = c.sku LEFT JOIN typical t ON t.sku = c.sku
      ORDER BY c.revenue DESC, p.sku
      """;

  private static final String ONE =
      "SELECT sku, 0 AS revenue FROM product WHERE is_article AND sku = ?";
  private final Connection connection;
  private final SalesQuery query;

  ItemQuery(Connection connection, SalesQuery query) {
    this.connection = connection;
    this.query = query;
  }

  List<Item> items(Currency currency) throws SQLException {
    DateRange range = query.range().orElse(EVER);
    return read(
        ITEMS.formatted(RANKED),
        currency,
        range.from(),
        range.until(),
        query.minWeeksWithSales(),
        query.topItems());
  }

  Optional<Item> item(Sku sku, Currency currency) throws SQLException {
    return read(ITEMS.formatted(ONE), currency, sku.value()).stream().findFirst();
  }

  /** SKUs of the articles that the query chooses, highest revenue first. */
  List<String> chosen(DateRange range) throws SQLException {
    List<String> skus = new ArrayList<>();
    try (PreparedStatement statement =
            Sql.prepare(
                connection,
                RANKED,
                range.from(),
                range.until(),
                query.minWeeksWithSales(),
                query.topItems());
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        skus.add(rows.getString(1));
      }
    }
    return skus;
  }

  private List<Item> read(String sql, Currency currency, Object... parameters) throws SQLException {
    List<Item> items = new ArrayList<>();
    try (PreparedStatement statement = Sql.prepare(connection, sql, parameters);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        BigDecimal price = rows.getBigDecimal(4);
        String category = rows.getString(3);
        items.add(
            new Item(
                new Sku(rows.getString(1)),
                rows.getString(2),
                category.isEmpty() ? Optional.empty() : Optional.of(category),
                price == null ? Optional.empty() : Optional.of(Money.of(price, currency))));
      }
    }
    return items;
  }
}
